// expand-derived-types: `type B = A without x` becomes a struct with A's other fields (chapter 1.8, row 10).

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { StructInfo } from "../../ir/interfaces.ts";
import {
  KnownLiterals,
  type KnownLiteralsGrammar,
  Resolved,
  type ResolvedGrammar,
} from "../../ir/resolved.ts";

type Item<K extends keyof KnownLiteralsGrammar["Item"]> = FormOf<KnownLiteralsGrammar, "Item", K>;
type Structs = ReadonlyMap<string, StructInfo>;

/** All is told by the interface: the base may be in a module that is not compiled again. */
const fieldsOf = (n: Item<"DerivedStruct">, structs: Structs): readonly NodeOf<ResolvedGrammar, "Field">[] =>
  (structs.get(n.id)?.fields ?? []).map(({ name, type, hasDefault, origin }) => ({
    kind: "Field",
    at: n.at,
    name: { name, at: n.name.at },
    doc: null,
    type: { kind: "Type", at: n.at, type },
    default: hasDefault ? { kind: "InheritedDefault", at: n.at, origin, field: name } : null,
  }));

const body = rewrite<KnownLiteralsGrammar, ResolvedGrammar, Structs>(KnownLiterals, Resolved, {
  Item: {
    // Only derived types change; what is in the other items need not be looked at.
    Struct: (n) => n,
    Enum: (n) => n,
    Interface: (n) => n,
    Impl: (n) => n,
    Function: (n) => n,
    Component: (n) => n,
    Service: (n) => n,
    Config: (n) => n,
    App: (n) => n,
    Test: (n) => n,
    Migration: (n) => n,
    DerivedStruct: (n, _, structs) => ({
      kind: "Struct",
      at: n.at,
      id: n.id,
      name: n.name,
      doc: n.doc,
      fields: fieldsOf(n, structs),
    }),
  },
});

export const expandDerivedTypes = pass({
  name: "expand-derived-types",
  purpose: "Writes out the fields of types that are derived from others.",
  from: KnownLiterals,
  to: Resolved,
  run: (program) => {
    const structs = new Map(
      program.interfaces.flatMap((each) => each.structs.map((struct) => [struct.id, struct] as const)),
    );
    return right(body.Program(program, structs));
  },
});
