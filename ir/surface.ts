// Surface: the whole syntax as written (chapter 1.7), with comments; the formatter and the editor work here.

import * as t from "io-ts";
import { child, type GrammarOf, type Language, language, leaf, many, opt } from "./framework/language.ts";
import { interfaces } from "./interfaces.ts";
import {
  bool,
  doc,
  float,
  ident,
  idents,
  integer,
  optIdent,
  quoted,
  sourceText,
  spans,
  text,
  word,
} from "./leaves.ts";
import { links } from "./links.ts";

/** `+ - * / % == != < <= > >= and or ..` */
export const binaryOperators = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "and",
  "or",
  "..",
] as const;
export type BinaryOperator = (typeof binaryOperators)[number];
const oneOf = <S extends string>(name: string, words: readonly S[]) =>
  leaf(
    new t.Type<S, S, unknown>(
      name,
      (u): u is S => words.includes(u as S),
      (u, context) => (words.includes(u as S) ? t.success(u as S) : t.failure(u, context)),
      (value) => value,
    ),
    (value) => value,
  );

export const binaryOperator = oneOf("a binary operator", binaryOperators);
export const unaryOperator = oneOf("a unary operator", ["-", "!"]);
export const verb = oneOf("an HTTP verb", ["get", "post", "put", "patch", "delete"]);

const surface = language("Surface", {
  /** See `Source`. */
  Program: { Program: { modules: many("Module"), assets: many("Asset"), links, interfaces } },
  Asset: { TextAsset: { path: word, text }, JsonAsset: { path: word, text } },
  /**
   * `text` is the source. `spoiled` are the spans of the logical lines with a lexical diagnostic: nothing else is said
   * about them. `broken`: something could not be read, so not all that the module declares is known.
   */
  Module: {
    Module: {
      path: word,
      package: word,
      broken: bool,
      text: sourceText,
      comments: spans,
      spoiled: leaf(t.readonlyArray(t.number, "spans"), () => ""),
      requires: many("Require"),
      items: many("Item"),
    },
  },
  Require: { Require: { capability: ident } },

  Item: {
    ImportModule: { name: ident },
    /** `path` is the text of the string, or the dotted name. */
    ImportFrom: { name: ident, path: quoted },
    ImportNamed: { names: idents, path: quoted },
    ImportAlias: { name: ident, alias: ident, path: quoted },
    Struct: { name: ident, doc, fields: many("Field") },
    /** `type B = A without x, y`. */
    DerivedStruct: { name: ident, base: ident, without: idents, doc },
    Enum: { name: ident, doc, variants: many("Variant") },
    Interface: { name: ident, doc, members: many("Member") },
    Impl: { interface: ident, target: ident, doc, methods: many("Fn") },
    Function: { fn: child("Fn") },
    Component: {
      name: ident,
      typeParams: idents,
      doc,
      params: many("Param"),
      where: many("Bound"),
      body: child("Block"),
    },
    Service: { name: ident, basePath: quoted, doc, routes: many("Route") },
    Config: { name: ident, doc, fields: many("ConfigField") },
    App: { name: quoted, doc, body: child("Block") },
    Test: { name: quoted, doc, body: child("Block") },
    Migration: { name: quoted, doc, body: child("Block") },
  },
  Fn: {
    Fn: {
      name: ident,
      typeParams: idents,
      doc,
      params: many("Param"),
      result: opt("Type"),
      where: many("Bound"),
      body: child("Block"),
    },
  },
  Member: {
    Member: {
      name: ident,
      typeParams: idents,
      doc,
      params: many("Param"),
      result: opt("Type"),
      where: many("Bound"),
    },
  },
  Param: { Param: { name: ident, type: child("Type"), default: opt("Expr") } },
  Bound: { Bound: { param: ident, interface: ident } },
  Field: { Field: { name: ident, doc, type: child("Type"), default: opt("Expr") } },
  ConfigField: { ConfigField: { name: ident, doc, type: child("Type"), value: child("Expr") } },
  Variant: { Variant: { name: ident, doc, payload: many("Type") } },
  /** `bodyKeyword` is the keyword `body` of a route that takes one. */
  Route: {
    Route: {
      verb,
      path: quoted,
      bodyKeyword: optIdent,
      doc,
      bodyType: opt("Type"),
      result: child("Type"),
      body: child("Block"),
    },
  },

  Block: {
    Block: { statements: many("Stmt") },
    /** The one statement behind the `:` of an inline `if`. */
    Inline: { statement: child("Stmt") },
  },
  Stmt: {
    Let: { name: ident, type: opt("Type"), value: child("Expr") },
    Var: { name: ident, type: opt("Type"), value: child("Expr") },
    Assign: { target: child("Expr"), value: child("Expr") },
    Return: { value: opt("Expr") },
    If: { branches: many("Branch"), otherwise: opt("Block") },
    Match: { subject: child("Expr"), cases: many("Case") },
    For: { pattern: child("Pattern"), iterable: child("Expr"), body: child("Block") },
    While: { condition: child("Expr"), body: child("Block") },
    Transaction: { body: child("Block") },
    Break: {},
    Continue: {},
    /** A lone expression. */
    Do: { value: child("Expr") },
  },
  /** `if c: …` or `else if c: …`; its span starts at the condition. */
  Branch: { Branch: { condition: child("Expr"), body: child("Block") } },
  Case: {
    Case: { pattern: child("Pattern"), body: child("Block") },
    /** `pattern -> value` returns from the enclosing function. */
    ArrowCase: { pattern: child("Pattern"), value: child("Expr") },
  },

  Expr: {
    Int: { value: integer },
    Float: { value: float },
    Bool: { value: bool },
    Text: { value: text },
    Null: {},
    /** What the parser could not read; there is a diagnostic for it. */
    Error: {},
    Name: { name: word },
    Binary: { op: binaryOperator, left: child("Expr"), right: child("Expr") },
    Coalesce: { left: child("Expr"), right: child("Expr") },
    Unary: { op: unaryOperator, operand: child("Expr") },
    Await: { operand: child("Expr") },
    Box: { operand: child("Expr") },
    Call: { callee: child("Expr"), typeArgs: many("Type"), args: many("Arg") },
    Member: { name: ident, base: child("Expr") },
    OptionalMember: { name: ident, base: child("Expr") },
    Index: { base: child("Expr"), index: child("Expr") },
    OptionalIndex: { base: child("Expr"), index: child("Expr") },
    Bang: { value: child("Expr"), error: opt("Expr") },
    List: { items: many("Expr") },
    Map: { entries: many("Entry") },
    Interpolated: { parts: many("Part") },
    Spawn: { body: child("Block") },
    /** A call with an HTML block behind it; the call is a `Call` unless there is a diagnostic. */
    HtmlCall: { call: child("Expr"), children: many("Child") },
  },
  /** `comma` is the span of the comma in front, or -1. */
  Arg: { Arg: { name: optIdent, comma: leaf(t.number, () => ""), value: child("Expr") } },
  Entry: { Entry: { key: child("Expr"), value: child("Expr") } },
  Part: { TextPart: { value: text }, ExprPart: { value: child("Expr") } },
  Child: {
    ChildExpr: { value: child("Expr") },
    ChildIf: { branches: many("ChildBranch"), otherwise: many("Child") },
    ChildFor: { pattern: child("Pattern"), iterable: child("Expr"), children: many("Child") },
  },
  ChildBranch: { ChildBranch: { condition: child("Expr"), children: many("Child") } },

  Type: {
    NamedType: { name: word },
    GenericType: { name: word, args: many("Type") },
    OptionalType: { inner: child("Type") },
    /** `T!` without an error type is rejected by the checker. */
    ResultType: { ok: child("Type"), error: opt("Type") },
    RefinedType: { name: word, constraints: many("Expr") },
  },
  Pattern: {
    Wildcard: {},
    /** `literal` is an Int, Float, Bool, Text or Null. */
    LiteralPattern: { literal: child("Expr") },
    /** A name, dotted or not: a binding or a variant without payload. */
    NamePattern: { name: word },
    VariantPattern: { name: word, args: many("Pattern") },
    StructPattern: { name: word, fields: many("FieldPattern") },
  },
  FieldPattern: { FieldPattern: { name: ident, pattern: child("Pattern") } },
});

export interface SurfaceGrammar extends GrammarOf<typeof surface> {}
export const Surface: Language<SurfaceGrammar> = surface;
