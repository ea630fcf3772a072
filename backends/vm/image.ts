// A program as the machine takes it: numbers in flat arrays, and tables that they point into.

import type { EntryKind } from "../../ir/mono.ts";
import type { Constant } from "../../ir/operands.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import type { EnumType, StructType } from "../../runtime/values.ts";

/** An instruction is so many words: its opcode's number and three operands. */
export const WORDS = 4;

/** What active calls of a function count as. */
export type Counted = "nothing" | "calls" | "levels";

export interface ImageFunction {
  readonly id: string;
  /** The file that its positions are in. */
  readonly path: string;
  /** The number of its first instruction; functions stand one behind the other. */
  readonly start: number;
  /** How many registers of each file a call needs. */
  readonly numbers: number;
  readonly references: number;
  readonly parameters: number;
  readonly counts: Counted;
}

/** A function as a value; functions by number. */
export interface ImageValue {
  readonly label: string;
  readonly entries: readonly number[];
  readonly dynamic: number;
}

/** What can be started: a function without parameters, by its id. */
export interface ImageEntry {
  readonly role: EntryKind;
  readonly name: string;
  readonly function: string;
}

export interface ImageVariant {
  /** The enum by number. */
  readonly enum: number;
  readonly tag: number;
}

/**
 * A compiled program. An operand in `code` is, by its kind: the number of a register; where a jump goes, as the offset
 * in `code`; an immediate integer; else a number in the table for its kind. Operand lists stand in `lists`: arguments
 * as the count of number registers, these, the count of reference registers, these, but one lone argument is written in
 * the operand itself, which is negative then; members as their count, then for
 * each how it stands (`memberForms`) and the number of the register or constant; steps as their count, then for each the
 * number of the field, or the complement of the register.
 */
export interface Image {
  readonly code: Int32Array;
  /** Where each instruction stands in its file. */
  readonly positions: Float64Array;
  readonly lists: Int32Array;
  readonly constants: readonly Constant[];
  readonly functions: readonly ImageFunction[];
  readonly structs: readonly StructType[];
  readonly enums: readonly EnumType[];
  readonly variants: readonly ImageVariant[];
  readonly values: readonly ImageValue[];
  readonly primitives: readonly PrimitiveName[];
  readonly entries: readonly ImageEntry[];
}

/** How a member of an operand list stands: in a register, or as a constant. */
export const memberForms = ["reference", "int", "float", "bool", "constant"] as const;

/** The operand for one lone argument, in a number register or in a reference register. */
export const loneNumber = (register: number): number => ~(register << 1);
export const loneReference = (register: number): number => ~((register << 1) | 1);
/** The register of a lone argument, and whether it is one for references. */
export const loneRegister = (operand: number): number => ~operand >> 1;
export const isLoneReference = (operand: number): boolean => (operand & 1) === 0;
