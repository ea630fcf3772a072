// check-derived-types: `type B = A without x` has a base with that field, and no circle of bases (chapter 2.6).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { Export } from "../../ir/interfaces.ts";
import { Named, type NamedGrammar } from "../../ir/linked.ts";
import { type ModuleNames, moduleNames } from "../module-names.ts";

type Program = NodeOf<NamedGrammar, "Program">;
type Derived = FormOf<NamedGrammar, "Item", "DerivedStruct">;

/** A derived type and the module it stands in. */
interface Derivation {
  readonly item: Derived;
  readonly names: ModuleNames;
}

/** The names of a type's fields; null if they are not known, because its derivation is wrong. */
type Fields = ReadonlySet<string> | null;

interface Types {
  readonly derived: ReadonlyMap<string, Derivation>;
  /** By id: of the types that list their fields, and of derived ones that were looked at. */
  readonly fields: Map<string, Fields>;
}

/** What the name of a base means: a name of the module, or `Alias.Type`. */
const baseOf = ({ item, names }: Derivation): Export | undefined => {
  const { name } = item.base;
  const meaning = names.byName.get(name);
  if (meaning?.kind === "declaration") return meaning.of;
  const dot = name.indexOf(".");
  const alias = names.byName.get(name.slice(0, Math.max(dot, 0)));
  return alias?.kind === "module" ? names.exportsOf(alias.path).get(name.slice(dot + 1)) : undefined;
};

const typesOf = (program: Program): Types => {
  const namesOf = moduleNames(program);
  const derived = new Map<string, Derivation>();
  const fields = new Map<string, Fields>();
  for (const { structs } of program.interfaces) {
    for (const struct of structs) fields.set(struct.id, new Set(struct.fields.map(({ name }) => name)));
  }
  for (const module of program.modules) {
    const names = namesOf(module);
    for (const item of module.items) {
      if (item.kind === "Struct") fields.set(item.id, new Set(item.fields.map(({ name }) => name.name)));
      if (item.kind === "DerivedStruct") derived.set(item.id, { item, names });
    }
  }
  return { derived, fields };
};

/** The ids from a derived type to the first whose fields are known, or that is no type, or to where a circle closes. */
const chainOf = (id: string, { derived, fields }: Types) => {
  const chain = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && derived.has(next) && !fields.has(next) && !chain.has(next)) {
    chain.add(next);
    const base = baseOf(derived.get(next)!);
    next = base?.kind === "struct" ? base.id : undefined;
  }
  return { chain: [...chain], end: next };
};

const check = (types: Types): readonly Diagnostic[] => {
  const { derived, fields } = types;
  const found: Diagnostic[] = [];
  const say = (id: string, at: number, message: string, code: string): void => {
    found.push(error(derived.get(id)!.names.path, at, message, code));
  };
  for (const id of derived.keys()) {
    const { chain, end } = chainOf(id, types);
    // What the circle is made of; types in front of it only lead to it.
    const circle = end !== undefined && !fields.has(end) ? chain.slice(chain.indexOf(end)) : [];
    for (const each of circle) {
      const { name, base } = derived.get(each)!.item;
      say(
        each,
        base.at,
        `"${name.name}" derives from itself through "${base.name}"`,
        "FUSE_TYPE_DERIVE_CYCLE",
      );
    }
    const last = chain.at(-1);
    if (last !== undefined && end === undefined) {
      const { base } = derived.get(last)!.item;
      say(last, base.at, `"${base.name}" is no type with fields`, "FUSE_TYPE_DERIVE_BASE");
    }
    let known = (end !== undefined && fields.get(end)) || null;
    for (const each of chain.reverse()) {
      const { base, without } = derived.get(each)!.item;
      const left = new Set(known);
      for (const { name, at } of known ? without : []) {
        if (!known!.has(name))
          say(each, at, `"${base.name}" has no field "${name}"`, "FUSE_TYPE_DERIVE_FIELD");
        left.delete(name);
      }
      known = known && left;
      fields.set(each, known);
    }
  }
  return found;
};

export const checkDerivedTypes = pass({
  name: "check-derived-types",
  purpose: "Reports types that are derived from no type, or without fields that are not there.",
  from: Named,
  to: Named,
  // An unknown base may be what a syntax error or a wrong import hides.
  afterErrors: "stop",
  run: (program) => {
    const found = check(typesOf(program));
    return found.length === 0 ? right(program) : both(found, program);
  },
});
