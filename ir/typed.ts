// From Resolved to Typed: every expression has its type, and what was implicit is explicit.

import {
  annotate,
  child,
  extend,
  type GrammarOf,
  type Language,
  many,
  operands,
  opt,
} from "./framework/language.ts";
import { typeParams } from "./interfaces.ts";
import { bool, count, ident, optWord, quoted, word } from "./leaves.ts";
import { Resolved } from "./resolved.ts";
import { verb } from "./surface.ts";
import { local, optLocal } from "./symbols.ts";
import { type, types } from "./types.ts";

const inferredForms = extend(Resolved, "InferredForms", {
  /** Annotations are leaves now; `result` is Unit where none is declared. */
  Fn: {
    with: {
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
  },
  Member: {
    with: { Member: { name: ident, typeParams, locals: count, params: many("Param"), result: type } },
  },
  Item: {
    with: {
      Struct: { id: word, name: ident, fields: many("Field") },
      Enum: { id: word, name: ident, variants: many("Variant") },
      Interface: { id: word, name: ident, members: many("Member") },
      /** An impl whose head is wrong has no interface, or a target that is diagnosed. */
      Impl: { id: word, interface: optWord, target: type, methods: many("Fn") },
      Service: { id: word, name: ident, basePath: quoted, routes: many("Route") },
      Config: { id: word, name: ident, fields: many("ConfigField") },
    },
  },
  Route: {
    with: {
      Route: {
        verb,
        path: quoted,
        locals: count,
        params: many("Param"),
        bodyParam: opt("Param"),
        result: type,
        body: child("Block"),
      },
    },
  },
  Param: { with: { Param: { local, type, default: opt("Expr") } } },
  Field: { with: { Field: { name: ident, type, default: opt("Expr") } } },
  ConfigField: { with: { ConfigField: { name: ident, type, value: child("Expr") } } },
  Stmt: {
    with: {
      Let: { local, type, value: child("Expr") },
      /** `root.a[i].b = value`: the value is evaluated first, then the indices from left to right. */
      Assign: { local, value: child("Expr"), steps: many("Step") },
      /** `exhaustive`: some case matches every value of the subject's type. */
      Match: { exhaustive: bool, subject: child("Expr"), cases: many("Case") },
    },
  },
  /** `of` is the type of what the step is made in, `optional` marks `?.` and `?[`. */
  Step: {
    with: {
      FieldStep: { name: ident, of: type, optional: bool },
      IndexStep: { of: type, optional: bool, index: child("Expr") },
    },
  },
  Expr: {
    without: ["Tentative", "TypeName", "Member", "OptionalMember"],
    with: {
      /** A variant with payload as a function value. */
      VariantName: { enum: word, variant: word },
      MakeVariant: { enum: word, variant: word, args: many("Expr") },
      /**
       * A call of a declared function: arguments in the order written, each with the index of its parameter (`self` is
       * none). A call of a method on a value has a `receiver`, which is evaluated first, also where the method does not
       * take it. `typeArgs` are those of a generic function.
       */
      Call: { function: word, typeArgs: types, receiver: opt("Expr"), args: many("BoundArg") },
      /** A call through a bound (2.11.4): `of` is the type parameter, `member` is one of its interface. */
      CallMember: {
        of: type,
        interface: word,
        member: word,
        typeArgs: types,
        receiver: opt("Expr"),
        args: many("BoundArg"),
      },
      /** A call of a built-in function, or of a method of a built-in type: its receiver is the first argument. */
      CallBuiltin: { name: word, args: operands("Expr") },
      /** A call of a function value; a value of unknown type is tested when it is called. */
      CallValue: { callee: child("Expr"), args: many("Expr") },
      /** A method of a value as a function value: the receiver is evaluated and bound. */
      MethodValue: { function: word, receiver: child("Expr") },
      /** A member of a bound as a function value. */
      MemberValue: { of: type, interface: word, member: word, receiver: opt("Expr") },
      /** A method of a built-in type as a function value. */
      BuiltinMethod: { name: word, receiver: child("Expr") },
      /** `q.one<T>()`, or `q.all<T>()` (`many`); `row` is T. */
      TypedQuery: { row: type, many: bool, query: child("Expr") },
      /** A field of a struct, config or built-in type, or of a value of unknown type. */
      Field: { name: ident, base: child("Expr") },
      OptionalField: { name: ident, base: child("Expr") },
      /** `handled`: a key that a map lacks gives null, and the type is an option or `_`; else it is a failure (02, 2.7.4). */
      Index: { handled: bool, base: child("Expr"), index: child("Expr") },
      OptionalIndex: { handled: bool, base: child("Expr"), index: child("Expr") },
    },
  },
  BoundArg: { with: { BoundArg: { index: count, value: child("Expr") } } },
  Arg: { without: ["Arg"] },
  Pattern: {
    without: ["BarePattern"],
    with: {
      /** Binds the subject, of the given type, to a local. */
      BindPattern: { local, type },
      VariantPattern: { enum: word, variant: word, args: many("Pattern") },
      SomePattern: { inner: child("Pattern") },
      /** `None` and `null`. */
      NonePattern: {},
      OkPattern: { inner: child("Pattern") },
      ErrPattern: { inner: child("Pattern") },
      StructPattern: { struct: word, fields: many("FieldPattern") },
      /** A subject of unknown type: an enum value whose enum declares `name` matches that variant, else it binds. */
      DynamicBarePattern: { name: word, local },
      /** A subject of unknown type: an enum value of that variant with so many payload values; also Some, Ok, Err. */
      DynamicVariantPattern: { name: word, args: many("Pattern") },
    },
  },
});

const inferred = annotate(inferredForms, "Inferred", "Expr", { type });
export interface InferredGrammar extends GrammarOf<typeof inferred> {}
/** Every expression has its type; results at the end of bodies are `Return`s. */
export const Inferred: Language<InferredGrammar> = inferred;

const typed = extend(Inferred, "Typed", {
  Expr: {
    without: ["Error"],
    with: {
      /** `value` enters a place of type `type`: wrapped, tested (00, 0.2) or forgotten, as the two types say. */
      Convert: { type, value: child("Expr") },
      /** A field value of a struct literal is validated against `type` (03, 8.1), under `path`. */
      Validate: { type, path: word, value: child("Expr") },
    },
  },
});
export interface TypedGrammar extends GrammarOf<typeof typed> {}
/** In a place of type T stands a value of type T: what enters another type is converted explicitly. */
export const Typed: Language<TypedGrammar> = typed;
