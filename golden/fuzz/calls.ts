// Calls: of declared functions with arguments in any order, and of function values.

import { type Choices, expression, index, read } from "./expressions.ts";
import { affordable, type Fn, type Place, spend, visible } from "./place.ts";
import { sequence, type Tree, template, tree } from "./tree.ts";
import { BOOL, FLOAT, INT, isWritable, option, STRING, same, type Type, textOfType } from "./types.ts";

/** Calls of declared functions that give exactly the type. */
export const callsOf = (at: Place, type: Type, size: number): Choices => {
  const found = callable(at).filter(({ result }) => same(result, type));
  const asked = questionsFor(at, type);
  return found.length === 0 ? asked : [...asked, [6, () => call(at, at.world.dice.pick(found), size)]];
};

/** Built-ins that ask the world: each with an argument that gives something, or fails. */
const questions: readonly (readonly [Type, readonly string[]])[] = [
  [STRING, ["input()", 'input("name? ")']],
  [option(STRING), ['env("HOME")', 'env(name="NONE")']],
  [option(INT), ['env_int("NUMBER")', 'env_int("NONE")', 'env_int("HOME")']],
  [option(FLOAT), ['env_float("NUMBER")', 'env_float("NONE")']],
  [option(BOOL), ['env_bool("YES")', 'env_bool("NONE")', 'env_bool("HOME")']],
];

const questionsFor = (at: Place, type: Type): Choices =>
  questions
    .filter(([each]) => same(each, type))
    .map(([, texts]) => [1, () => tree(textOfType(type), at.world.dice.pick(texts))]);

export const callable = (at: Place): readonly Fn[] =>
  at.world.functions.filter(({ cost }) => affordable(at, cost));

/** Arguments from the left, then by name in any order; of those that may be missing some are. */
export const call = (at: Place, fn: Fn, size: number): Tree => {
  const { dice } = at.world;
  spend(at, fn.cost);
  const given = fn.params.filter(({ optional }) => !optional || dice.chance(50));
  const leading = given.findIndex((param, i) => param !== fn.params[i]);
  const most = leading < 0 ? given.length : leading;
  const positional = dice.chance(60) ? most : dice.between(0, most);
  const value = (i: number): Tree => {
    const param = given[i]!;
    if (fn.bounded && param === fn.params[0]) return tree("bound", `${dice.between(0, 4)}`);
    return expression(at, param.type, size - 1);
  };
  const first = given.slice(0, positional).map((_, i) => value(i));
  const named = given
    .slice(positional)
    .map(({ name }, i) => template("argument")`${name}=${value(positional + i)}`);
  return template(textOfType(fn.result))`${fn.name}(${sequence([...first, ...dice.shuffled(named)])})`;
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
  const { dice, enums, functions } = at.world;
  const usable = functions.filter(({ bounded, cost }) => !bounded && cost < 400);
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
  return [tree("function", fn.name), typeOf(fn)];
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
    ({ result, bounded }) => !bounded && same(result, type) && isWritable(result),
  );
  if (found.length === 0 || !affordable(at, 400)) return null;
  spend(at, 400);
  const fn = dice.pick(found);
  const count = dice.chance(3) ? dice.between(0, 3) : fn.params.length;
  const args = fn.params.slice(0, count).map((param) => expression(at, param.type, size - 2));
  return template("_")`([] + [${fn.name}])[0](${sequence(args)})`;
};
