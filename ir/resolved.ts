// From Slice to Resolved: types are types, names are symbols, struct literals are told from calls.

import { child, extend, type GrammarOf, type Language, many, opt } from "./framework/language.ts";
import { count, doc, ident, idents, optWord, quoted, word } from "./leaves.ts";
import { Slice } from "./slice.ts";
import { local } from "./symbols.ts";
import { type } from "./types.ts";

const knownTypes = extend(Slice, "KnownTypes", {
  Type: {
    without: ["NamedType", "GenericType", "RefinedType"],
    with: {
      /** A type expression; one that was diagnosed is `_`. */
      Type: { type },
    },
  },
});
export interface KnownTypesGrammar extends GrammarOf<typeof knownTypes> {}
/** Every type expression is its type. */
export const KnownTypes: Language<KnownTypesGrammar> = knownTypes;

const knownNames = extend(KnownTypes, "KnownNames", {
  Item: {
    with: {
      /** `id` is `MODULE:NAME` (see `symbols.ts`). */
      Struct: { id: word, name: ident, doc, fields: many("Field") },
      /** `base` is the id of a struct, derived or not; null if there is none (diagnosed). */
      DerivedStruct: { id: word, name: ident, base: optWord, baseName: ident, without: idents, doc },
      Enum: { id: word, name: ident, doc, variants: many("Variant") },
      /** `locals` is the number of locals of the body, parameters included. */
      App: { name: quoted, doc, locals: count, body: child("Block") },
      Test: { name: quoted, doc, locals: count, body: child("Block") },
    },
  },
  Fn: {
    with: {
      Fn: {
        id: word,
        name: ident,
        doc,
        locals: count,
        params: many("Param"),
        result: opt("Type"),
        body: child("Block"),
      },
    },
  },
  Param: { with: { Param: { local, type: child("Type"), default: opt("Expr") } } },
  Stmt: {
    without: ["Var"],
    with: {
      /** `let` and `var` alike: the local's kind tells. */
      Let: { local, type: opt("Type"), value: child("Expr") },
    },
  },
  Expr: {
    without: ["Name"],
    with: {
      Local: { local },
      /**
       * A name that a bare name of a pattern may have bound: if that turns out to be a variant, the name means
       * `otherwise`; null if there is nothing else of this name (then it is an unknown identifier).
       */
      Tentative: { local, otherwise: opt("Expr") },
      FunctionName: { id: word },
      /** A built-in function (see `builtins.ts`). */
      BuiltinName: { name: word },
      /** The associated side of a struct or enum: only as base of a member. */
      TypeName: { id: word },
    },
  },
  Pattern: {
    without: ["NamePattern"],
    with: {
      /**
       * A bare name: a binding, or a variant without payload, as the type of the subject decides. So only types tell
       * whether a pattern binds a name twice; a use of the name is Tentative with the last of its locals.
       */
      BarePattern: { name: word, local },
      /** `enum` is the id of the enum where one is written (`E.V`), else null; one that is not declared has an id too. */
      VariantPattern: { enum: optWord, name: word, args: many("Pattern") },
      /** `struct` is the id of the struct named `name`, null if there is none. */
      StructPattern: { struct: optWord, name: word, fields: many("FieldPattern") },
    },
  },
});
export interface KnownNamesGrammar extends GrammarOf<typeof knownNames> {}
/** Every name is a symbol. */
export const KnownNames: Language<KnownNamesGrammar> = knownNames;

const knownLiterals = extend(KnownNames, "KnownLiterals", {
  Expr: { with: { StructLiteral: { struct: word, fields: many("FieldValue") } } },
  /** `f=e` in a struct literal, in the order written. */
  FieldValue: { with: { FieldValue: { name: ident, value: child("Expr") } } },
});
export interface KnownLiteralsGrammar extends GrammarOf<typeof knownLiterals> {}
/** Struct literals are told from calls (row 13). */
export const KnownLiterals: Language<KnownLiteralsGrammar> = knownLiterals;

const resolved = extend(KnownLiterals, "Resolved", { Item: { without: ["DerivedStruct"] } });
export interface ResolvedGrammar extends GrammarOf<typeof resolved> {}
/** Types made by `without` are written out (row 10): every name is a symbol, every struct has its fields. */
export const Resolved: Language<ResolvedGrammar> = resolved;
