// From Surface to Named: imports are bound to modules, and every declaration has its id.

import { child, extend, type GrammarOf, type Language, many, opt } from "./framework/language.ts";
import { interfaces } from "./interfaces.ts";
import { doc, ident, idents, quoted, sourceText, spans, word } from "./leaves.ts";
import { imports } from "./links.ts";
import { Surface } from "./surface.ts";

const linked = extend(Surface, "Linked", {
  /** Only modules and assets that the entry reaches, in loading order. */
  Program: { with: { Program: { modules: many("Module"), assets: many("Asset"), interfaces } } },
  Module: {
    with: {
      Module: {
        path: word,
        package: word,
        text: sourceText,
        comments: spans,
        imports,
        requires: many("Require"),
        items: many("Item"),
      },
    },
  },
  Item: { without: ["ImportModule", "ImportFrom", "ImportNamed", "ImportAlias"] },
});
export interface LinkedGrammar extends GrammarOf<typeof linked> {}
/** Every import is a name and what it leads to. */
export const Linked: Language<LinkedGrammar> = linked;

const named = extend(Linked, "Named", {
  Item: {
    with: {
      /** `id` is `MODULE:NAME` (see `symbols.ts`). */
      Struct: { id: word, name: ident, doc, fields: many("Field") },
      DerivedStruct: { id: word, name: ident, base: ident, without: idents, doc },
      Enum: { id: word, name: ident, doc, variants: many("Variant") },
      Interface: { id: word, name: ident, doc, members: many("Member") },
      /** `id` is that of the impl: each method's id is that with the method's name. */
      Impl: { id: word, interface: ident, target: ident, doc, methods: many("Fn") },
      Component: {
        id: word,
        name: ident,
        typeParams: idents,
        doc,
        params: many("Param"),
        where: many("Bound"),
        body: child("Block"),
      },
      Service: { id: word, name: ident, basePath: quoted, doc, routes: many("Route") },
      Config: { id: word, name: ident, doc, fields: many("ConfigField") },
    },
  },
  Fn: {
    with: {
      Fn: {
        id: word,
        name: ident,
        typeParams: idents,
        doc,
        params: many("Param"),
        result: opt("Type"),
        where: many("Bound"),
        body: child("Block"),
      },
    },
  },
});
export interface NamedGrammar extends GrammarOf<typeof named> {}
/** Every declaration has its id. */
export const Named: Language<NamedGrammar> = named;
