// For tests: source text through all stages in front of this one, and through the passes of this one.

import { isLeft } from "fp-ts/These";
import type { Language, NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import { verify } from "../../ir/framework/verify.ts";
import { type AnyPass, passesOfStages, programOf } from "../testing.ts";

type Rooted = { readonly Program: { readonly Program: Record<never, never> } };

/** The passes of this stage, in order. */
export const passes: readonly AnyPass[] = passesOfStages("monomorphise");

/** What came out of a pass; verified against its language. */
export interface Outcome {
  readonly name: string;
  readonly program: unknown;
  readonly text: string;
}

/** The stages in front of this one. */
const front: readonly AnyPass[] = passesOfStages("parse", "link", "desugar", "resolve", "typecheck");

/** The outcome of each of `stage`, the passes behind the type checker; an exception if anything is wrong. */
export const outcomesOf = (stage: readonly AnyPass[], lines: readonly string[]): readonly Outcome[] =>
  outcomesOfFiles(stage, { "main.fuse": `${lines.join("\n")}\n` });

/** The same of a program of several files. */
export const outcomesOfFiles = (
  stage: readonly AnyPass[],
  files: Readonly<Record<string, string>>,
): readonly Outcome[] => {
  let program: unknown = programOf(files);
  const outcomes: Outcome[] = [];
  for (const pass of [...front, ...stage]) {
    const outcome = pass.run(program as never, { options: {} });
    if (isLeft(outcome) || "left" in outcome) throw new Error(JSON.stringify(outcome.left));
    program = outcome.right;
    if (!stage.includes(pass)) continue;
    const language = pass.to as Language<Rooted>;
    const verified = verify(language, "Program", program);
    if (isLeft(verified)) throw new Error(`${pass.name}: ${JSON.stringify(verified.left)}`);
    const text = print(language, "Program", program as NodeOf<Rooted, "Program">);
    outcomes.push({ name: pass.name, program, text });
  }
  return outcomes;
};

/** The program behind a pass of this stage, as its printed lines without indentation. */
export const linesAfter = (pass: string, ...lines: readonly string[]): readonly string[] =>
  outcomesOf(passes, lines)
    .find(({ name }) => name === pass)!
    .text.split("\n")
    .map((line) => line.trim());
