// What a pass is: one step from a program in one language to a program in the next.

import type { These } from "fp-ts/These";
import type { Diagnostic } from "../diagnostic.ts";
import type { Language, NodeOf } from "./language.ts";

/** What a pass may ask of the world outside the program. */
export interface Environment {
  /** The options that a pipeline file gives this pass; plain JSON, decoded by the pass. */
  readonly options: unknown;
}

/** The whole program, in a language whose root sort is `Program`. */
export type ProgramOf<G> = "Program" extends keyof G ? NodeOf<G, "Program"> : never;

/**
 * A step from language A to language B. `run` is pure: the same program gives the same result, byte for byte.
 * It gives a program, or the errors it found (at least one), or both: then later checks still run, and expressions
 * that were diagnosed have the unknown type. A check gives its input back.
 */
export interface Pass<A, B> {
  readonly name: string;
  /** One sentence without "and": what it is for. */
  readonly purpose: string;
  readonly from: Language<A>;
  readonly to: Language<B>;
  /** A program means the same without this pass. */
  readonly optional?: true;
  /** The program must be free of diagnostics: if there are any, the pipeline ends in front of this pass. */
  readonly afterErrors?: "stop";
  readonly run: (
    program: ProgramOf<A>,
    environment: Environment,
  ) => These<readonly Diagnostic[], ProgramOf<B>>;
}

export const pass = <A, B>(definition: Pass<A, B>): Pass<A, B> => definition;
