// Source and Layout: files as text, then as strings of tokens.

import * as t from "io-ts";
import type { Diagnostic } from "./diagnostic.ts";
import { extend, type GrammarOf, type Language, language, leaf, many } from "./framework/language.ts";
import { interfaces } from "./interfaces.ts";
import { sourceText, text, word } from "./leaves.ts";
import { links } from "./links.ts";
import { kindOf } from "./tokens.ts";

/** One file as tokens. All offsets are UTF-16 code units from the start of the file. */
export interface TokenString {
  /** One character per token (see `tokens.ts`), NEWLINE, INDENT, DEDENT and the final EOF among them. */
  readonly tokens: string;
  /** Where each token starts and ends; layout tokens are empty (chapter 1.1). */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /**
   * The values of `int` (bigint), `float` (number), `string` and `stringText` (string, escapes resolved) tokens, by
   * token index. An `int` of 9223372036854775808 stands only directly behind a prefix minus.
   */
  readonly values: ReadonlyMap<number, bigint | number | string>;
  /** Spans of comments, `#` to the end of the line, in order. */
  readonly comments: readonly number[];
  /**
   * Doc comments: for a token that is the first of its line, the joined text of the `##` lines between it and the
   * token before that start in its column (chapter 1.2).
   */
  readonly docs: ReadonlyMap<number, string>;
  /** Token index of the first token of each chunk (a top-level line at column 0 and what is indented below it). */
  readonly chunks: readonly number[];
  /** Lexical diagnostics in order of position. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Logical lines that hold a lexical diagnostic, as token index ranges [first, last]: a syntax error at a token of
   * such a line is dropped (chapter 1.9, How many, 1).
   */
  readonly spoiled: readonly (readonly [number, number])[];
}

/** As JSON: token kinds with their spans and values; it is looked at, and never read back. */
const tokenCodec = new t.Type<TokenString, readonly unknown[], unknown>(
  "tokens",
  (u): u is TokenString => typeof u === "object" && u !== null && "tokens" in u,
  (u, context) => t.failure(u, context),
  ({ tokens, starts, ends, values }) =>
    Array.from(tokens, (token, i) => {
      const value = values.get(i);
      const shown = value === undefined ? [] : [typeof value === "string" ? value : String(value)];
      return [kindOf(token), starts[i], ends[i], ...shown];
    }),
);

const shownLayout: ReadonlyMap<string, string> = new Map([
  ["newline", "⏎\n"],
  ["indent", "⇥"],
  ["dedent", "⇤"],
]);

/** A line of text for each logical line. */
const showTokens = ({ tokens, values }: TokenString): string =>
  Array.from(tokens, (token, i) => {
    const kind = kindOf(token);
    const value = values.get(i);
    return value === undefined
      ? (shownLayout.get(kind) ?? kind)
      : `${kind}:${typeof value === "string" ? JSON.stringify(value) : value}`;
  })
    .join(" ")
    .replaceAll("\n ", "\n");

/** Only here is the text the program. */
const shownText = leaf(t.string, (text) => `\n${text}`);

const source = language("Source", {
  Program: {
    Program: {
      /** The modules to compile: all that are loaded, or those that changed since `interfaces` were made. */
      modules: many("Module"),
      assets: many("Asset"),
      links,
      /** What is known of the loaded modules that are not compiled again; from `Described` on, of all modules. */
      interfaces,
    },
  },
  /**
   * `path` is relative to the folder of the entry's package, with `/` (`std.Error` is a path, too); `package` is the path
   * of the manifest whose folder tree the file belongs to; where there is none, that of its folder, with the name of the
   * entry's folder in front.
   */
  Module: { Module: { path: word, package: word, text: shownText } },
  /** An imported file that is no module: its text, or what a JSON file holds. */
  Asset: { TextAsset: { path: word, text }, JsonAsset: { path: word, text } },
});
export interface SourceGrammar extends GrammarOf<typeof source> {}
/** Files as text, in loading order: the entry first. */
export const Source: Language<SourceGrammar> = source;

const layout = extend(Source, "Layout", {
  Module: {
    with: { Module: { path: word, package: word, text: sourceText, tokens: leaf(tokenCodec, showTokens) } },
  },
});
export interface LayoutGrammar extends GrammarOf<typeof layout> {}
/** Files as strings of tokens, the layout settled. */
export const Layout: Language<LayoutGrammar> = layout;
