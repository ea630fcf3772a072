// Inference of type arguments (chapter 2.11.1): parameter types and argument types are walked together.

import type { TypeParam } from "../../../ir/interfaces.ts";
import { domainsOf, mentionedIn, type Type, UNKNOWN } from "../../../ir/types.ts";
import { isUnknown, unboxed, unknownFrom } from "../../compatibility.ts";
import { join } from "../join.ts";
import type { Context, Expr } from "./context.ts";

/** An argument, and the type of its parameter. */
export interface Given {
  readonly type: Type;
  readonly value: Expr;
}

/** Per type parameter its type, or null where nothing says it, or the types that were found do not join. */
export const inferredTypes = (
  params: readonly TypeParam[],
  given: readonly Given[],
): readonly (Type | null)[] => {
  const candidates = new Map<Type, Type[]>(params.map(({ type }) => [type, []]));
  for (const { type, value } of given) collect(type, value.type, [value], candidates);
  return params.map(({ type }) => joinAll(candidates.get(type) ?? []));
};

const joinAll = ([first, ...rest]: readonly Type[]): Type | null =>
  first === undefined ? null : rest.reduce<Type | null>((all, each) => all && join(all, each), first);

/** Whether a type is written with one of these parameters. */
export const mentions = (type: Type, params: readonly TypeParam[]): boolean =>
  params.length > 0 && mentionsOneOf(type, new Set(params.map((param) => param.type)));

const mentionsOneOf = (type: Type, params: ReadonlySet<Type>): boolean =>
  params.has(type) || partsOf(type).some((part) => mentionsOneOf(part, params));

const partsOf = (type: Type): readonly Type[] =>
  type.kind === "Map" ? [type.of, type.value] : mentionedIn(type);

type Candidates = ReadonlyMap<Type, Type[]>;

/**
 * `literals` are the expressions that the type was found for, seen through literals around them: null and empty
 * literals alone give no candidate.
 */
const collect = (wanted: Type, argument: Type, literals: readonly Expr[], candidates: Candidates): void => {
  const found = unboxed(argument);
  const known = candidates.get(wanted);
  if (known) {
    if (!literals.every(isVacant)) known.push(found.kind === "Never" ? UNKNOWN : found);
    return;
  }
  if (isUnknown(found)) {
    for (const part of partsOf(wanted)) collect(part, unknownFrom(found), literals, candidates);
    return;
  }
  const walk = (part: Type, type: Type, inside: readonly Expr[] = literals): void =>
    collect(part, type, inside, candidates);
  switch (wanted.kind) {
    case "List":
      if (found.kind === "List") walk(wanted.item, found.item, literals.flatMap(itemsOf));
      break;
    case "Map":
      if (found.kind === "Map") {
        walk(wanted.of, found.of, literals.flatMap(keysOf));
        walk(wanted.value, found.value, literals.flatMap(valuesOf));
      }
      break;
    // what is not optional gives its own type, and so does what cannot fail
    case "Option":
      walk(wanted.inner, found.kind === "Option" ? found.inner : found);
      break;
    case "Result":
      walk(wanted.ok, found.kind === "Result" ? found.ok : found);
      if (found.kind === "Result") walk(wanted.error, found.error);
      break;
    case "Union":
      domainsOf(wanted).forEach((domain) => {
        walk(domain, found);
      });
      break;
    case "Task":
      if (found.kind === "Task") walk(wanted.value, found.value);
      break;
    case "Box":
      walk(wanted.content, found);
      break;
    case "Refined":
      walk(wanted.base, found.kind === "Refined" ? found.base : found);
      break;
  }
};

const isVacant = (value: Expr): boolean =>
  value.kind === "Null" ||
  (value.kind === "List" && value.items.length === 0) ||
  (value.kind === "Map" && value.entries.length === 0);

const itemsOf = (value: Expr): readonly Expr[] =>
  value.kind === "List" ? value.items : value.kind === "Null" ? [] : [value];
const keysOf = (value: Expr): readonly Expr[] =>
  value.kind === "Map" ? value.entries.map(({ key }) => key) : value.kind === "Null" ? [] : [value];
const valuesOf = (value: Expr): readonly Expr[] =>
  value.kind === "Map" ? value.entries.map((entry) => entry.value) : value.kind === "Null" ? [] : [value];

/** Whether a type satisfies an interface: there is an impl, or it is a type parameter with that very bound. */
export const satisfiesBound = (type: Type, bound: string, context: Context): boolean => {
  const of = unboxed(type);
  switch (of.kind) {
    case "Struct":
    case "Enum":
      return context.body.checker.declarations.implemented.get(of.id)?.has(bound) ?? false;
    case "Parameter":
      return context.body.bounds.get(of) === bound;
    default:
      return isUnknown(of);
  }
};
