// The types that generated programs use, and how they are written.

export type Type =
  | { readonly kind: "Int" | "Float" | "Bool" | "String" | "Id" | "Email" | "Unit" | "Unknown" }
  | { readonly kind: "List" | "Map" | "Option"; readonly of: Type }
  | { readonly kind: "Result"; readonly of: Type; readonly errors: readonly Type[] }
  | { readonly kind: "Struct" | "Enum"; readonly name: string }
  | { readonly kind: "Function"; readonly params: readonly Type[]; readonly result: Type }
  | { readonly kind: "Task"; readonly of: Type }
  /** A type parameter, or `Self`. */
  | { readonly kind: "Param"; readonly name: string };

export const INT: Type = { kind: "Int" };
export const FLOAT: Type = { kind: "Float" };
export const BOOL: Type = { kind: "Bool" };
export const STRING: Type = { kind: "String" };
export const UNIT: Type = { kind: "Unit" };
export const UNKNOWN: Type = { kind: "Unknown" };
export const list = (of: Type): Type => ({ kind: "List", of });
export const map = (of: Type): Type => ({ kind: "Map", of });
export const option = (of: Type): Type => (of.kind === "Option" ? of : { kind: "Option", of });
export const result = (of: Type, errors: readonly Type[]): Type => ({ kind: "Result", of, errors });

/** How it is written; for types that cannot be written a text of their own. */
export const textOfType = (type: Type): string => {
  switch (type.kind) {
    case "List":
      return `List<${textOfType(type.of)}>`;
    case "Map":
      return `Map<String, ${textOfType(type.of)}>`;
    case "Option":
      return `${textOfType(type.of)}?`;
    case "Result":
      return `${textOfType(type.of)}!${type.errors.map(textOfType).join("!")}`;
    case "Task":
      return `Task<${textOfType(type.of)}>`;
    case "Struct":
    case "Enum":
    case "Param":
      return type.name;
    case "Function":
      return `fn(${type.params.map(textOfType).join(", ")})->${textOfType(type.result)}`;
    case "Unknown":
      return "_";
    default:
      return type.kind;
  }
};

export const same = (a: Type, b: Type): boolean => textOfType(a) === textOfType(b);

/** Whether a program can write it: not if a part of it is unknown, a function or a task. */
export const isWritable = (type: Type): boolean => {
  switch (type.kind) {
    case "Unknown":
    case "Function":
    case "Task":
      return false;
    case "List":
    case "Map":
    case "Option":
    case "Result":
      return isWritable(type.of);
    default:
      return true;
  }
};

/** Whether a type parameter is part of it. */
export const isGeneric = (type: Type): boolean =>
  type.kind === "Param" || ("of" in type && isGeneric(type.of));

/** Types by the names of the parameters that they stand for. */
export type Substitution = ReadonlyMap<string, Type>;

export const substituted = (type: Type, by: Substitution): Type => {
  switch (type.kind) {
    case "Param":
      return by.get(type.name) ?? type;
    case "Option":
      return option(substituted(type.of, by));
    case "List":
    case "Map":
    case "Result":
      return { ...type, of: substituted(type.of, by) };
    default:
      return type;
  }
};

/** What parameters of these names have to stand for, so that a type with them is the other; null if nothing does. */
export const unified = (
  type: Type,
  other: Type,
  names: ReadonlySet<string>,
  known: Substitution = new Map(),
): Substitution | null => {
  if (type.kind === "Param" && names.has(type.name)) {
    const before = known.get(type.name);
    if (before === undefined) return new Map([...known, [type.name, other]]);
    return same(before, other) ? known : null;
  }
  if (type.kind !== other.kind) return null;
  if (!("of" in type && "of" in other)) return same(type, other) ? known : null;
  const inner = unified(type.of, other.of, names, known);
  return inner && same(substituted(type, inner), other) ? inner : null;
};
