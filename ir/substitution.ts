// Substitution of type parameters: `Self` in a member, the parameters of a generic function.

import { box, functionType, list, map, option, refined, result, type Type, task, union } from "./types.ts";

/** What stands for each Parameter, or for a type without parts. */
export type Substitution = ReadonlyMap<Type, Type>;

/** The type with its parameters replaced; a type without any is given back itself. */
export const substitute = (type: Type, by: Substitution): Type => {
  if (by.size === 0) return type;
  const inside = (part: Type): Type => substitute(part, by);
  switch (type.kind) {
    case "Parameter":
      return by.get(type) ?? type;
    case "List":
      return list(inside(type.item));
    case "Map":
      return map(inside(type.of), inside(type.value));
    case "Option":
      return option(inside(type.inner));
    case "Result":
      return result(inside(type.ok), inside(type.error));
    case "Union":
      return union(type.domains.map(inside));
    case "Refined":
      return refined(inside(type.base), type.constraints);
    case "Function":
      return functionType(
        type.params.map((param) => ({ ...param, type: inside(param.type) })),
        inside(type.result),
      );
    case "Box":
      return box(inside(type.content));
    case "Task":
      return task(inside(type.value));
    default:
      return by.get(type) ?? type;
  }
};

/** The substitution that puts each of `types` for the parameter at its place. */
export const substitution = (
  params: readonly { readonly type: Type }[],
  types: readonly Type[],
): Substitution => new Map(params.flatMap((param, i) => (types[i] ? [[param.type, types[i]] as const] : [])));
