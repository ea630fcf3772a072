// Values written out: literals, lists, maps, structs, variants.

import { type Choices, expression } from "./expressions.ts";
import { failing } from "./helpers.ts";
import { typed } from "./json.ts";
import { floatText, intText, keyText, stringText } from "./literals.ts";
import { enumOf, type Field, type Place, structOf, variablesOf } from "./place.ts";
import { type Part, sequence, type Tree, template, tree } from "./tree.ts";
import { isGeneric, STRING, type Type, textOfType } from "./types.ts";
import { unknown } from "./unknown.ts";

/** Ways to write a value of the type. */
export const constructorsOf = (at: Place, type: Type, size: number): Choices => {
  const compound =
    type.kind !== "Int" && type.kind !== "String" && type.kind !== "Bool" && type.kind !== "Float";
  const literal: Choices = [[compound ? 10 : 4, () => written(at, type, size)]];
  if (type.kind !== "Result" || isGeneric(type)) return literal;
  return [...literal, [6, () => failing(at, type, size - 1)], ...typed(at, type, size)];
};

/** A value of the type; the larger the size, the more goes into it. */
export const written = (at: Place, type: Type, size: number): Tree => {
  const { dice } = at.world;
  const plain = (text: string): Tree => tree(textOfType(type), text);
  switch (type.kind) {
    case "Int":
      return plain(intText(dice));
    case "Float":
      return plain(floatText(dice));
    case "Bool":
      return plain(dice.pick(["true", "false"]));
    case "String":
      return plain(stringText(dice));
    case "Id":
      return plain(dice.pick(['"u1"', '"x"']));
    case "Email":
      return plain(dice.pick(['"a@b.co"', '"ada@example.org"']));
    case "Param":
      // a generic function has a parameter of the type of each of its type parameters
      return plain(dice.pick(variablesOf(at, type)).name);
    case "Option":
      return dice.chance(size > 0 ? 30 : 50) ? plain("null") : expression(at, type.of, size);
    case "Result":
      return expression(at, type.of, size);
    case "List":
      return listOf(at, type, size);
    case "Map":
      return mapOf(at, type, size);
    case "Struct":
      return structLiteral(at, type, size);
    case "Enum":
      return variantOf(at, type, size);
    default:
      throw new Error(`nothing is written for ${textOfType(type)}`);
  }
};

const length = (at: Place, size: number): number =>
  at.world.dice.weighted([
    [1, 0],
    [4, 1],
    [48, 2],
    [size > 0 ? 20 : 0, 3],
  ]);

const listOf = (at: Place, type: Type & { readonly of: Type }, size: number): Tree => {
  const { dice } = at.world;
  const items = Array.from({ length: length(at, size) }, () => expression(at, type.of, size - 1));
  if (size > 0 && dice.chance(4)) return template(textOfType(type))`([] + [${sequence(items)}])`;
  return template(textOfType(type))`[${sequence(items)}]`;
};

const mapOf = (at: Place, type: Type & { readonly of: Type }, size: number): Tree => {
  const { dice } = at.world;
  // with items of unknown type the whole is tested where it is wanted
  const item = dice.chance(3)
    ? () => unknown(at, type.of, size - 1)
    : () => expression(at, type.of, size - 1);
  const entries = Array.from(
    { length: length(at, size) },
    (_, i) => template("entry")`${i === 0 ? '"a"' : keyText(dice)}: ${item()}`,
  );
  return template(textOfType(type))`{${sequence(entries)}}`;
};

/** Fields in any order; those with a default, and options, may be missing. Refined ones are seldom out of range. */
const structLiteral = (at: Place, type: Type & { readonly name: string }, size: number): Tree => {
  const { dice } = at.world;
  const { fields } = structOf(at.world, type.name);
  const given = fields.filter(
    ({ hasDefault, type: { kind } }) => !(hasDefault || kind === "Option") || dice.chance(60),
  );
  const value = (field: Field): Tree => fieldValue(at, field, size - 1);
  const parts: readonly Part[] = dice
    .shuffled(given)
    .map((field) => template("field")`${field.name}=${value(field)}`);
  return template(textOfType(type))`${type.name}(${sequence(parts)})`;
};

export const fieldValue = (at: Place, { type, refinement }: Field, size: number): Tree => {
  const { dice } = at.world;
  if (refinement === null) return expression(at, type, size);
  if (dice.chance(6))
    return expression(at, type.kind === "Id" || type.kind === "Email" ? STRING : type, size);
  return tree("refined", dice.pick(dice.chance(4) ? refinement.bad : refinement.good));
};

const variantOf = (at: Place, type: Type & { readonly name: string }, size: number): Tree => {
  const { dice } = at.world;
  const { name, variants } = enumOf(at.world, type.name);
  const variant = size <= 0 ? variants[0]! : dice.pick(variants);
  const of = template(textOfType(type));
  if (variant.payload.length === 0) return of`${name}.${variant.name}`;
  return of`${name}.${variant.name}(${sequence(variant.payload.map((each) => expression(at, each, size - 1)))})`;
};

/** A value of an error type, written out. */
export const errorValue = (at: Place, type: Type): Tree => written(at, type, 1);
