// From tokens to the tree: the whole file at once, and only if that fails declaration by declaration with recovery.

import { type Diagnostic, error } from "../../../ir/diagnostic.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { span, startOf } from "../../../ir/framework/span.ts";
import type { TokenString } from "../../../ir/layout.ts";
import type { SurfaceGrammar } from "../../../ir/surface.ts";
import { spoiledLines } from "../spoiled-lines.ts";
import { type Options, parse as run, type Sink } from "./generated/parser.js";
import { mergeDiagnostics } from "./merge-diagnostics.ts";
import { code, declarationHeads } from "./recovery.ts";
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
export const parse = (source: TokenString, path: string, text: string, packageName = ""): Parsed => {
  const parser = { source, text };
  const { declarations, sink } = parseFile(parser) ?? parseChunks(parser);
  const report = (at: number, message: string) => sink.problems.push({ at, code: null, message });
  const tree = moduleOf(parser, path, declarations, report);
  const found = sink.problems.map(({ at, code, message }) => error(path, at, message, code));
  const diagnostics = mergeDiagnostics(source, found);
  return { module: { ...tree, package: packageName, broken: diagnostics.length > 0 }, diagnostics };
};

type Parser = Pick<Options, "source" | "text">;
interface Outcome {
  readonly declarations: readonly Declaration[];
  readonly sink: Sink;
}

const newSink = (): Sink => ({ problems: [], stray: false });

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

const INDENT = code("indent");

const parseChunks = (parser: Parser): Outcome => {
  const { tokens, starts, ends, chunks } = parser.source;
  const sink = newSink();
  const declarations: Declaration[] = [];
  const endOfTokens = tokens.length - 1;
  try {
    for (const [i, first] of chunks.entries()) {
      const head = tokens.charCodeAt(first);
      if (declarationHeads.has(head) || head === INDENT) sink.stray = false;
      else if (sink.stray) continue;
      const input = tokens.slice(first, chunks[i + 1] ?? endOfTokens);
      declarations.push(...parseChunk(parser, input, first, sink));
    }
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown;
    const at = span(starts[thrown.token]!, ends[thrown.token]!);
    sink.problems.push({ at, code: null, message: "nested too deeply" });
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

const REQUIRES = code("requires");

/** Where the first declaration stands that is no `requires`, whether it could be read or not. */
const firstOther = ({ tokens, starts, chunks }: TokenString): number => {
  const first = chunks.find((each) => {
    const head = tokens.charCodeAt(tokens.charCodeAt(each) === INDENT ? each + 1 : each);
    return head !== REQUIRES && declarationHeads.has(head);
  });
  return first === undefined ? Number.POSITIVE_INFINITY : starts[first]!;
};

const moduleOf = (
  { source, text }: Parser,
  path: string,
  declarations: readonly Declaration[],
  report: (at: number, message: string) => void,
): Omit<Module, "package" | "broken"> => {
  const requires: Module["requires"][number][] = [];
  const items: Item[] = [];
  const other = firstOther(source);
  for (const declaration of declarations) {
    if (declaration.kind !== "Requires") {
      items.push(declaration);
      continue;
    }
    checkRequires(declaration, startOf(declaration.capabilities[0].at) > other, report);
    for (const capability of declaration.capabilities) {
      requires.push({ kind: "Require", at: capability.at, capability });
    }
  }
  const at = span(0, text.length);
  const { comments } = source;
  return { kind: "Module", at, path, text, comments, spoiled: spoiledLines(source), requires, items };
};
