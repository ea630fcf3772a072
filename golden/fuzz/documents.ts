// JSON texts that typed decoding takes, or almost.

import type { Dice } from "./dice.ts";
import { enumOf, structOf, type World } from "./place.ts";
import type { Type } from "./types.ts";

/** What is seldom what is wanted, but always JSON. */
const others = ["null", "1", "2.5", "true", '"text"', "[]", "{}", '{"type":"None"}', "9223372036854775808"];

const numbers = ["0", "7", "-3", "2.0", "3e2", "-0", "9007199254740993", "9223372036854775807"];
const texts = ['"a"', '"abc"', '""', '"\\ud83d\\ude00"', '"a@b.co"', '"x\\n"', '"longer than the others"'];

const object = (dice: Dice, entries: readonly (readonly [string, string])[]): string => {
  const all = dice.chance(20) ? dice.shuffled(entries) : entries;
  const again = dice.chance(4) ? all.slice(0, 1) : [];
  return `{${[...all, ...again].map(([key, value]) => `"${key}":${value}`).join(dice.chance(5) ? " ,\n" : ",")}}`;
};

/** A text for the type; now and then some of it is wrong. */
export const documentFor = (world: World, type: Type, depth = 4): string => {
  const { dice } = world;
  if (dice.chance(6)) return dice.pick(others);
  const inner = (of: Type): string => documentFor(world, of, depth - 1);
  const several = (of: Type): readonly string[] =>
    Array.from({ length: depth <= 0 ? 0 : dice.between(0, 3) }, () => inner(of));
  switch (type.kind) {
    case "Int":
      return dice.chance(20) ? dice.pick(numbers) : `${dice.between(-2, 12)}`;
    case "Float":
      return dice.pick(["1.5", "0.25", "2", "-0.0", "1e-7", "0.1"]);
    case "Bool":
      return dice.pick(["true", "false"]);
    case "Option":
      return depth <= 0 || dice.chance(30) ? "null" : inner(type.of);
    case "List":
      return `[${several(type.of).join(",")}]`;
    case "Map":
      return object(
        dice,
        several(type.of).map((value, i) => [["b", "a", "é", "z"][i]!, value]),
      );
    case "Struct":
      return structDocument(world, type.name, inner);
    case "Enum":
      return enumDocument(world, type.name, depth, inner);
    case "Result":
      return object(dice, [
        ["type", dice.pick(['"Ok"', '"Ok"', '"Err"', '"No"'])],
        ["data", inner(type.of)],
      ]);
    default:
      return dice.pick(texts);
  }
};

const structDocument = (world: World, name: string, inner: (type: Type) => string): string => {
  const { dice } = world;
  const fields = structOf(world, name).fields.filter(
    ({ hasDefault, type }) => !dice.chance(hasDefault || type.kind === "Option" ? 40 : 4),
  );
  const extra = dice.chance(6) ? [["zz", "1"] as const, ["aa", "[2]"] as const] : [];
  return object(dice, [...fields.map((field) => [field.name, inner(field.type)] as const), ...extra]);
};

const enumDocument = (world: World, name: string, depth: number, inner: (type: Type) => string): string => {
  const { dice } = world;
  const { variants } = enumOf(world, name);
  const variant = depth <= 0 ? variants[0]! : dice.pick(variants);
  const tag = dice.chance(4) ? '"Nobody"' : `"${variant.name}"`;
  const payload = variant.payload.map(inner);
  if (payload.length === 0) return object(dice, [["type", tag]]);
  const data = payload.length === 1 ? payload[0]! : `[${payload.slice(dice.chance(4) ? 1 : 0).join(",")}]`;
  return object(
    dice,
    dice.chance(4)
      ? [["type", tag]]
      : [
          ["data", data],
          ["type", tag],
        ],
  );
};
