// Functions of several kinds; each adds itself to the world.

import { tail } from "./control.ts";
import { anyType, expression } from "./expressions.ts";
import { hasSleep } from "./features.ts";
import { constant, type Fn, fresh, type Param, type Place, type TypeParam, type World } from "./place.ts";
import { statement, statements } from "./statements.ts";
import { block, sequence, type Tree, template, tree } from "./tree.ts";
import { INT, result, type Type, textOfType, UNIT } from "./types.ts";

const declared = template("declaration");

/** Where nothing is in scope but declarations. */
export const outside = (world: World): Place => ({
  world,
  ...{ bindings: [], result: null, raises: null, returns: "never", typeParams: [], task: null },
  ...{ times: 1, depth: 0, inLoop: false, scope: 0 },
});

const parameters = (at: Place, count: number): readonly (readonly [Param, Tree])[] => {
  const { world } = at;
  const { dice } = world;
  const made: (readonly [Param, Tree])[] = [];
  let optional = false;
  for (let i = 0; i < count; i++) {
    const param = at.typeParams[i];
    const type: Type = param ? { kind: "Param", name: param.name } : anyType(at, 2);
    const name = `a${i}`;
    optional ||= dice.chance(20) && at.typeParams.length === 0;
    const place = { ...outside(world), bindings: made.map(([param]) => constant(param.name, param.type)) };
    const value = optional ? template("default")` = ${expression(place, type, 2)}` : "";
    made.push([{ name, type, optional }, template("parameter")`${name}: ${textOfType(type)}${value}`]);
  }
  return made;
};

export const resultType = (at: Place): Type => {
  const { dice, errors } = at.world;
  if (dice.chance(12)) return UNIT;
  const type = anyType(at, 2);
  if (errors.length === 0 || dice.chance(65)) return type;
  return result(type, dice.shuffled(errors).slice(0, dice.between(1, 2)));
};

const arrow = (type: Type): string => (type.kind === "Unit" ? "" : ` -> ${textOfType(type)}`);

/** Statements, and what gives the result. */
export const bodyOf = (at: Place, count: number): readonly Tree[] => {
  const [all, place] = statements(at, count);
  return at.returns === "value" ? [...all, tail(place, 2)] : all.length > 0 ? all : [statement`return`];
};

/** Inside a function; `at` has its type parameters. */
export const within = (at: Place, params: readonly Param[], type: Type): Place => ({
  ...at,
  bindings: params.map((param) => constant(param.name, param.type)),
  result: type.kind === "Unit" ? null : type,
  raises: type.kind === "Result" ? type : null,
  returns: type.kind === "Unit" ? "nothing" : "value",
});

export const declareFunction = (world: World): void => {
  const { dice } = world;
  const name = fresh(world, "fn");
  const typeParams = dice.chance(35) ? typeParameters(world) : [];
  const place = { ...outside(world), typeParams };
  const made = parameters(place, dice.between(typeParams.length, 3));
  const params = made.map(([param]) => param);
  const type = resultType(place);
  world.cost = 0;
  const body = bodyOf(within(place, params, type), dice.between(1, 4));
  const fn: Fn = { ...plain, name, typeParams, params, result: type, cost: world.cost + 2 };
  const texts = new Map(made.map(([param, text]) => [param, text]));
  world.declarations.push(declared`${signature(fn, () => "", texts)}:${block(body)}`);
  world.functions.push(fn);
};

const plain = { typeParams: [], receiver: null, bounded: false, family: null } as const;

const typeParameters = ({ dice, interfaces }: World): readonly TypeParam[] =>
  ["T", "U"].slice(0, dice.between(1, 2)).map((name) => ({
    name,
    bound: interfaces.length > 0 && dice.chance(50) ? dice.pick(interfaces) : null,
  }));

/** The head of a function without its colon. Of its parameters some are written already; `value` gives the defaults of others. */
export const signature = (
  { name, typeParams, params, result }: Fn,
  value: () => string,
  written: ReadonlyMap<Param, Tree> = new Map(),
): Tree => {
  const types = typeParams.length > 0 ? `<${typeParams.map((each) => each.name).join(", ")}>` : "";
  const bounds = typeParams.flatMap(({ name, bound }) => (bound ? [`${name}: ${bound.name}`] : []));
  const where = bounds.length > 0 ? ` where ${bounds.join(", ")}` : "";
  const all = params.map(
    (param) =>
      written.get(param) ??
      tree("parameter", `${param.name}: ${textOfType(param.type)}${param.optional ? ` = ${value()}` : ""}`),
  );
  return template("signature")`fn ${name}${types}(${sequence(all)})${arrow(result)}${where}`;
};

/** A function that waits a little and gives back what it is given; tasks may wait only through one. */
export const declareNap = (world: World): void => {
  if (!hasSleep()) return;
  world.needs.add("time");
  const name = fresh(world, "nap");
  const body = [statement`if ms > 0: time.sleep(ms % 5)`, statement`ms`];
  world.declarations.push(declared`fn ${name}(ms: Int) -> Int:${block(body)}`);
  const params: readonly Param[] = [{ name: "ms", type: INT, optional: false }];
  world.functions.push({ ...plain, name, params, result: INT, cost: 5 });
};

/** Functions with the same parameters and result, so that they can stand in one list. */
export const declareFamily = (world: World): void => {
  const { dice } = world;
  const family = fresh(world, "family");
  const types = Array.from({ length: dice.between(1, 2) }, () => anyType(outside(world), 1));
  const type = anyType(outside(world), 1);
  const params = types.map((each, i): Param => ({ name: `a${i}`, type: each, optional: false }));
  const members = Array.from({ length: dice.between(2, 3) }, (_, i): Fn => {
    world.cost = 0;
    const name = `${family}m${i}`;
    const body = bodyOf(within(outside(world), params, type), dice.between(0, 1));
    const texts = params.map((param) => `${param.name}: ${textOfType(param.type)}`);
    world.declarations.push(declared`fn ${name}(${sequence(texts)}) -> ${textOfType(type)}:${block(body)}`);
    return { ...plain, name, params, result: type, cost: world.cost + 2, family };
  });
  // Only one family: functions of two do not fit into one list.
  if (world.functions.every((fn) => fn.family === null)) world.functions.push(...members);
};

/** A function that calls itself, or another that calls it; its first argument says how deep. */
export const declareRecursion = (world: World): void => {
  const { dice } = world;
  const [name, other] = [fresh(world, "rec"), fresh(world, "rec")];
  const type = resultType(outside(world));
  if (type.kind === "Unit") return;
  const made = parameters(outside(world), dice.between(0, 2)).map(([param]) => ({
    ...param,
    optional: false,
  }));
  const params: readonly Param[] = [{ name: "n", type: INT, optional: false }, ...made];
  const texts = params.map((param) => `${param.name}: ${textOfType(param.type)}`).join(", ");
  const own = within(outside(world), params, type);
  const base = [
    statement`if n <= 0 or n > 6:${block([tree("statement", "return ", expression(own, type, 2))])}`,
  ];
  const self = dice.chance(30) ? other : name;
  const passed = (): Tree => sequence(["n - 1", ...made.map((param) => expression(own, param.type, 1))]);
  const again: Fn = { ...plain, name: self, params, result: type, cost: 0, bounded: true };
  const calls = Array.from({ length: dice.between(1, 2) }, (_, i) => {
    const value = template(textOfType(type))`${again.name}(${passed()})`;
    return statement`let r${`${i}`}: ${textOfType(type)} = ${value}`;
  });
  world.cost = 0;
  const inner = { ...own, bindings: [...own.bindings, ...calls.map((_, i) => constant(`r${i}`, type))] };
  const body = [...base, ...calls, ...bodyOf(inner, dice.between(0, 2))];
  world.declarations.push(declared`fn ${name}(${texts}) -> ${textOfType(type)}:${block(body)}`);
  if (self === other) {
    const args = params.map((param) => param.name).join(", ");
    const forward = statement`return ${name}(${args})`;
    world.declarations.push(declared`fn ${other}(${texts}) -> ${textOfType(type)}:${block([forward])}`);
  }
  const cost = (world.cost + 10) * (calls.length > 1 ? 30 : 6);
  world.functions.push({ ...plain, name, params, result: type, cost, bounded: true });
};
