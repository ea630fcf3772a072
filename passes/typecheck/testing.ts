// For tests of this stage: source text through all stages in front, and through the passes of this one.

import { isLeft, isRight } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Language, NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import { startOf } from "../../ir/framework/span.ts";
import { verify } from "../../ir/framework/verify.ts";
import { parse } from "../parse/grammar/parse.ts";
import { lex } from "../parse/lexer/lex.ts";
import { passes as front } from "../resolve/testing.ts";
import { type AnyPass, passesOfStages } from "../testing.ts";

/** A grammar with a root, for programs whose language only the run knows. */
type Rooted = { readonly Program: { readonly Program: Record<never, never> } };

/** The passes of this stage, in order. */
export const passes: readonly AnyPass[] = passesOfStages("typecheck");

const stage: ReadonlySet<string> = new Set(passes.map(({ name }) => name));

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** The program behind the last pass that ran. */
  readonly text: string;
}

/** Runs a file up to the named pass, or as far as its diagnostics allow. */
const compile = (source: string, last: string): Outcome => {
  const parsed = parse(lex("main.fuse", source), "main.fuse", source);
  const diagnostics = [...parsed.diagnostics];
  let program: unknown = { kind: "Program", at: 0, modules: [parsed.module] };
  let text = "";
  for (const pass of [...front, ...passes]) {
    if (diagnostics.length > 0 && "afterErrors" in pass && pass.afterErrors === "stop") break;
    const outcome = pass.run(program as never, { options: {} });
    if (!isRight(outcome)) diagnostics.push(...outcome.left);
    if (isLeft(outcome)) break;
    program = outcome.right;
    const language = pass.to as Language<Rooted>;
    const verified = verify(language, "Program", program);
    if (isLeft(verified)) throw new Error(`${pass.name}: ${JSON.stringify(verified.left)}`);
    if (pass.name === last) text = print(language, "Program", program as NodeOf<Rooted, "Program">);
  }
  return { diagnostics, text };
};

/** `2:11 message`, or `2:11 CODE message`, in the order of their places. */
const show = (source: string, diagnostics: readonly Diagnostic[]): readonly string[] =>
  [...diagnostics]
    .sort((a, b) => a.at - b.at)
    .map(({ at, code, message }) => {
      const before = source.slice(0, startOf(at)).split("\n");
      return `${before.length}:${[...before.at(-1)!].length + 1} ${code === null ? "" : `${code} `}${message}`;
    });

/** What is wrong with a file. */
export const messagesOf = (...lines: readonly string[]): readonly string[] => {
  const source = `${lines.join("\n")}\n`;
  return show(source, compile(source, "insert-conversions").diagnostics);
};

/** Where something is wrong with a file: `2:11`, or `2:11 CODE`. */
export const placesOf = (...lines: readonly string[]): readonly string[] =>
  messagesOf(...lines).map((message) => /^\S+( FUSE_\S+)?/.exec(message)![0]);

/** A file as it leaves a pass of this stage. */
export const printed = (pass: string, ...lines: readonly string[]): string => {
  if (!stage.has(pass)) throw new Error(`there is no pass ${pass}`);
  const source = `${lines.join("\n")}\n`;
  const { diagnostics, text } = compile(source, pass);
  if (diagnostics.length > 0) throw new Error(show(source, diagnostics).join("\n"));
  return text;
};
