// Type expressions and the types that they are (chapter 2.3), with or without a report of what is wrong with them.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { TypeParam } from "../../ir/interfaces.ts";
import type { Ident } from "../../ir/leaves.ts";
import type { PlainComponentsGrammar } from "../../ir/resolved.ts";
import {
  type Constraint,
  DIAGNOSED,
  list,
  map,
  option,
  parameter,
  refined,
  result,
  type Type,
  union,
} from "../../ir/types.ts";
import type { ModuleNames } from "../module-names.ts";
import type { Report } from "./modules.ts";
import {
  argumentsOf,
  explained,
  genericTypes,
  interfaceNamed,
  type NameScope,
  typeNamed,
} from "./type-names.ts";

type TypeExpr = NodeOf<PlainComponentsGrammar, "Type">;
export type RefinedType = FormOf<PlainComponentsGrammar, "Type", "RefinedType">;
type Bound = NodeOf<PlainComponentsGrammar, "Bound">;

/** Where type expressions are resolved. */
export interface TypeScope extends NameScope {
  readonly report: Report;
  /** What to add to a message about an unknown type. */
  readonly hint: (name: string) => string;
  /** The constraints of a refined type; null if they are wrong. */
  readonly constraintsOf: (n: RefinedType, base: Type, scope: NameScope) => readonly Constraint[] | null;
}

/** The scope with more types in it; the first of a name counts. */
export const withTypes = <S extends NameScope>(scope: S, params: readonly TypeParam[]): S =>
  params.length === 0
    ? scope
    : {
        ...scope,
        types: new Map([...params.map(({ name, type }) => [name, type] as const), ...scope.types]),
      };

/** The scope inside an interface or impl. */
export const withSelf = <S extends NameScope>(scope: S, self: Type): S => ({
  ...scope,
  types: new Map([["Self", self]]),
});

/** What `Self` is inside an interface. */
export const selfOf = (interfaceId: string): Type => parameter(`${interfaceId}.Self`, "Self");

/**
 * The type parameters of a function or member, each name once. One whose interface is unknown is diagnosed: nothing
 * can be said about its values.
 */
export const typeParamsOf = (
  owner: string,
  { typeParams, where }: { readonly typeParams: readonly Ident[]; readonly where: readonly Bound[] },
  names: ModuleNames,
): readonly TypeParam[] => {
  if (typeParams.length === 0) return [];
  const bounds = new Map([...where].reverse().map((bound) => [bound.param.name, bound.interface.name]));
  const params = new Map<string, TypeParam>();
  for (const { name, at } of typeParams) {
    if (params.has(name)) continue;
    const type = parameter(`${owner}<${name}>`, name);
    const bound = bounds.get(name);
    const found = bound === undefined ? null : interfaceNamed(bound, names);
    if (found === null) params.set(name, { name, at, type, bound: null });
    else if (found._tag === "Right") params.set(name, { name, at, type, bound: found.right.id });
    else params.set(name, { name, at, type: DIAGNOSED, bound: null });
  }
  return [...params.values()];
};

const named = (name: string, at: number, scope: TypeScope): Type => {
  const found = typeNamed(name, scope);
  if (found._tag === "Right") return found.right;
  scope.report(
    at,
    explained(found.left, () => scope.hint(name)),
    found.left.code,
  );
  return DIAGNOSED;
};

/** The set of domains: in `T!A!B`, which is `Result<T, Result<A, B>>`, both. */
const domainsOf = (error: Type): Type => {
  const domains = error.kind === "Result" ? [error.ok, domainsOf(error.error)] : [error];
  return domains.includes(DIAGNOSED) ? DIAGNOSED : union(domains);
};

const wrongCount = (name: string, arity: number, found: number): string =>
  name === "Result" && found === 1
    ? "a result type needs an explicit error domain: T!E"
    : `the type ${name} needs ${argumentsOf(arity)}, found ${found}`;

const generic = (n: FormOf<PlainComponentsGrammar, "Type", "GenericType">, scope: TypeScope): Type => {
  const arity = genericTypes.get(n.name);
  if (arity === undefined) {
    const found = typeNamed(n.name, scope);
    scope.report(
      n.at,
      found._tag === "Left"
        ? explained(found.left, () => scope.hint(n.name))
        : `"${n.name}" takes no type arguments: only List, Map, Option and Result do`,
      found._tag === "Left" ? found.left.code : undefined,
    );
    return DIAGNOSED;
  }
  const [first, second] = n.args.map((arg) => resolveType(arg, scope));
  if (n.args.length !== arity || !first) {
    scope.report(n.at, wrongCount(n.name, arity, n.args.length));
    return DIAGNOSED;
  }
  if (n.name === "List") return list(first);
  if (n.name === "Option") return first === DIAGNOSED ? DIAGNOSED : option(first);
  return n.name === "Map" ? map(first, second!) : result(first, domainsOf(second!));
};

/** The type that an expression is; what is wrong is reported, and diagnosed. */
export const resolveType = (n: TypeExpr, scope: TypeScope): Type => {
  switch (n.kind) {
    case "NamedType":
      return named(n.name, n.at, scope);
    case "GenericType":
      return generic(n, scope);
    case "RefinedType": {
      const base = named(n.name, n.at, scope);
      const constraints = base === DIAGNOSED ? null : scope.constraintsOf(n, base, scope);
      return constraints === null ? DIAGNOSED : refined(base, constraints);
    }
  }
};
