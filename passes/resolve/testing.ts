// For tests of this stage: source text through the passes in front of one of them, and through it.

import { isLeft, isRight, type These } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Language, NodeOf } from "../../ir/framework/language.ts";
import type { Environment } from "../../ir/framework/pass.ts";
import { print } from "../../ir/framework/print.ts";
import { startOf } from "../../ir/framework/span.ts";
import { verify } from "../../ir/framework/verify.ts";
import { lowerArrowCases } from "../desugar/lower-arrow-cases.ts";
import { lowerHtmlBlocks } from "../desugar/lower-html-blocks.ts";
import { lowerHtmlTexts } from "../desugar/lower-html-texts.ts";
import { lowerInlineBlocks } from "../desugar/lower-inline-blocks.ts";
import { lowerInterpolation } from "../desugar/lower-interpolation.ts";
import { lowerTypeShorthand } from "../desugar/lower-type-shorthand.ts";
import { parse } from "../parse/grammar/parse.ts";
import { lex } from "../parse/lexer/lex.ts";
import { checkDerivedTypes } from "./check-derived-types.ts";
import { checkDuplicates } from "./check-duplicates.ts";
import { checkErrorDomains } from "./check-error-domains.ts";
import { checkRefinements } from "./check-refinements.ts";
import { expandDerivedTypes } from "./expand-derived-types.ts";
import { markStructLiterals } from "./mark-struct-literals.ts";
import { rejectUnsupported } from "./reject-unsupported.ts";
import { resolveNames } from "./resolve-names.ts";
import { resolveTypes } from "./resolve-types.ts";

/** A grammar with a root, for programs whose language only the run knows. */
type Rooted = { readonly Program: { readonly Program: Record<never, never> } };
interface AnyPass {
  readonly name: string;
  readonly to: Language<unknown>;
  readonly run: (program: never, environment: Environment) => These<readonly Diagnostic[], unknown>;
}

/** The passes of the stages desugar and resolve, in order. */
export const passes: readonly AnyPass[] = [
  lowerArrowCases,
  lowerInlineBlocks,
  lowerInterpolation,
  lowerTypeShorthand,
  lowerHtmlTexts,
  lowerHtmlBlocks,
  rejectUnsupported,
  checkDerivedTypes,
  checkDuplicates,
  checkRefinements,
  resolveTypes,
  checkErrorDomains,
  resolveNames,
  markStructLiterals,
  expandDerivedTypes,
];

/** `2:11 unknown identifier "nope"`. */
const show = (source: string, { at, code, message }: Diagnostic): string => {
  const before = source.slice(0, startOf(at)).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1} ${code === null ? "" : `${code} `}${message}`;
};

/** What the passes up to the named one say about a file, and the program as it leaves that pass, on one line. */
export const compile = (name: string, ...texts: readonly string[]) => {
  const source = `${texts.join("\n")}\n`;
  const parsed = parse(lex("main.fuse", source), "main.fuse", source);
  const messages = parsed.diagnostics.map((each) => show(source, each));
  let program: unknown = { kind: "Program", at: 0, modules: [parsed.module] };
  for (const pass of passes) {
    const outcome = pass.run(program as never, { options: {} });
    if (!isRight(outcome)) messages.push(...outcome.left.map((each) => show(source, each)));
    if (isLeft(outcome)) return { messages, text: "" };
    program = outcome.right;
    const language = pass.to as Language<Rooted>;
    const verified = verify(language, "Program", program);
    if (isLeft(verified)) throw new Error(`${pass.name}: ${JSON.stringify(verified.left)}`);
    if (pass.name !== name) continue;
    const root = program as NodeOf<Rooted, "Program">;
    return { messages, text: print(language, "Program", root).replace(/\s+/g, " ").replaceAll("[ (", "[(") };
  }
  throw new Error(`there is no pass ${name}`);
};

/** The program as it leaves the named pass, which no pass has said anything about. */
export const compiled = (name: string, ...texts: readonly string[]): string => {
  const { messages, text } = compile(name, ...texts);
  if (messages.length > 0) throw new Error(messages.join("\n"));
  return text;
};

/** What the passes up to the named one say. */
export const messagesOf = (name: string, ...texts: readonly string[]): readonly string[] =>
  compile(name, ...texts).messages;
