// Slice: what of Typed this version can run. Written out whole, because nothing behind it depends on how the front end grew.

import { child, type GrammarOf, type Language, language, many, operands, opt } from "./framework/language.ts";
import { typeParams } from "./interfaces.ts";
import { bool, count, float, ident, integer, quoted, sourceText, text, word } from "./leaves.ts";
import { binaryOperator, unaryOperator } from "./surface.ts";
import { local, optLocal } from "./symbols.ts";
import { type, types } from "./types.ts";

const slice = language("Slice", {
  Program: { Program: { modules: many("Module"), assets: many("Asset") } },
  Module: { Module: { path: word, text: sourceText, items: many("Item") } },
  Asset: { TextAsset: { path: word, text }, JsonAsset: { path: word, text } },
  Item: {
    Struct: { id: word, name: ident, fields: many("Field") },
    Enum: { id: word, name: ident, variants: many("Variant") },
    /** `interface` is the id of the interface whose members the methods are. */
    Impl: { id: word, interface: word, target: type, methods: many("Fn") },
    Function: { fn: child("Fn") },
    App: { name: quoted, locals: count, body: child("Block") },
    Test: { name: quoted, locals: count, body: child("Block") },
  },
  Fn: {
    Fn: {
      id: word,
      name: ident,
      typeParams,
      self: optLocal,
      locals: count,
      params: many("Param"),
      result: type,
      body: child("Block"),
    },
  },
  Param: { Param: { local, type, default: opt("Expr") } },
  Field: { Field: { name: ident, type, default: opt("Expr") } },
  Variant: { Variant: { name: ident, payload: many("Type") } },
  Type: { Type: { type } },

  Block: { Block: { statements: many("Stmt") } },
  Stmt: {
    Let: { local, type, value: child("Expr") },
    /** `root.a[i].b = value`: the value is evaluated first, then the indices from left to right. */
    Assign: { local, value: child("Expr"), steps: many("Step") },
    Return: { value: opt("Expr") },
    If: { branches: many("Branch"), otherwise: opt("Block") },
    /** `exhaustive`: some case matches every value of the subject's type. */
    Match: { exhaustive: bool, subject: child("Expr"), cases: many("Case") },
    For: { pattern: child("Pattern"), iterable: child("Expr"), body: child("Block") },
    While: { condition: child("Expr"), body: child("Block") },
    Break: {},
    Continue: {},
    Do: { value: child("Expr") },
  },
  Branch: { Branch: { condition: child("Expr"), body: child("Block") } },
  Case: { Case: { pattern: child("Pattern"), body: child("Block") } },
  /** `of` is the type of what the step is made in, `optional` marks `?.` and `?[`. */
  Step: {
    FieldStep: { name: ident, of: type, optional: bool },
    IndexStep: { of: type, optional: bool, index: child("Expr") },
  },

  Expr: {
    Int: { type, value: integer },
    Float: { type, value: float },
    Bool: { type, value: bool },
    Text: { type, value: text },
    Null: { type },
    Local: { type, local },
    FunctionName: { type, id: word },
    BuiltinName: { type, name: word },
    /** An imported asset. */
    AssetName: { type, path: word },
    VariantName: { type, enum: word, variant: word },
    /** A method of a value as a function value: the receiver is evaluated and bound. */
    MethodValue: { type, function: word, receiver: child("Expr") },
    MemberValue: { type, of: type, interface: word, member: word, receiver: opt("Expr") },
    MakeVariant: { type, enum: word, variant: word, args: many("Expr") },
    StructLiteral: { type, struct: word, fields: many("FieldValue") },
    InheritedDefault: { type, origin: word, field: word },
    /** See `Inferred` for the calls. */
    Call: { type, function: word, typeArgs: types, receiver: opt("Expr"), args: many("BoundArg") },
    CallMember: {
      type,
      of: type,
      interface: word,
      member: word,
      typeArgs: types,
      receiver: opt("Expr"),
      args: many("BoundArg"),
    },
    CallBuiltin: { type, name: word, args: operands("Expr") },
    CallValue: { type, callee: child("Expr"), args: many("Expr") },
    Await: { type, operand: child("Expr") },
    Spawn: { type, body: child("Block") },
    Box: { type, operand: child("Expr") },
    Binary: { type, op: binaryOperator, left: child("Expr"), right: child("Expr") },
    Coalesce: { type, left: child("Expr"), right: child("Expr") },
    Unary: { type, op: unaryOperator, operand: child("Expr") },
    Field: { type, name: ident, base: child("Expr") },
    OptionalField: { type, name: ident, base: child("Expr") },
    Index: { type, handled: bool, base: child("Expr"), index: child("Expr") },
    OptionalIndex: { type, handled: bool, base: child("Expr"), index: child("Expr") },
    Bang: { type, value: child("Expr"), error: opt("Expr") },
    List: { type, items: many("Expr") },
    Map: { type, entries: many("Entry") },
    Concat: { type, parts: many("Expr") },
    /** `value` enters a place of type `type`: wrapped, tested (00, 0.2) or forgotten, as the two types say. */
    Convert: { type, value: child("Expr") },
    /** A field value of a struct literal is validated against `type` (03, 8.1), under `path`. */
    Validate: { type, path: word, value: child("Expr") },
  },
  BoundArg: { BoundArg: { index: count, value: child("Expr") } },
  Entry: { Entry: { key: child("Expr"), value: child("Expr") } },
  FieldValue: { FieldValue: { name: ident, value: child("Expr") } },

  Pattern: {
    Wildcard: {},
    /** `literal` is an Int, Float, Bool, Text or Null. */
    LiteralPattern: { literal: child("Expr") },
    BindPattern: { local, type },
    VariantPattern: { enum: word, variant: word, args: many("Pattern") },
    SomePattern: { inner: child("Pattern") },
    NonePattern: {},
    OkPattern: { inner: child("Pattern") },
    ErrPattern: { inner: child("Pattern") },
    StructPattern: { struct: word, fields: many("FieldPattern") },
    DynamicBarePattern: { name: word, local },
    DynamicVariantPattern: { name: word, args: many("Pattern") },
  },
  FieldPattern: { FieldPattern: { name: ident, pattern: child("Pattern") } },
});
export interface SliceGrammar extends GrammarOf<typeof slice> {}
export const Slice: Language<SliceGrammar> = slice;
