// Messages of syntax errors: what was expected and what was found, in plain words.

import type { TokenString } from "../../../ir/layout.ts";
import { keywords, kindOf } from "../../../ir/tokens.ts";
import { HOLE } from "./recovery.ts";

/** What Peggy says it expected at the place of its furthest failure. */
export type Expectation =
  | { readonly type: "literal"; readonly text: string }
  | { readonly type: "other"; readonly description: string }
  | { readonly type: "class" | "any" | "end" };

const words: Readonly<Record<string, string>> = {
  newline: "end of line",
  indent: "an indented block",
  dedent: "end of block",
  eof: "end of file",
  identifier: "name",
  interpolationClose: "'}'",
};
const MOST_SHOWN = 4;

const wordOf = (expected: Expectation): string | undefined => {
  if (expected.type === "other") return expected.description;
  if (expected.type !== "literal" || expected.text === HOLE) return undefined;
  const kind = kindOf(expected.text);
  return words[kind] ?? `'${kind}'`;
};

/** What can almost always follow says little: it is named only where nothing else is. */
const weak: ReadonlySet<string> = new Set(["operator", "end of block", "end of file", "'('", "'-'", "'='"]);

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} or ${parts.at(-1)}`;

const kindAt = ({ tokens }: TokenString, index: number): string =>
  index < tokens.length ? kindOf(tokens[index]!) : "eof";

/** What to write instead of a token that stands for more than one would think, or for nothing. */
const hints: Readonly<Record<string, string>> = {
  "+=": ": write 'x = x + y'",
  "-=": ": write 'x = x - y'",
  "*=": ": write 'x = x * y'",
  "/=": ": write 'x = x / y'",
  "??=": ": write 'x = x ?? y'",
  "..<": ": a range is written 'a..b', its end included",
};

/** "expected ',' or ')', found '2'", for the token with index `found`. */
export const expectation = (
  expected: readonly Expectation[],
  source: TokenString,
  text: string,
  found: number,
): string => {
  const all = [...new Set(expected.flatMap((each) => wordOf(each) ?? []))];
  const telling = all.filter((word) => !weak.has(word));
  const hint = hints[kindAt(source, found)] ?? "";
  const shown = (telling.length > 0 ? telling : all).sort((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN);
  return shown.length === 0
    ? `unexpected ${describe(source, text, found)}${hint}`
    : `expected ${list(shown)}, found ${describe(source, text, found)}${hint}`;
};

/** Words before punctuation, the end of the line last. */
const rank = (word: string): number => (word === "end of line" ? 2 : word.startsWith("'") ? 1 : 0);

const layoutWords: Readonly<Record<string, string>> = {
  newline: "end of line",
  indent: "deeper indentation",
  dedent: "end of block",
  eof: "end of file",
  string: "a string",
  stringOpen: "an interpolated string",
  stringText: "text",
};
const LONGEST_SHOWN = 30;

const describe = (source: TokenString, text: string, found: number): string => {
  const kind = kindAt(source, found);
  const spelled = text.slice(source.starts[found], source.ends[found]);
  const shown = spelled.length > LONGEST_SHOWN ? `${spelled.slice(0, LONGEST_SHOWN)}…` : spelled;
  return layoutWords[kind] ?? `${keywords.has(kind) ? "keyword " : ""}'${shown}'`;
};
