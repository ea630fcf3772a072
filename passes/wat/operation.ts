// What all families of operations have in common.

import type { FormOf } from "../../ir/framework/language.ts";
import type { PromptPrimitive, ResumableGrammar } from "../../ir/resumable.ts";
import type { Instr } from "./code.ts";
import type { Context, Parts } from "./context.ts";

export type Prim = FormOf<ResumableGrammar, "Expr", "Prim">;

/** Emits what an operation on these operands needs, and gives the values of its result. */
export type Operation = (context: Context, args: readonly Parts[], node: Prim) => Parts;

/** All operations whose names begin with `P.`. */
export type Family<P extends string> = {
  readonly [N in Extract<PromptPrimitive, `${P}.${string}`>]: Operation;
};

/** The operand at a position that has one part. */
export const single = (args: readonly Parts[], position = 0): Instr => args[position]![0]!;

/** An operation that is one instruction of WebAssembly. */
export const instruction =
  (name: string, of: (name: string, ...operands: readonly Instr[]) => Instr): Operation =>
  (_, args) => [of(name, ...args.map(([part]) => part!))];
