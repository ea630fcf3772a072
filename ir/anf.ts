// From Matched to Anf: operands are atoms, so the order of evaluation is the order of statements.

import { child, extend, type GrammarOf, type Language, many, opt } from "./framework/language.ts";
import { bool, count, word } from "./leaves.ts";
import { Matched } from "./matched.ts";
import { local } from "./symbols.ts";
import { type } from "./types.ts";

const { Int, Float, Bool, Text, Null, Unit, Local, FunctionValue, Closure, Prim } = Matched.grammar.Expr;

const anf = extend(Matched, "Anf", {
  /** What takes no evaluation: a constant, or what a local holds. It can neither fail nor change anything. */
  Atom: { with: { Int, Float, Bool, Text, Null, Unit, Local, FunctionValue } },
  /** One operation on atoms, or an atom itself. */
  Expr: {
    without: ["Choose", "Bind"],
    with: {
      Prim: { type, op: Prim.op, args: many("Atom") },
      Call: { type, function: word, args: many("Atom") },
      CallValue: { type, callee: child("Atom"), args: many("Atom") },
      Spawn: { type, function: word, args: many("Atom") },
      Closure: { ...Closure, captured: child("Atom") },
      MakeStruct: { type, struct: word, values: many("Atom") },
      GetField: { type, index: count, base: child("Atom") },
      MakeVariant: { type, enum: word, tag: count, values: many("Atom") },
      IsVariant: { type, tag: count, base: child("Atom") },
      GetPayload: { type, tag: count, index: count, base: child("Atom") },
      MakeList: { type, items: many("Atom") },
      MakeMap: { type, entries: many("Entry") },
    },
  },
  Entry: { with: { Entry: { key: child("Atom"), value: child("Atom") } } },
  /**
   * A temporary that both branches of an `If` give a value has a `Let` in each of them, of one type, and is used behind
   * the `If`; a branch that ends with `fail` or `raise` has none. What stands behind these two is never reached.
   */
  Stmt: {
    with: {
      /** Where there are steps, `value` is an atom. */
      Assign: { local, value: child("Expr"), steps: many("Step") },
      If: { condition: child("Atom"), whenTrue: child("Block"), whenFalse: opt("Block") },
      /**
       * Each round: `test`, which computes `condition`; if that holds, `body`, then `step`. `continue` goes on with
       * `step`, `break` leaves. What `test` binds is known in the round, not behind the loop.
       */
      Loop: { test: child("Block"), condition: child("Atom"), body: child("Block"), step: child("Block") },
    },
  },
  Step: {
    with: {
      ItemAt: { optional: bool, index: child("Atom") },
      KeyAt: { optional: bool, key: child("Atom") },
    },
  },
});
export interface AnfGrammar extends GrammarOf<typeof anf> {}
/** Each statement does one thing, in the order written. */
export const Anf: Language<AnfGrammar> = anf;

/** The forms of atoms, which are the same among expressions. */
const atoms: Readonly<Record<keyof AnfGrammar["Atom"], true>> = {
  Int: true,
  Float: true,
  Bool: true,
  Text: true,
  Null: true,
  Unit: true,
  Local: true,
  FunctionValue: true,
};

/** Whether an expression of Anf, or of a language behind it, is an atom. */
export const isAtom = <E extends { readonly kind: string }>(
  node: E,
): node is Extract<E, { readonly kind: keyof typeof atoms }> => Object.hasOwn(atoms, node.kind);
