// The fields of structs and configs, also of those that derive from a struct of any module (chapter 2.6).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { StructInfo } from "../../ir/interfaces.ts";
import type { KnownTypesGrammar } from "../../ir/resolved.ts";

type Program = NodeOf<KnownTypesGrammar, "Program">;
type Item = NodeOf<KnownTypesGrammar, "Item">;
type Derived = FormOf<KnownTypesGrammar, "Item", "DerivedStruct">;
type Fields = StructInfo["fields"];

/** The struct or config that an item declares, if it does. */
export type Structs = (item: Item) => readonly StructInfo[];

const ownFields = (item: Item): Fields | null => {
  switch (item.kind) {
    case "Struct":
      return item.fields.map(({ name, type, default: value }) => ({
        name: name.name,
        type: type.type,
        hasDefault: value !== null,
        origin: item.id,
      }));
    case "Config":
      return item.fields.map(({ name, type }) => ({
        name: name.name,
        type: type.type,
        hasDefault: true,
        origin: item.id,
      }));
    default:
      return null;
  }
};

const remaining = ({ without }: Derived, fields: Fields): Fields => {
  const gone = new Set(without.map(({ name }) => name));
  return fields.filter(({ name }) => !gone.has(name));
};

/** The structs of a program; the fields of one that derives from others are found once. */
export const structsOf = (program: Program): Structs => {
  const known = new Map(
    program.interfaces.flatMap(({ structs }) => structs.map(({ id, fields }) => [id, fields] as const)),
  );
  const derived = new Map<string, Derived>();
  for (const item of program.modules.flatMap(({ items }) => items)) {
    const fields = ownFields(item);
    if (fields && (item.kind === "Struct" || item.kind === "Config")) known.set(item.id, fields);
    if (item.kind === "DerivedStruct") derived.set(item.id, item);
  }
  /** Down the bases to one that is known, and back. */
  const derive = (from: Derived): Fields => {
    const chain: Derived[] = [];
    let id = from.id;
    for (let next = derived.get(id); next && !known.has(id); next = derived.get(id)) {
      chain.push(next);
      id = next.base;
    }
    let fields = known.get(id) ?? [];
    for (const each of chain.reverse()) known.set(each.id, (fields = remaining(each, fields)));
    return fields;
  };
  return (item) => {
    switch (item.kind) {
      case "Struct":
      case "Config":
        return [{ id: item.id, name: item.name.name, fields: known.get(item.id)! }];
      case "DerivedStruct":
        return [{ id: item.id, name: item.name.name, fields: derive(item) }];
      default:
        return [];
    }
  };
};
