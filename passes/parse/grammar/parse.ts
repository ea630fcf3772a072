// From tokens to the tree: the whole file at once, and only if that fails declaration by declaration with recovery.

import { type Diagnostic, error } from "../../../ir/diagnostic.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { span } from "../../../ir/framework/span.ts";
import type { TokenString } from "../../../ir/layout.ts";
import type { SurfaceGrammar } from "../../../ir/surface.ts";
import { type Options, parse as run, type Sink } from "./generated/parser.js";
import { mergeDiagnostics } from "./merge-diagnostics.ts";
import { code } from "./recovery.ts";
import { checkRequires, type Requires } from "./requires.ts";
import { TooDeep } from "./too-deep.ts";

export type Module = NodeOf<SurfaceGrammar, "Module">;
type Item = Module["items"][number];
type Declaration = Item | Requires;

/** The tree of a file, and what is wrong with its syntax: diagnostics of the lexer and the parser, in order. */
export interface Parsed {
  readonly module: Module;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file. Always gives a tree: what could not be read is missing from it, or an Error node. */
export const parse = (source: TokenString, path: string, text: string): Parsed => {
  const parser = { source, text };
  const { declarations, sink } = parseFile(parser) ?? parseChunks(parser);
  const report = (at: number, message: string) => sink.problems.push({ at, code: null, message });
  const module = moduleOf(parser, path, declarations, report);
  const found = sink.problems.map(({ at, code, message }) => error(path, at, message, code));
  return { module, diagnostics: mergeDiagnostics(source, found) };
};

type Parser = Pick<Options, "source" | "text">;
interface Outcome {
  readonly declarations: readonly Declaration[];
  readonly sink: Sink;
}

const newSink = (): Sink => ({ problems: [] });

/** The declarations that `input` (which starts at token `base`) holds; null if there is an error. */
const attempt = (
  parser: Parser,
  input: string,
  startRule: "File" | "Chunk",
  base: number,
  recovering: boolean,
  sink: Sink,
): readonly Declaration[] | null => {
  const result = run(input, { ...parser, startRule, base, recovering, sink, peg$library: true });
  return result.peg$success ? (result.peg$result as readonly Declaration[]) : null;
};

const parseFile = (parser: Parser): Outcome | null => {
  const sink = newSink();
  try {
    const declarations = attempt(parser, parser.source.tokens, "File", 0, false, sink);
    return declarations && { declarations, sink };
  } catch (thrown) {
    if (thrown instanceof TooDeep) return null;
    throw thrown;
  }
};

/** What can start a declaration. */
const heads: ReadonlySet<number> = new Set(
  "import type enum interface impl fn component service config app migration test requires"
    .split(" ")
    .map(code),
);
const INDENT = code("indent");

const parseChunks = (parser: Parser): Outcome => {
  const { tokens, starts, ends, chunks } = parser.source;
  const sink = newSink();
  const declarations: Declaration[] = [];
  const report = (token: number, message: string) =>
    sink.problems.push({ at: span(starts[token]!, ends[token]!), code: null, message });
  const endOfTokens = tokens.length - 1;
  let stray = false;
  try {
    for (const [i, first] of chunks.entries()) {
      const head = tokens.charCodeAt(first);
      if (head !== INDENT && !heads.has(head)) {
        // A run of stray lines is one mistake.
        if (!stray) report(first, "expected a top-level declaration");
        stray = true;
        continue;
      }
      stray = false;
      const input = tokens.slice(first, chunks[i + 1] ?? endOfTokens);
      declarations.push(...parseChunk(parser, input, first, sink));
    }
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown;
    report(thrown.token, "nested too deeply");
  }
  return { declarations, sink };
};

const parseChunk = (parser: Parser, input: string, base: number, sink: Sink): readonly Declaration[] => {
  const own = newSink();
  const whole = attempt(parser, input, "Chunk", base, false, own);
  if (!whole) return attempt(parser, input, "Chunk", base, true, sink) ?? [];
  sink.problems.push(...own.problems);
  return whole;
};

const moduleOf = (
  { source, text }: Parser,
  path: string,
  declarations: readonly Declaration[],
  report: (at: number, message: string) => void,
): Module => {
  const requires: Module["requires"][number][] = [];
  const items: Item[] = [];
  for (const declaration of declarations) {
    if (declaration.kind !== "Requires") {
      items.push(declaration);
      continue;
    }
    checkRequires(declaration, items.length > 0, report);
    for (const capability of declaration.capabilities) {
      requires.push({ kind: "Require", at: capability.at, capability });
    }
  }
  return { kind: "Module", at: span(0, text.length), path, text, comments: source.comments, requires, items };
};
