// From Core to Resolved: types are types, names are symbols, HTML calls and struct literals are told from calls.

import { Core } from "./core.ts";
import { child, extend, type GrammarOf, type Language, many, opt } from "./framework/language.ts";
import { typeParams } from "./interfaces.ts";
import { count, doc, ident, idents, optWord, quoted, word } from "./leaves.ts";
import { verb } from "./surface.ts";
import { local, optLocal } from "./symbols.ts";
import { type } from "./types.ts";

const plainComponents = extend(Core, "PlainComponents", {
  Item: {
    with: {
      /** A function that gives Html, with `attrs` and `children` as its last parameters (row 8). */
      Component: { fn: child("Fn") },
    },
  },
});
export interface PlainComponentsGrammar extends GrammarOf<typeof plainComponents> {}
/** Components are functions. */
export const PlainComponents: Language<PlainComponentsGrammar> = plainComponents;

const knownTypes = extend(PlainComponents, "KnownTypes", {
  Item: {
    with: {
      /** `base` is the id of a struct, derived or not. */
      DerivedStruct: { id: word, name: ident, base: word, without: idents, doc },
      /** `interface` is an id, null where there is none; `target` is a struct or enum, else diagnosed. */
      Impl: {
        id: word,
        interface: optWord,
        interfaceName: ident,
        target: type,
        targetName: ident,
        doc,
        methods: many("Fn"),
      },
    },
  },
  Fn: {
    with: {
      Fn: {
        id: word,
        name: ident,
        typeParams,
        doc,
        params: many("Param"),
        result: opt("Type"),
        body: child("Block"),
      },
    },
  },
  Member: {
    with: { Member: { name: ident, typeParams, doc, params: many("Param"), result: opt("Type") } },
  },
  Bound: { without: ["Bound"] },
  /** `params` are those of the path, at the path; `bodyParam` is the parameter `body`. */
  Route: {
    with: {
      Route: {
        verb,
        path: quoted,
        doc,
        params: many("Param"),
        bodyParam: opt("Param"),
        result: child("Type"),
        body: child("Block"),
      },
    },
  },
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

const described = extend(KnownTypes, "Described", {});
export interface DescribedGrammar extends GrammarOf<typeof described> {}
/** The interfaces of all modules are known. */
export const Described: Language<DescribedGrammar> = described;

const knownNames = extend(Described, "KnownNames", {
  Item: {
    with: {
      /** `locals` is the number of locals of the body, parameters included. */
      App: { name: quoted, doc, locals: count, body: child("Block") },
      Test: { name: quoted, doc, locals: count, body: child("Block") },
      Migration: { name: quoted, doc, locals: count, body: child("Block") },
    },
  },
  Fn: {
    with: {
      /** `self` is the local of an instance method's receiver. */
      Fn: {
        id: word,
        name: ident,
        typeParams,
        doc,
        self: optLocal,
        locals: count,
        params: many("Param"),
        result: opt("Type"),
        body: child("Block"),
      },
    },
  },
  Member: {
    with: {
      Member: { name: ident, typeParams, doc, locals: count, params: many("Param"), result: opt("Type") },
    },
  },
  Route: {
    with: {
      Route: {
        verb,
        path: quoted,
        doc,
        locals: count,
        params: many("Param"),
        bodyParam: opt("Param"),
        result: child("Type"),
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
      /** A function or component. */
      FunctionName: { id: word },
      /** A built-in function or namespace (see `builtins.ts`). */
      BuiltinName: { name: word },
      /** `id` is that of the config. */
      ConfigName: { id: word },
      /** `path` is that of the asset. */
      AssetName: { path: word },
      /** The associated side of a struct, enum or type parameter: only as base of a member, or callee. */
      TypeName: { type },
      /** The name of an HTML element: only as callee. */
      TagName: { tag: word },
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
      /** `struct` is the id of the struct or config named `name`, null if there is none. */
      StructPattern: { struct: optWord, name: word, fields: many("FieldPattern") },
    },
  },
});
export interface KnownNamesGrammar extends GrammarOf<typeof knownNames> {}
/** Every name is a symbol. */
export const KnownNames: Language<KnownNamesGrammar> = knownNames;

const plainHtml = extend(KnownNames, "PlainHtml", {
  Expr: {
    without: ["TagName"],
    with: {
      /** A call of a tag (row 6). `attributes`: an `Attributes` or a map; `children`: a `Children` or a list. */
      Element: { tag: word, attributes: opt("Expr"), children: opt("Expr") },
      /** A map of texts; the names are those of attributes (`data-id`). */
      Attributes: { attributes: many("Attribute") },
      /** A list of Html: texts become nodes, lists are flattened. */
      Children: { items: many("Expr") },
    },
  },
  Attribute: { with: { Attribute: { name: ident, value: child("Expr") } } },
  /**
   * Calls of components bind `attrs` and `children` as other parameters (row 7). `fromBlock` marks the children that a
   * block gave: the callee must give Html.
   */
});
export interface PlainHtmlGrammar extends GrammarOf<typeof plainHtml> {}
/** Calls of tags are elements; attributes and children of components are arguments. */
export const PlainHtml: Language<PlainHtmlGrammar> = plainHtml;

const knownLiterals = extend(PlainHtml, "KnownLiterals", {
  Expr: { with: { StructLiteral: { struct: word, fields: many("FieldValue") } } },
  /** `f=e` in a struct literal, in the order written. */
  FieldValue: { with: { FieldValue: { name: ident, value: child("Expr") } } },
});
export interface KnownLiteralsGrammar extends GrammarOf<typeof knownLiterals> {}
/** Literals of structs and configs are told from calls (row 13). */
export const KnownLiterals: Language<KnownLiteralsGrammar> = knownLiterals;

const resolved = extend(KnownLiterals, "Resolved", {
  Item: { without: ["DerivedStruct"] },
  Expr: {
    with: {
      /** The default of a derived type's field: the one that the struct `origin` declares. */
      InheritedDefault: { origin: word, field: word },
    },
  },
});
export interface ResolvedGrammar extends GrammarOf<typeof resolved> {}
/** Types made by `without` are written out (row 10): every name is a symbol, every struct has its fields. */
export const Resolved: Language<ResolvedGrammar> = resolved;
