// expand-derived-types: `type B = A without x` becomes a struct with A's other fields (chapter 1.8, row 10).

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import {
  KnownLiterals,
  type KnownLiteralsGrammar,
  Resolved,
  type ResolvedGrammar,
} from "../../ir/resolved.ts";

type Item = NodeOf<KnownLiteralsGrammar, "Item">;
type Field = NodeOf<KnownLiteralsGrammar, "Field">;
type Derived = FormOf<KnownLiteralsGrammar, "Item", "DerivedStruct">;
type Struct = FormOf<KnownLiteralsGrammar, "Item", "Struct"> | Derived;

interface Context {
  readonly structs: ReadonlyMap<string, Struct>;
  /** The fields of the derived types that were asked for. */
  readonly fields: Map<Struct, readonly Field[]>;
}

/** The fields in the order of the base at the root; `check-derived-types` has made sure that there is one. */
const fieldsOf = (struct: Struct, { structs, fields }: Context): readonly Field[] => {
  const chain: Derived[] = [];
  let root: Struct | undefined = struct;
  while (root?.kind === "DerivedStruct" && !fields.has(root)) {
    chain.push(root);
    root = structs.get(root.base ?? "");
  }
  let result: readonly Field[] = root?.kind === "Struct" ? root.fields : ((root && fields.get(root)) ?? []);
  for (const each of chain.reverse()) {
    const without = new Set(each.without.map(({ name }) => name));
    result = result.filter(({ name }) => !without.has(name.name));
    fields.set(each, result);
  }
  return result;
};

const body = rewrite<KnownLiteralsGrammar, ResolvedGrammar, Context>(KnownLiterals, Resolved, {
  Item: {
    // Only derived types change; what is in the other items need not be looked at.
    Struct: (n) => n,
    Enum: (n) => n,
    Function: (n) => n,
    App: (n) => n,
    Test: (n) => n,
    DerivedStruct: (n, _, context) => ({
      kind: "Struct",
      at: n.at,
      id: n.id,
      name: n.name,
      doc: n.doc,
      fields: fieldsOf(n, context),
    }),
  },
});

const isStruct = (item: Item): item is Struct => item.kind === "Struct" || item.kind === "DerivedStruct";

export const expandDerivedTypes = pass({
  name: "expand-derived-types",
  purpose: "Writes out the fields of types that are derived from others.",
  from: KnownLiterals,
  to: Resolved,
  run: (program) => {
    const items = program.modules.flatMap((module) => module.items);
    const structs = new Map(items.filter(isStruct).map((struct) => [struct.id, struct]));
    return right(body.Program(program, { structs, fields: new Map() }));
  },
});
