// For tests: source text as Anf, taken through passes of this stage.

import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import type { Pass } from "../../ir/framework/pass.ts";
import { print } from "../../ir/framework/print.ts";
import { verify } from "../../ir/framework/verify.ts";
import { lowered } from "../lower/testing.ts";
import type { Program } from "./nodes.ts";
import { normaliseToAnf } from "./normalise-to-anf.ts";

type Simplification = Pass<AnfGrammar, AnfGrammar>;

const ran = <A>({ name, run }: Pass<A, AnfGrammar>, program: Parameters<typeof run>[0]): Program => {
  const result = run(program, { options: {} });
  if (!isRight(result)) throw new Error(`${name}: ${JSON.stringify(result.left)}`);
  const verified = verify(Anf, "Program", result.right);
  if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
  return result.right;
};

/** The program behind these passes; verified. */
export const simplified = (passes: readonly Simplification[], ...lines: readonly string[]): Program =>
  passes.reduce((program, each) => ran(each, program), ran(normaliseToAnf, lowered(...lines)));

/** The lines of the body of a function of a program. */
export const bodyOf = (name: string, { functions }: Program): readonly string[] => {
  const found = functions.find((fn) => fn.name === name);
  if (!found) throw new Error(`no function ${name} among ${functions.map((fn) => fn.name).join(", ")}`);
  return print(Anf, "Block", found.body)
    .split("\n")
    .map((line) => line.trim());
};
