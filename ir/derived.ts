// From Mono to Derived: operations are primitives, and what types imply is ordinary functions.

import * as t from "io-ts";
import { child, extend, type GrammarOf, type Language, leaf, many, operands } from "./framework/language.ts";
import { bool, text, word } from "./leaves.ts";
import { Mono } from "./mono.ts";
import { type PrimitiveName, primitives } from "./primitives.ts";
import { type } from "./types.ts";

/** The position of nodes that stand nowhere in the program: what fails there fails where the program asked for it. */
export const NO_PLACE = 0;

const primitiveCodec = new t.Type<PrimitiveName, string, unknown>(
  "a primitive operation",
  (u): u is PrimitiveName => typeof u === "string" && Object.hasOwn(primitives, u),
  (u, context) =>
    typeof u === "string" && Object.hasOwn(primitives, u)
      ? t.success(u as PrimitiveName)
      : t.failure(u, context),
  (value) => value,
);
const primitive = leaf(primitiveCodec, (value) => value);
const logic = leaf(t.keyof({ and: null, or: null }, "and or or"), (value) => value);
const words = leaf(t.readonlyArray(t.string, "ids"), (ids) => `[${ids.join(" ")}]`);

const operations = extend(Mono, "Operations", {
  Expr: {
    without: ["Binary", "Unary", "HasType"],
    with: {
      /** An operation of `primitives.ts`; operands are evaluated from left to right. */
      Prim: { type, op: primitive, args: operands("Expr") },
      /** Structural equality of two values of one type (or of null with an option). */
      Equal: { type, negated: bool, left: child("Expr"), right: child("Expr") },
      Logic: { type, op: logic, left: child("Expr"), right: child("Expr") },
    },
  },
});
export interface OperationsGrammar extends GrammarOf<typeof operations> {}
/** Operators are primitive operations, chosen by the types of their operands. */
export const Operations: Language<OperationsGrammar> = operations;

const opened = extend(Operations, "Opened", { Expr: { without: ["Box"] } });
export interface OpenedGrammar extends GrammarOf<typeof opened> {}
/** Boxes are cells: a value is put into one or taken out of one explicitly. */
export const Opened: Language<OpenedGrammar> = opened;

const values = extend(Opened, "Values", {
  Expr: {
    without: ["CallBuiltin", "BuiltinName", "VariantName", "FunctionName", "MethodValue"],
    with: {
      Unit: { type },
      /**
       * A text decoded as `T`, where the type is `T!Validation` (10.5): problems have `root` in front of their paths; `code`
       * is that of a text that is no JSON.
       */
      DecodeText: { type, root: text, code: text, value: child("Expr") },
      /** The JSON of a value (03, 15.1). */
      JsonText: { type, value: child("Expr") },
      /**
       * A function as a value. `label` is its text form. `entries` are the functions that take the value itself, and its
       * arguments: the first takes those without a default, each later one one more. `dynamic` takes the value and a list
       * of arguments of unknown type, and gives a value of unknown type: for calls of a value that is of unknown type
       * itself.
       */
      FunctionValue: { type, label: text, entries: words, dynamic: word },
      /** A function value that holds something for its entries, which read it with `function.captured`. */
      Closure: { type, label: text, entries: words, dynamic: word, captured: child("Expr") },
    },
  },
});
export interface ValuesGrammar extends GrammarOf<typeof values> {}
/** Built-ins are primitive operations; built-ins and variants that are used as values are functions. */
export const Values: Language<ValuesGrammar> = values;

const awaited = extend(Values, "Awaited", { Expr: { without: ["Await"] } });
export interface AwaitedGrammar extends GrammarOf<typeof awaited> {}
/** The function of a task gives a Result, which whoever awaits the task takes apart. */
export const Awaited: Language<AwaitedGrammar> = awaited;

const structures = extend(Awaited, "Structures", {
  Expr: {
    without: ["StructLiteral"],
    with: {
      /** All fields in the order of the declaration, validated. */
      MakeStruct: { type, struct: word, values: many("Expr") },
    },
  },
  FieldValue: { without: ["FieldValue"] },
});
export interface StructuresGrammar extends GrammarOf<typeof structures> {}
/** Struct literals are complete: given fields in the order written, then defaults (03, 8.1). */
export const Structures: Language<StructuresGrammar> = structures;

const decoded = extend(Structures, "Decoded", { Expr: { without: ["DecodeText"] } });
export interface DecodedGrammar extends GrammarOf<typeof decoded> {}
/** Typed decoding is a call of a derived function. */
export const Decoded: Language<DecodedGrammar> = decoded;

const validated = extend(Decoded, "Validated", { Expr: { without: ["Validate"] } });
export interface ValidatedGrammar extends GrammarOf<typeof validated> {}
/** Validation is a call of a derived function. */
export const Validated: Language<ValidatedGrammar> = validated;

const converted = extend(Validated, "Converted", { Expr: { without: ["Convert"] } });
export interface ConvertedGrammar extends GrammarOf<typeof converted> {}
/** Conversions are primitive operations, or calls of derived functions. */
export const Converted: Language<ConvertedGrammar> = converted;

const printed = extend(Converted, "Printed", { Expr: { without: ["Concat"] } });
export interface PrintedGrammar extends GrammarOf<typeof printed> {}
/** Text forms are primitive operations, or calls of derived functions. */
export const Printed: Language<PrintedGrammar> = printed;

const encoded = extend(Printed, "Encoded", { Expr: { without: ["JsonText"] } });
export interface EncodedGrammar extends GrammarOf<typeof encoded> {}
/** JSON texts are primitive operations, or calls of derived functions. */
export const Encoded: Language<EncodedGrammar> = encoded;

const derived = extend(Encoded, "Derived", { Expr: { without: ["Equal"] } });
export interface DerivedGrammar extends GrammarOf<typeof derived> {}
/** The functions that types imply exist as ordinary functions. */
export const Derived: Language<DerivedGrammar> = derived;
