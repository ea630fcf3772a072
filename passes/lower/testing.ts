// For tests: source text through all stages in front of this one, and through the passes of this one.

import type { Language, NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import type { MatchedGrammar } from "../../ir/matched.ts";
import { passes as monomorphise, type Outcome, outcomesOf } from "../monomorphise/testing.ts";
import { type AnyPass, passesOfStages } from "../testing.ts";

/** The passes of this stage, in order. */
export const passes: readonly AnyPass[] = passesOfStages("match");

const outcomes = (lines: readonly string[]): readonly Outcome[] =>
  outcomesOf([...monomorphise, ...passes], lines);

/** The program at the end of the stage. */
export const lowered = (...lines: readonly string[]): NodeOf<MatchedGrammar, "Program"> =>
  outcomes(lines).at(-1)!.program as NodeOf<MatchedGrammar, "Program">;

type Functions = {
  readonly Function: {
    readonly Function: { readonly body: { readonly role: "child"; readonly sort: "Block" } };
  };
  readonly Block: { readonly Block: Record<never, never> };
};
interface Listing {
  readonly functions: readonly (NodeOf<Functions, "Function"> & { readonly name: string })[];
}

/** The body of a function as it leaves a pass. */
export const printed = (pass: string, name: string, ...lines: readonly string[]): string => {
  const { to } = passes.find((each) => each.name === pass)!;
  const { functions } = outcomes(lines).find((each) => each.name === pass)!.program as Listing;
  const found = functions.find((fn) => fn.name === name);
  if (!found) throw new Error(`no function ${name} among ${functions.map((fn) => fn.name).join(", ")}`);
  return print(to as Language<Functions>, "Block", found.body);
};
