// Which types have readers: those whose values can be told valid without running anything of the program.

import type { Type } from "../../ir/types.ts";
import type { Tables } from "./tables.ts";

/** The types of which a value of the type is made up, as its JSON shows them; null if it has no reader. */
const membersOf = (type: Type, { structs, enums }: Tables): readonly Type[] | null => {
  switch (type.kind) {
    case "Int":
    case "Float":
    case "Bool":
    case "String":
    case "Id":
    case "Email":
    case "Bytes":
      return [];
    case "Refined":
      return type.constraints.some(({ kind }) => kind === "Predicate") ? null : [type.base];
    case "Option":
      return [type.inner];
    case "List":
      return [type.item];
    case "Map":
      return type.of.kind === "String" ? [type.value] : null;
    case "Struct":
      return structs.get(type.id)?.fields.map((field) => field.type) ?? null;
    case "Enum":
      return enums.get(type.id)?.variants.flatMap(({ payload }) => payload) ?? null;
    default:
      return null;
  }
};

/** Whether values of the type can be read, and so all that they may consist of. Null as a whole is for the decoder. */
export const isReadable = (type: Type, tables: Tables): boolean => {
  const known = new Set([type]);
  // the set grows under way
  for (const each of known) {
    const members = membersOf(each, tables);
    if (members === null) return false;
    for (const member of members) known.add(member);
  }
  return type.kind !== "Option";
};
