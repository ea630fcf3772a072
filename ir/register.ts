// From Owned to Register: typed registers and jumps, the program of the VM.

import * as t from "io-ts";
import { extend, type GrammarOf, type Language, language, leaf, many } from "./framework/language.ts";
import { count, word } from "./leaves.ts";
import { isOperation, type Operation, readOperation, showOperation, writeOperation } from "./operands.ts";
import { Owned } from "./owned.ts";

const { Program, Source, TypeDecl, Field, Variant, EntryPoint } = Owned.grammar;
const { counts } = Owned.grammar.Function.Function;

const operation = leaf(
  new t.Type<Operation, readonly unknown[], unknown>(
    "an instruction",
    isOperation,
    (u, context) => {
      const read = readOperation(u);
      return read ? t.success(read) : t.failure(u, context);
    },
    writeOperation,
  ),
  showOperation,
);

const resultClasses = { int: null, number: null, reference: null, nothing: null } as const;
/** Where the result of a function stands: in a number register (as an Int or not), a reference register, nowhere. */
export type ResultClass = keyof typeof resultClasses;
const resultClass = leaf(t.keyof(resultClasses, "a class of results"), (value) => value);

const registerKinds = { i: null, n: null, r: null } as const;
/** What a register serves for: Ints; Floats and Bools; references. */
export type RegisterKind = keyof typeof registerKinds;
/** A register that a parameter arrives in. */
export interface Parameter {
  readonly kind: RegisterKind;
  readonly register: number;
}
const isKind = (u: unknown): u is RegisterKind => typeof u === "string" && Object.hasOwn(registerKinds, u);
const parameters = leaf(
  t.readonlyArray(
    new t.Type<Parameter, readonly [string, number], unknown>(
      "a parameter",
      (u): u is Parameter =>
        typeof u === "object" &&
        u !== null &&
        "kind" in u &&
        isKind(u.kind) &&
        "register" in u &&
        count.codec.is(u.register),
      (u, context) => {
        if (!Array.isArray(u)) return t.failure(u, context);
        const [kind, register] = u as readonly unknown[];
        return isKind(kind) && count.codec.is(register)
          ? t.success({ kind, register })
          : t.failure(u, context);
      },
      ({ kind, register }) => [kind, register],
    ),
    "parameters",
  ),
  (all) => `(${all.map(({ kind, register }) => `${kind === "r" ? "r" : "n"}${register}`).join(" ")})`,
);

const types = { Source, TypeDecl, Field, Variant, EntryPoint } as const;
const head = { id: word, name: word, path: word, counts, params: parameters, result: resultClass } as const;

const linear = language("Linear", {
  Program,
  ...types,
  Function: {
    /** `registers`: how many there are, of all kinds together: each has one kind and a number of its own. */
    Function: { ...head, registers: count, code: many("Instruction") },
  },
  /** Jumps go to labels. */
  Instruction: { Do: { operation }, Label: { label: count } },
});
export interface LinearGrammar extends GrammarOf<typeof linear> {}
/**
 * Instructions and labels, with as many registers as there are values. Loops are nested; a jump into one from outside
 * goes to its test, which stands at its bottom.
 */
export const Linear: Language<LinearGrammar> = linear;

const files = { numbers: count, references: count } as const;
const allocated = extend(Linear, "Allocated", {
  Function: {
    with: {
      /**
       * `numbers` and `references`: how many registers of each file a call needs. The parameters are the first of
       * their files, in order.
       */
      Function: { ...head, ...files, code: many("Instruction") },
    },
  },
});
export interface AllocatedGrammar extends GrammarOf<typeof allocated> {}
/** Values share the registers of the machine. */
export const Allocated: Language<AllocatedGrammar> = allocated;

const register = extend(Allocated, "Register", {
  Instruction: {
    without: ["Do", "Label"],
    with: {
      /** `number` is the instruction's own; jumps go to such numbers. */
      At: { number: count, operation },
    },
  },
});
export interface RegisterGrammar extends GrammarOf<typeof register> {}
/** Typed registers and jumps: what the VM's assembler takes. */
export const Register: Language<RegisterGrammar> = register;
