// What the pipeline is made of: stages, each a list of passes that ends at a named boundary.

import type { Language } from "../ir/framework/language.ts";
import type { Pass } from "../ir/framework/pass.ts";

/** A pass of whatever languages. */
// biome-ignore lint/suspicious/noExplicitAny: the order check compares the languages when the pipeline is made
export type AnyPass = Pass<any, any>;
export type AnyLanguage = Language<unknown>;

/** The backends, each with the boundary that it starts from. */
export type Backend = "ast" | "vm" | "aot";

/** `boundary` names the stage and its end; `truth` says what is true of a program there. */
export interface Stage {
  readonly boundary: string;
  readonly truth: string;
  readonly passes: readonly AnyPass[];
  /** The boundary in front of it, where that is not the stage above: `wat` is made beside `registers`. */
  readonly behind?: string;
  /** Diagnostics found up to its end stop the pipeline there. */
  readonly gate?: true;
  /** Of several diagnostics of the stage at one place the first made stays (chapter 1.9). */
  readonly onePerPlace?: true;
  /** Who can run a program that a dump of this boundary holds. */
  readonly runs: readonly Backend[];
}

/** All passes with the boundary of their stage, in order. */
export const passesOf = (
  stages: readonly Stage[],
): readonly { readonly stage: Stage; readonly pass: AnyPass }[] =>
  stages.flatMap((stage) => stage.passes.map((pass) => ({ stage, pass })));

/** The stage in front of a stage: the one above, or the one it says. */
export const stageBefore = (stages: readonly Stage[], boundary: string): Stage | undefined => {
  const index = stages.findIndex((stage) => stage.boundary === boundary);
  const behind = stages[index]?.behind;
  return behind === undefined ? stages[index - 1] : stages.find((stage) => stage.boundary === behind);
};
