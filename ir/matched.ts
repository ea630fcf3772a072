// From Derived to Matched: patterns and short forms are branches, loops are one form.

import * as t from "io-ts";
import { Derived } from "./derived.ts";
import {
  child,
  extend,
  type GrammarOf,
  type Language,
  language,
  leaf,
  many,
  operands,
  opt,
} from "./framework/language.ts";
import { bool, count, float, integer, text, word } from "./leaves.ts";
import { local } from "./symbols.ts";
import { type } from "./types.ts";

const chained = extend(Derived, "Chained", { Expr: { without: ["OptionalField", "OptionalIndex"] } });
export interface ChainedGrammar extends GrammarOf<typeof chained> {}
/** `?.` and `?[ ]` are branches. */
export const Chained: Language<ChainedGrammar> = chained;

const decided = extend(Chained, "Decided", { Expr: { without: ["Coalesce", "Bang", "Logic"] } });
export interface DecidedGrammar extends GrammarOf<typeof decided> {}
/** `??`, `?!`, `and`, `or` are branches. */
export const Decided: Language<DecidedGrammar> = decided;

const accessed = extend(Decided, "Accessed", {
  Expr: {
    without: ["Field", "Index", "List", "Map", "MakeVariant"],
    with: {
      /** The field at `index` (in the order of the declaration) of a struct. */
      GetField: { type, index: count, base: child("Expr") },
      /** The variant number `tag` of an enum. */
      MakeVariant: { type, enum: word, tag: count, values: many("Expr") },
      /** Whether an enum value is of the variant `tag`. */
      IsVariant: { type, tag: count, base: child("Expr") },
      /** The payload value at `index` of an enum value known to be of the variant `tag`. */
      GetPayload: { type, tag: count, index: count, base: child("Expr") },
      MakeList: { type, items: many("Expr") },
      /** Entries in order; a later value of a key replaces the earlier one in its place. */
      MakeMap: { type, entries: many("Entry") },
    },
  },
  Stmt: {
    with: {
      /** `root.a[i].b = value`: the value first, then the indices, then the walk (03, 4.1). */
      Assign: { local, value: child("Expr"), steps: many("Step") },
    },
  },
  /**
   * `optional`: through an option; null is the failure `runtime_null_access`. Elsewhere a part that does not exist
   * is `runtime_invalid_assignment_target`.
   */
  Step: {
    without: ["FieldStep", "IndexStep"],
    with: {
      FieldAt: { index: count, optional: bool },
      ItemAt: { optional: bool, index: child("Expr") },
      KeyAt: { optional: bool, key: child("Expr") },
    },
  },
});
export interface AccessedGrammar extends GrammarOf<typeof accessed> {}
/** Fields and variants are numbers; reads of lists and maps are primitive operations. */
export const Accessed: Language<AccessedGrammar> = accessed;

const looped = extend(Accessed, "Looped", {
  Stmt: {
    without: ["For", "While"],
    with: {
      /** While `condition` holds: `body`, then `step`; `continue` goes on with `step`, `break` leaves. */
      Loop: { condition: child("Expr"), body: child("Block"), step: child("Block") },
    },
  },
});
export interface LoopedGrammar extends GrammarOf<typeof looped> {}
/** Loops are one form. */
export const Looped: Language<LoopedGrammar> = looped;

const trees = extend(Looped, "Trees", {
  Stmt: {
    without: ["Match"],
    with: {
      If: { condition: child("Expr"), whenTrue: child("Block"), whenFalse: opt("Block") },
    },
  },
  Branch: { without: ["Branch"] },
  Case: { without: ["Case"] },
  Pattern: {
    without: [
      "Wildcard",
      "LiteralPattern",
      "BindPattern",
      "VariantPattern",
      "SomePattern",
      "NonePattern",
      "OkPattern",
      "ErrPattern",
      "StructPattern",
      "DynamicBarePattern",
      "DynamicVariantPattern",
    ],
  },
  FieldPattern: { without: ["FieldPattern"] },
});
export interface TreesGrammar extends GrammarOf<typeof trees> {}
/** Patterns are decision trees. */
export const Trees: Language<TreesGrammar> = trees;

const suspending = extend(Trees, "Suspending", {
  Function: {
    with: {
      Function: {
        id: word,
        name: word,
        path: word,
        suspends: bool,
        params: many("Param"),
        result: type,
        locals: count,
        body: child("Block"),
      },
    },
  },
});
export interface SuspendingGrammar extends GrammarOf<typeof suspending> {}
/** Functions say whether a call of them may wait. */
export const Suspending: Language<SuspendingGrammar> = suspending;

/** Calls of functions of the program; levels of a value, for derived functions that go through one. */
const counted = leaf(t.keyof({ nothing: null, calls: null, levels: null }, "what counts"), (what) => what);

const { FunctionValue, Closure, Prim, Spawn } = Suspending.grammar.Expr;
const { Source, TypeDecl, Field, Variant, EntryPoint } = Suspending.grammar;

/**
 * Written out whole: who wants to know what a program is in the end starts here. (The types of a chain of languages are
 * computed from its start; the compiler takes no chain of any length, so it begins anew here.)
 */
const matched = language("Matched", {
  Program: {
    Program: {
      sources: many("Source"),
      types: many("TypeDecl"),
      functions: many("Function"),
      entries: many("EntryPoint"),
    },
  },
  ...{ Source, TypeDecl, Field, Variant, EntryPoint },
  Function: {
    /**
     * `suspends`: a call may wait, for a task or for a time. `counts`: what its active calls count as, if it is on a cycle
     * of the call graph (03, 7.3).
     */
    Function: {
      id: word,
      name: word,
      path: word,
      suspends: bool,
      counts: counted,
      params: many("Param"),
      result: type,
      locals: count,
      body: child("Block"),
    },
  },
  Param: { Param: { local, type } },
  Block: { Block: { statements: many("Stmt") } },
  Stmt: {
    Let: { local, type, value: child("Expr") },
    Assign: { local, value: child("Expr"), steps: many("Step") },
    Do: { value: child("Expr") },
    If: { condition: child("Expr"), whenTrue: child("Block"), whenFalse: opt("Block") },
    Loop: { condition: child("Expr"), body: child("Block"), step: child("Block") },
    Break: {},
    Continue: {},
    Return: { value: opt("Expr") },
  },
  Step: {
    FieldAt: { index: count, optional: bool },
    ItemAt: { optional: bool, index: child("Expr") },
    KeyAt: { optional: bool, key: child("Expr") },
  },
  Expr: {
    Int: { value: integer, type },
    Float: { value: float, type },
    Bool: { value: bool, type },
    Text: { value: text, type },
    Null: { type },
    Unit: { type },
    FunctionValue,
    Closure,
    Local: { local, type },
    Bind: { type, local, value: child("Expr"), body: child("Expr") },
    Choose: { type, condition: child("Expr"), whenTrue: child("Expr"), whenFalse: child("Expr") },
    Prim,
    Call: { type, function: word, args: operands("Expr") },
    /** Each backend passes the callee, which is evaluated first and once, as the first argument of its entry. */
    CallValue: { callee: child("Expr"), args: many("Expr"), type },
    /** A task that will run the function with these arguments; the function gives a Result (03, section 12). */
    Spawn,
    MakeStruct: { type, struct: word, values: many("Expr") },
    GetField: { type, index: count, base: child("Expr") },
    MakeVariant: { type, enum: word, tag: count, values: many("Expr") },
    IsVariant: { type, tag: count, base: child("Expr") },
    GetPayload: { type, tag: count, index: count, base: child("Expr") },
    MakeList: { type, items: many("Expr") },
    MakeMap: { type, entries: many("Entry") },
  },
  Entry: { Entry: { key: child("Expr"), value: child("Expr") } },
});
export interface MatchedGrammar extends GrammarOf<typeof matched> {}
/** What the interpreter runs, and what the other backends are lowered from. */
export const Matched: Language<MatchedGrammar> = matched;
