// check-derived-types: `type B = A without x` has a base with that field, and no circle of bases (chapter 2.6).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { type Declarations, declarationsOf } from "./declarations.ts";
import { orNothing, type Report, throughModules } from "./modules.ts";

type Item = NodeOf<SliceGrammar, "Item">;
type Derived = FormOf<SliceGrammar, "Item", "DerivedStruct">;

/** The names of a type's fields; null if they are not known, because its derivation is wrong. */
type Fields = ReadonlySet<string> | null;

const baseOf = (item: Derived, { byName }: Declarations<Item>) => {
  const base = byName.get(item.base.name)?.item;
  return base?.kind === "Struct" || base?.kind === "DerivedStruct" ? base : undefined;
};

/** The types from `item` to the first whose fields are known, or that has no base, or to where a circle closes. */
const chainOf = (item: Derived, known: ReadonlyMap<Item, Fields>, declarations: Declarations<Item>) => {
  const chain = new Set<Derived>();
  let next: Item | undefined = item;
  while (next?.kind === "DerivedStruct" && !known.has(next) && !chain.has(next)) {
    chain.add(next);
    next = baseOf(next, declarations);
  }
  return { chain: [...chain], end: next };
};

const remaining = (item: Derived, base: Fields, report: Report): Fields => {
  if (base === null) return null;
  for (const { name, at } of item.without)
    if (!base.has(name)) report(at, `"${item.base.name}" has no field "${name}"`, "FUSE_TYPE_DERIVE_FIELD");
  const without = new Set(item.without.map(({ name }) => name));
  return new Set([...base].filter((name) => !without.has(name)));
};

const check = (items: readonly Item[], declarations: Declarations<Item>, report: Report): void => {
  const known = new Map<Item, Fields>();
  for (const item of items) {
    if (item.kind === "Struct") known.set(item, new Set(item.fields.map(({ name }) => name.name)));
  }
  for (const item of items) {
    if (item.kind !== "DerivedStruct") continue;
    const { chain, end } = chainOf(item, known, declarations);
    // What the circle is made of; types in front of it only lead to it.
    const circle = end && !known.has(end) ? chain.slice(chain.indexOf(end as Derived)) : [];
    for (const { base, name } of circle) {
      report(base.at, `"${name.name}" derives from itself through "${base.name}"`, "FUSE_TYPE_DERIVE_CYCLE");
    }
    const last = chain.at(-1);
    if (last && !end)
      report(last.base.at, `"${last.base.name}" is no type with fields`, "FUSE_TYPE_DERIVE_BASE");
    let fields = (end && known.get(end)) ?? null;
    for (const each of chain.reverse()) known.set(each, (fields = remaining(each, fields, report)));
  }
};

export const checkDerivedTypes = pass({
  name: "check-derived-types",
  purpose: "Reports types that are derived from no type, or without fields that are not there.",
  from: Slice,
  to: Slice,
  run: (program) =>
    orNothing(
      throughModules(program, (module, report) => {
        check(module.items, declarationsOf(module), report);
        return module;
      }),
    ),
});
