// Calls: of declared functions with arguments in any order, and of function values.

import { computing, questionsFor } from "./builtins.ts";
import { anyType, type Choices, exact, expression, index, read } from "./expressions.ts";
import {
  affordable,
  type Fn,
  type Interface,
  membersFor,
  type Place,
  spend,
  type TypeParam,
  visible,
} from "./place.ts";
import { sequence, type Tree, template, tree } from "./tree.ts";
import {
  isGeneric,
  isWritable,
  type Substitution,
  same,
  substituted,
  type Type,
  textOfType,
  unified,
} from "./types.ts";
import { unknown } from "./unknown.ts";

/** Calls of declared functions that give exactly the type. */
export const callsOf = (at: Place, type: Type, size: number): Choices => {
  const found = giving(at, type);
  const asked = [...(at.task === null ? questionsFor(at, type) : []), ...computing(at, type, size)];
  if (found.length === 0) return asked;
  const chosen = (): Tree => {
    const [fn, by] = at.world.dice.pick(found);
    return callWith(at, fn, by, size);
  };
  return [...asked, [6, chosen]];
};

/** Functions and methods that may be called here, but for what they cost. */
const known = ({ world: { functions }, typeParams }: Place): readonly Fn[] => [
  ...functions,
  ...typeParams.flatMap(({ name, bound }) => (bound ? membersFor(bound, { kind: "Param", name }) : [])),
];

export const callable = (at: Place): readonly Fn[] => known(at).filter(({ cost }) => affordable(at, cost));

/** Those whose call can give exactly the type, with what their type parameters stand for, as far as that says it. */
const giving = (at: Place, type: Type): readonly (readonly [Fn, Substitution])[] =>
  callable(at).flatMap((fn) => {
    const names = new Set(fn.typeParams.map(({ name }) => name));
    const by = unified(fn.result, type, names);
    return by && fn.typeParams.every((param) => mayStandFor(at, param, by.get(param.name)))
      ? [[fn, by] as const]
      : [];
  });

const mayStandFor = (at: Place, { bound }: TypeParam, type: Type | undefined): boolean =>
  type === undefined
    ? bound === null || implementors(at, bound).length > 0
    : (type.kind === "Option" || !isGeneric(type) || type.kind === "Param" || bound === null) &&
      (bound === null || implementors(at, bound).some((each) => same(each, type)));

/** What may stand for a type parameter with that bound. */
const implementors = ({ typeParams }: Place, bound: Interface): readonly Type[] => [
  ...bound.targets,
  ...typeParams.flatMap(({ name, bound: own }): readonly Type[] =>
    own === bound ? [{ kind: "Param", name }] : [],
  ),
];

/** A call of any function. */
export const call = (at: Place, fn: Fn, size: number): Tree => callWith(at, fn, new Map(), size);

/** Arguments from the left, then by name in any order; of those that may be missing some are. */
const callWith = (at: Place, fn: Fn, by: Substitution, size: number): Tree => {
  const { dice } = at.world;
  spend(at, fn.cost);
  const types = new Map(
    fn.typeParams.map(({ name, bound }) => [
      name,
      by.get(name) ?? (bound ? dice.pick(implementors(at, bound)) : anyType(at, 1)),
    ]),
  );
  const given = fn.params.filter(({ optional }) => !optional || dice.chance(50));
  const leading = given.findIndex((param, i) => param !== fn.params[i]);
  const most = leading < 0 ? given.length : leading;
  const positional = dice.chance(60) ? most : dice.between(0, most);
  const typed = fn.typeParams.length > 0 && (dice.chance(60) || !isInferable(fn));
  const unseen = !typed && fn.typeParams.length > 0 && !isGeneric(fn.result) && dice.chance(40);
  const value = (i: number): Tree => {
    const param = given[i]!;
    if (fn.bounded && param === fn.params[0]) return tree("bound", `${dice.between(0, 4)}`);
    const type = substituted(param.type, types);
    if (unseen && param.type.kind === "Param") return unknown(at, type, size - 1);
    return isGeneric(param.type) && !typed ? exact(at, type, size - 1) : expression(at, type, size - 1);
  };
  const callee = calleeOf(at, fn, size);
  const first = given.slice(0, positional).map((_, i) => value(i));
  const named = given
    .slice(positional)
    .map(({ name }, i) => template("argument")`${name}=${value(positional + i)}`);
  const args = sequence([...first, ...dice.shuffled(named)]);
  const explicit = typed ? `<${[...types.values()].map(textOfType).join(", ")}>` : "";
  return template(textOfType(substituted(fn.result, types)))`${callee}${explicit}(${args})`;
};

/** Whether the types of arguments say all type arguments. */
const isInferable = ({ typeParams, params }: Fn): boolean =>
  typeParams.every(({ name }) => params.some(({ type, optional }) => !optional && isOrHas(type, name)));

const isOrHas = (type: Type, name: string): boolean =>
  (type.kind === "Param" && type.name === name) || ("of" in type && isOrHas(type.of, name));

/** A function's name, or a method of a value or a type. */
const calleeOf = (at: Place, { name, receiver }: Fn, size: number): Tree => {
  if (receiver === null) return tree("callee", name);
  if (receiver.on === "type") return tree("callee", `${textOfType(receiver.type)}.${name}`);
  return template("callee")`${exact(at, receiver.type, size - 1)}.${name}`;
};

/** Calls of function values that are at hand, alone or in a list. */
export const memberCalls = (at: Place, type: Type, size: number): Choices => {
  if (!affordable(at, 400)) return [];
  const of = template(textOfType(type));
  return visible(at).flatMap((binding): Choices => {
    const fn = binding.type.kind === "List" ? binding.type.of : binding.type;
    if (fn.kind !== "Function" || !same(fn.result, type)) return [];
    const value = (): Tree => {
      spend(at, 400);
      const args = sequence(fn.params.map((param) => expression(at, param, size - 2)));
      const picked = fn === binding.type ? "" : template("item")`[${index(at, 0)}]`;
      return of`${read(binding)}${picked}(${args})`;
    };
    return [[3, value]];
  });
};

/** A name that is a function value, of a function whose parameters and result can be written; or null. */
export const functionValue = (at: Place): readonly [Tree, Type] | null => {
  const { dice, enums } = at.world;
  const usable = known(at).filter(
    ({ bounded, cost, typeParams, receiver }) =>
      !bounded && cost < 400 && typeParams.length === 0 && receiver?.on !== "type",
  );
  const variants = enums.flatMap(({ name, variants: all }) =>
    all.filter(({ payload }) => payload.length > 0).map((variant) => [name, variant] as const),
  );
  if (variants.length > 0 && dice.chance(25)) {
    const [name, { name: variant, payload }] = dice.pick(variants);
    const type: Type = { kind: "Function", params: payload, result: { kind: "Enum", name } };
    return [tree("function", `${name}.${variant}`), type];
  }
  if (usable.length === 0) return null;
  const fn = dice.pick(usable);
  return [template("function")`${calleeOf(at, fn, 2)}`, typeOf(fn)];
};

/** Its type as a value; those with a default may be left out of a call, but the generator never does. */
export const typeOf = ({ params, result }: Fn): Type => ({
  kind: "Function",
  params: params.map(({ type }) => type),
  result,
});

/** A call of a function that was put into a list of unknown values. */
export const unknownCall = (at: Place, type: Type, size: number): Tree | null => {
  const { dice } = at.world;
  const found = callable(at).filter(
    ({ result, bounded, typeParams, receiver }) =>
      !bounded &&
      typeParams.length === 0 &&
      receiver?.on !== "type" &&
      same(result, type) &&
      isWritable(result),
  );
  if (found.length === 0 || !affordable(at, 400)) return null;
  spend(at, 400);
  const fn = dice.pick(found);
  const count = dice.chance(3) ? dice.between(0, 3) : fn.params.length;
  const args = fn.params.slice(0, count).map((param) => expression(at, param.type, size - 2));
  return template("_")`([] + [${calleeOf(at, fn, size - 1)}])[0](${sequence(args)})`;
};
