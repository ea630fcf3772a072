// The types that generated programs use, and how they are written.

export type Type =
  | { readonly kind: "Int" | "Float" | "Bool" | "String" | "Id" | "Email" | "Unit" | "Unknown" }
  | { readonly kind: "List" | "Map" | "Option"; readonly of: Type }
  | { readonly kind: "Result"; readonly of: Type; readonly errors: readonly Type[] }
  | { readonly kind: "Struct" | "Enum"; readonly name: string }
  | { readonly kind: "Function"; readonly params: readonly Type[]; readonly result: Type };

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
    case "Struct":
    case "Enum":
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

/** Whether a program can write it: not if a part of it is unknown or a function. */
export const isWritable = (type: Type): boolean => {
  switch (type.kind) {
    case "Unknown":
    case "Function":
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
