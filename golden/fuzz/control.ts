// Branches, matches and loops.

import { anyType, certain, exact, expression, key } from "./expressions.ts";
import { range } from "./operators.ts";
import { exhaustive, type Pattern, pattern } from "./patterns.ts";
import { bound, constant, fresh, type Place } from "./place.ts";
import { given, inner, type Made, only, returned, statement } from "./statements.ts";
import { block, type Tree, template, tree } from "./tree.ts";
import { BOOL, INT, list, map, option, result, type Type, UNKNOWN } from "./types.ts";
import { unknown } from "./unknown.ts";

const size = (at: Place): number => at.world.dice.between(1, at.depth > 1 ? 1 : 2);

const lines = (...statements: readonly Tree[]): Tree => tree("lines", ...statements);

export const branches = (at: Place): Made => only(at.world.dice.chance(45) ? conditional(at) : match(at));

const conditional = (at: Place): Tree => {
  const { dice } = at.world;
  const condition = (): Tree => (dice.chance(8) ? unknown(at, BOOL, 2) : expression(at, BOOL, 2));
  const head = statement`if ${condition()}:${inner(at, size(at))}`;
  const middle = dice.chance(25) ? [statement`else if ${condition()}:${inner(at, size(at))}`] : [];
  const last = dice.chance(60) ? [statement`else:${inner(at, size(at))}`] : [];
  return middle.length + last.length === 0 ? head : lines(head, ...middle, ...last);
};

/** What a match is about: an expression, the type of its patterns, and for unknown values what they are. */
const subject = (at: Place): readonly [Tree, Type, Type | null] => {
  const { dice, enums, structs, errors } = at.world;
  const kinds: readonly (readonly [number, () => Type])[] = [
    [enums.length > 0 ? 8 : 0, () => ({ kind: "Enum", name: dice.pick(enums).name })],
    [5, () => option(anyType(at, 1))],
    [
      errors.length > 0 ? 6 : 0,
      () => result(anyType(at, 1), dice.shuffled(errors).slice(0, dice.between(1, 2))),
    ],
    [structs.length > 0 ? 3 : 0, () => ({ kind: "Struct", name: dice.pick(structs).name })],
    [4, () => anyType(at, 0)],
  ];
  const type = dice.weighted(kinds)();
  if (dice.chance(12)) return [unknown(at, type, 2), UNKNOWN, type];
  if (type.kind === "Option" && type.of.kind !== "Option" && dice.chance(20)) {
    return [template("subject")`${exact(at, map(type.of), 1)}[${key(at, 1)}]`, type, null];
  }
  return [certain(at, type, 3), type, null];
};

const match = (at: Place): Tree => {
  const { dice } = at.world;
  const [value, type, hint] = subject(at);
  const random = Array.from({ length: dice.between(1, 3) }, () => pattern(at, type, 3, hint));
  const rest = hint === null && dice.chance(70) ? exhaustive(at, type) : [];
  const cases = [...(rest.length > 0 ? random.slice(1) : random), ...rest].map((each) => caseOf(at, each));
  return statement`match ${value}:${block(cases)}`;
};

const caseOf = (at: Place, { text, bindings }: Pattern): Tree => {
  const inside = bound(at, ...bindings);
  if (at.returns === "value" && at.depth > 0 && at.world.dice.chance(10)) {
    return statement`${text} -> ${given(inside, 2)}`;
  }
  return statement`${text}:${inner(inside, size(at))}`;
};

export const loops = (at: Place): Made => (at.world.dice.chance(75) ? only(forLoop(at)) : whileLoop(at));

const repeated = (at: Place, times: number): Place => ({ ...at, times: at.times * times, inLoop: true });

const forLoop = (at: Place): Tree => {
  const { dice } = at.world;
  if (dice.chance(40)) {
    const name = fresh(at.world, "i");
    const inside = repeated(bound(at, constant(name, INT)), 3);
    return statement`for ${name} in ${range(at, 1)}:${inner(inside, size(at))}`;
  }
  const type = anyType(at, 1);
  const [items, of, hint] = dice.weighted<() => readonly [Tree, Type, Type | null]>([
    [6, () => [exact(at, list(type), 2), type, null]],
    [3, () => [exact(at, map(type), 2), type, null]],
    [1, () => [unknown(at, list(type), 2), UNKNOWN, type]],
    [1, () => [unknown(at, map(type), 2), UNKNOWN, type]],
    [1, () => [tree("range", "0.5..2.75"), { kind: "Float" }, null]],
  ])();
  const { text, bindings } = pattern(at, of, dice.chance(4) ? 2 : 0, hint);
  return statement`for ${text} in ${items}:${inner(repeated(bound(at, ...bindings), 4), size(at))}`;
};

const guard = template("guard");

/** A counter of its own sees to it that the loop ends, also when the program is made smaller. */
const whileLoop = (at: Place): Made => {
  const { dice } = at.world;
  const name = fresh(at.world, "i");
  const counter = constant(name, INT);
  const most = dice.between(1, 3);
  const more = dice.chance(40) ? template("more")` and ${expression(at, BOOL, 2)}` : "";
  const condition = dice.chance(10) ? "true" : template("condition")`${name} < ${`${most}`}${more}`;
  const leave = condition === "true" ? [guard`if ${name} > ${`${most}`}: break`] : [];
  const body = inner(repeated(bound(at, counter), most), size(at));
  const round = [guard`${name} = ${name} + 1`, ...leave, ...(body.parts as readonly Tree[])];
  return {
    statements: [statement`var ${name} = 0`, statement`while ${condition}:${block(round)}`],
    bindings: [counter],
  };
};

/** The end of a body that gives a value: a `return`, or a branch or match each of whose ends gives one. */
export const tail = (at: Place, depth: number): Tree => {
  const { dice } = at.world;
  const last = (place: Place): Tree => block([tail(place, depth - 1)]);
  if (depth <= 0 || dice.chance(50)) {
    return dice.chance(80) ? returned(at, 3) : tree("statement", given(at, 3));
  }
  if (dice.chance(50)) {
    return lines(statement`if ${expression(at, BOOL, 2)}:${last(at)}`, statement`else:${last(at)}`);
  }
  const [value, type, hint] = subject(at);
  const cases = hint === null ? exhaustive(at, type) : [pattern(at, type, 2, hint)];
  const others = hint === null ? [] : [statement`_:${last(at)}`];
  const patterns = [pattern(at, type, 3, hint), ...cases];
  return statement`match ${value}:${block([
    ...patterns.map(({ text, bindings }) => statement`${text}:${last(bound(at, ...bindings))}`),
    ...others,
  ])}`;
};
