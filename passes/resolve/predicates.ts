// Predicates of refined types: whether a function can decide about the values of a base type (chapter 2.10).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { SliceGrammar } from "../../ir/slice.ts";
import { BOOL, type Type } from "../../ir/types.ts";
import { type SliceDeclarations, typeNamed } from "./type-names.ts";

type TypeExpr = NodeOf<SliceGrammar, "Type">;

/** A type that is diagnosed elsewhere fits everything. */
const namedFits = (type: Type, name: string, declarations: SliceDeclarations): boolean => {
  const named = typeNamed(name, declarations);
  return named === undefined || named === type;
};

/** Whether a value of a simple type may stand where this type expression stands (2.4, rules 2, 6, 7 and 10). */
const fits = (base: Type, to: TypeExpr, declarations: SliceDeclarations): boolean => {
  switch (to.kind) {
    case "NamedType":
      return namedFits(base, to.name, declarations);
    case "RefinedType":
      return false;
    case "GenericType":
      return (to.name === "Option" || to.name === "Result") && to.args[0]
        ? fits(base, to.args[0], declarations)
        : false;
  }
};

const givesBool = (result: TypeExpr | null, declarations: SliceDeclarations): boolean =>
  (result?.kind === "NamedType" || result?.kind === "RefinedType") &&
  namedFits(BOOL, result.name, declarations);

/** The id of the function, and why it is no predicate for `base`; null if there is no such function. */
export const checkPredicate = (
  name: string,
  base: Type,
  declarations: SliceDeclarations,
): { readonly id: string | null; readonly faults: readonly string[] } => {
  const declared = declarations.byName.get(name);
  if (declared?.item.kind !== "Function")
    return { id: null, faults: [`unknown predicate "${name}": there is no function of this name`] };
  const { params, result } = declared.item.fn;
  const [param] = params;
  if (!param || params.length > 1)
    return {
      id: declared.id,
      faults: [`a predicate has one parameter, but "${name}" has ${params.length}`],
    };
  const faults = [
    ...(fits(base, param.type, declarations)
      ? []
      : [`the parameter of predicate "${name}" does not take ${base.text}`]),
    ...(givesBool(result, declarations) ? [] : [`predicate "${name}" does not give Bool`]),
  ];
  return { id: declared.id, faults };
};
