// Interfaces, and impls of them for some of the types.

import { anyType } from "./expressions.ts";
import { bodyOf, outside, resultType, signature, within } from "./functions.ts";
import { constant, type Fn, fresh, type Interface, membersFor, type Param, type World } from "./place.ts";
import { block, type Tree, template } from "./tree.ts";
import { type Type, textOfType } from "./types.ts";

const SELF: Type = { kind: "Param", name: "Self" };

const declared = template("declaration");
const line = template("statement");

/** An interface of one to three members, and its impl for one to three types. */
export const declareInterface = (world: World): void => {
  const { dice, structs, enums, interfaces, declarations, functions } = world;
  const all: readonly Type[] = [
    ...structs.filter((each) => /^S\d/.test(each.name)).map(({ name }): Type => ({ kind: "Struct", name })),
    ...enums.map(({ name }): Type => ({ kind: "Enum", name })),
  ];
  if (all.length === 0) return;
  const targets = dice.shuffled(all).slice(0, dice.between(1, 3));
  const members = Array.from({ length: dice.between(1, 3) }, () => member(world));
  const name = fresh(world, "I");
  const heads = members.map((each) => line`${signature(each, () => defaultOf(world))}`);
  declarations.push(declared`interface ${name}:${block(heads)}`);
  const costs = new Map<string, number>();
  for (const target of targets) {
    const made = membersFor({ name, members, targets: [] }, target);
    const bodies = made.map((each, i): Tree => {
      world.cost = 0;
      const text = implemented(world, each, target, members[i]!);
      costs.set(each.name, Math.max(costs.get(each.name) ?? 0, world.cost + 2));
      return text;
    });
    declarations.push(declared`impl ${name} for ${textOfType(target)}:${block(bodies)}`);
  }
  const priced = members.map((each) => ({ ...each, cost: costs.get(each.name)! }));
  const whole: Interface = { name, members: priced, targets: [...targets] };
  interfaces.push(whole);
  functions.push(...targets.flatMap((target) => membersFor(whole, target)));
};

/** A parameter that may be left out is an Int. */
const defaultOf = ({ dice }: World): string => `${dice.between(0, 9)}`;

const member = (world: World): Fn => {
  const { dice } = world;
  const own = { ...outside(world), typeParams: [{ name: "Self", bound: null }] };
  const typed = (i: number): Param => ({
    name: `a${i}`,
    type: dice.chance(25) ? SELF : anyType(outside(world), 2),
    optional: false,
  });
  const params = Array.from({ length: dice.between(0, 2) }, (_, i) => typed(i));
  const last: readonly Param[] = dice.chance(30)
    ? [{ name: "more", type: { kind: "Int" }, optional: true }]
    : [];
  return {
    name: fresh(world, "m"),
    typeParams: [],
    receiver: { on: dice.chance(25) ? "type" : "value", type: SELF },
    params: [...params, ...last],
    result: dice.chance(25) ? SELF : resultType(own),
    ...{ cost: 0, bounded: false, family: null },
  };
};

/** The method for one target; its signature may say `Self` or the type. */
const implemented = (world: World, fn: Fn, target: Type, general: Fn): Tree => {
  const { dice } = world;
  const place = within(outside(world), fn.params, fn.result);
  const self = fn.receiver?.on === "value" ? [constant("self", target)] : [];
  const head = signature(dice.chance(50) ? fn : general, () => defaultOf(world));
  const mentioned = self.length > 0 ? [line`let own = self`] : [];
  const bindings = [...self, ...place.bindings, ...(self.length > 0 ? [constant("own", target)] : [])];
  const body = bodyOf({ ...place, bindings }, dice.between(0, 2));
  return line`${head}:${block([...mentioned, ...body])}`;
};
