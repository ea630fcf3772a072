// Expressions of a wanted type, by chance from all forms that give one.

import { callsOf, memberCalls } from "./calls.ts";
import { constructorsOf, errorValue, written } from "./constructors.ts";
import { identity, identityOf } from "./helpers.ts";
import { keyText, smallText } from "./literals.ts";
import { operations } from "./operators.ts";
import { type Binding, type Place, spend, variablesOf, visible } from "./place.ts";
import { awaited } from "./tasks.ts";
import { type Tree, template, tree } from "./tree.ts";
import { isWritable, list, map, option, same, type Type, textOfType } from "./types.ts";
import { unknown } from "./unknown.ts";

/** Expressions to choose from; made when chosen. */
export type Choices = readonly (readonly [weight: number, make: () => Tree])[];

/** An expression that may stand where a value of the type is demanded. */
export const expression = (at: Place, type: Type, size: number): Tree => {
  spend(at, 1);
  if (type.kind === "Unknown") return unknown(at, null, size);
  if (size <= 0) return leaf(at, type);
  return at.world.dice.weighted([
    ...constructorsOf(at, type, size),
    ...operations(at, type, size),
    ...variables(at, type, 10),
    ...accesses(at, type, size),
    ...callsOf(at, type, size),
    ...awaited(at, type),
    ...handled(at, type, size),
    ...refinedReads(at, type, size),
    [1, () => unknown(at, type, size - 1)],
  ])();
};

/** An expression whose static type is the type itself, not one that only fits: for operands of `?.`, `match` and the like. */
export const exact = (at: Place, type: Type, size: number): Tree => {
  spend(at, 1);
  if (type.kind === "Unknown") return unknown(at, null, size);
  const { dice } = at.world;
  const choices: Choices = [
    ...variables(at, type, 12),
    ...awaited(at, type),
    ...(size > 0 ? [...accesses(at, type, size), ...callsOf(at, type, size)] : []),
  ];
  return choices.length === 0 || dice.chance(10) ? identity(at, type, size) : dice.weighted(choices)();
};

/** The same where a read of a map would count as an option. */
export const certain = (at: Place, type: Type, size: number): Tree => {
  const value = exact(at, type, size);
  const [only] = value.parts;
  return typeof only === "object" && only.sort === "map read" ? identityOf(at, type, value) : value;
};

const leaf = (at: Place, type: Type): Tree => {
  const { dice } = at.world;
  const [variable] = variables(at, type, 1);
  return variable && dice.chance(70) ? variable[1]() : written(at, type, 0);
};

export const read = (binding: Binding): Tree => tree(textOfType(binding.type), binding.name);

const variables = (at: Place, type: Type, weight: number): Choices => {
  const found = variablesOf(at, type);
  return found.length === 0 ? [] : [[weight, () => read(at.world.dice.pick(found))]];
};

/** Reads of fields, items and entries; calls of function values. */
const accesses = (at: Place, type: Type, size: number): Choices => {
  const { dice, structs } = at.world;
  const of = template(textOfType(type));
  const holders = structs.flatMap((struct) =>
    struct.fields
      .filter((field) => field.refinement === null && same(field.type, type))
      .map((field) => [struct, field] as const),
  );
  const base = (wanted: Type): Tree => exact(at, wanted, size - 2);
  return [
    ...(holders.length === 0
      ? []
      : [
          [
            3,
            () => {
              const [{ name }, field] = dice.pick(holders);
              return of`${base({ kind: "Struct", name })}.${field.name}`;
            },
          ] as const,
        ]),
    [variablesOf(at, list(type)).length > 0 ? 4 : 1, () => of`${base(list(type))}[${index(at, size - 2)}]`],
    [
      variablesOf(at, map(type)).length > 0 ? 2 : 1,
      () => of`${template("map read")`${base(map(type))}[${key(at, size - 2, true)}]`}`,
    ],
    ...memberCalls(at, type, size),
  ];
};

/** Reads of refined fields: they fit where the base is demanded. */
const refinedReads = (at: Place, type: Type, size: number): Choices => {
  const { dice, structs } = at.world;
  const found = structs.flatMap((struct) =>
    struct.fields.flatMap((field) =>
      field.refinement !== null && same(field.type, type) ? [[struct, field] as const] : [],
    ),
  );
  if (found.length === 0) return [];
  const value = (): Tree => {
    const [{ name }, field] = dice.pick(found);
    const read = template("refined")`${exact(at, { kind: "Struct", name }, size - 2)}.${field.name}`;
    return tree(textOfType(type), read);
  };
  return [[2, value]];
};

/** Options and results with what happens otherwise; optional access. */
const handled = (at: Place, type: Type, size: number): Choices => {
  const { dice, structs } = at.world;
  if (["Result", "Id", "Email"].includes(type.kind)) return [];
  const of = template(textOfType(type));
  const wanted = at.raises;
  const bang: Choices = wanted
    ? [
        [3, () => of`(${exact(at, option(type), size - 1)} ?! ${errorValue(at, dice.pick(wanted.errors))})`],
        [2, () => of`(${certain(at, { ...wanted, of: type }, size - 1)} ?!)`],
        [1, () => of`(${lookup(at, type, size - 1)} ?! ${errorValue(at, dice.pick(wanted.errors))})`],
      ]
    : [];
  const handlers: Choices = [
    [2, () => of`(${exact(at, option(type), size - 1)} ?? ${expression(at, type, size - 1)})`],
    [1, () => of`(${lookup(at, type, size - 1)} ?? ${expression(at, type, size - 1)})`],
    [
      1,
      () =>
        of`(${lookup(at, type, size - 2)} ?? ${exact(at, option(type), size - 2)} ?? ${expression(at, type, size - 1)})`,
    ],
  ];
  if (type.kind !== "Option") return [...handlers, ...bang];
  const holders = structs.flatMap((struct) =>
    struct.fields
      .filter((field) => field.refinement === null && (same(field.type, type) || same(field.type, type.of)))
      .map((field) => [struct, field] as const),
  );
  return [
    ...handlers,
    ...bang,
    [3, () => lookup(at, type.of, size - 1)],
    [1, () => of`${exact(at, option(list(type.of)), size - 2)}?[${index(at, size - 2)}]`],
    ...(holders.length === 0
      ? []
      : [
          [
            3,
            () => {
              const [{ name }, field] = dice.pick(holders);
              return of`${exact(at, option({ kind: "Struct", name }), size - 2)}?.${field.name}`;
            },
          ] as const,
        ]),
  ];
};

/** A read of a map, which is null without the key where null can be dealt with. */
const lookup = (at: Place, type: Type, size: number): Tree =>
  template(textOfType(option(type)))`${exact(at, map(type), size - 1)}[${key(at, size - 1)}]`;

/** An index, seldom out of bounds. */
export const index = (at: Place, size: number): Tree => {
  const { dice } = at.world;
  const counters = visible(at).filter(({ name, type }) => type.kind === "Int" && name.startsWith("i"));
  if (counters.length > 0 && dice.chance(5)) return read(dice.pick(counters));
  if (size > 0 && dice.chance(1)) return expression(at, { kind: "Int" }, size - 1);
  if (dice.chance(2)) return tree("index", "([] + [0])[0]");
  return tree(
    "index",
    smallText(
      dice,
      0,
      dice.weighted([
        [94, 0],
        [5, 1],
        [1, at.world.dice.between(1, 3)],
      ]),
    ),
  );
};

/** A key; `sure` if a missing one would be a failure. */
export const key = (at: Place, size: number, sure = false): Tree => {
  const { dice } = at.world;
  if (sure && dice.chance(97)) return tree("key", '"a"');
  if (size > 0 && dice.chance(1)) return expression(at, { kind: "String" }, size - 1);
  if (dice.chance(2)) return unknown(at, { kind: "String" }, 0);
  return tree("key", keyText(dice));
};

/** Of any type that may be written, mostly of one that a variable has. */
export const anyType = (at: Place, depth: number): Type => {
  const { dice, structs, enums } = at.world;
  const known = visible(at).filter(({ type }) => isWritable(type) && type.kind !== "Result");
  if (known.length > 0 && dice.chance(50)) return dice.pick(known).type;
  if (at.typeParams.length > 0 && dice.chance(25))
    return { kind: "Param", name: dice.pick(at.typeParams).name };
  const inner = (): Type => anyType({ ...at, bindings: [] }, depth - 1);
  const compound = depth > 0 ? 3 : 0;
  return dice.weighted<() => Type>([
    [5, () => ({ kind: "Int" })],
    [2, () => ({ kind: "Float" })],
    [2, () => ({ kind: "Bool" })],
    [4, () => ({ kind: "String" })],
    [structs.length === 0 ? 0 : 4, () => ({ kind: "Struct", name: dice.pick(structs).name })],
    [enums.length === 0 ? 0 : 4, () => ({ kind: "Enum", name: dice.pick(enums).name })],
    [compound, () => list(inner())],
    [compound, () => map(inner())],
    [compound, () => option(inner())],
  ])();
};
