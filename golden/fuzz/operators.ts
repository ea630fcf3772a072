// Operators: arithmetic, comparisons, logic, text, ranges.

import { anyType, type Choices, exact, expression } from "./expressions.ts";
import { hasJson } from "./features.ts";
import { encoded } from "./json.ts";
import { keyText } from "./literals.ts";
import type { Place } from "./place.ts";
import { type Part, type Tree, template, tree } from "./tree.ts";
import { BOOL, FLOAT, INT, map, option, STRING, type Type, textOfType } from "./types.ts";
import { unknown } from "./unknown.ts";

/** Operators that give the type. */
export const operations = (at: Place, type: Type, size: number): Choices => {
  const of = template(textOfType(type));
  const inner = (wanted: Type): Tree => expression(at, wanted, size - 1);
  const { dice } = at.world;
  switch (type.kind) {
    case "Int":
      return [
        [12, () => of`(${inner(INT)} ${dice.pick(["+", "-"])} ${inner(INT)})`],
        [
          4,
          () => of`(${inner(INT)} * ${dice.chance(70) ? tree("Int", `${dice.between(-2, 9)}`) : inner(INT)})`,
        ],
        [5, () => of`(${inner(INT)} ${dice.pick(["/", "%"])} ${divisor(at, size)})`],
        [2, () => of`-(${inner(INT)})`],
        [1, () => unknownArithmetic(at, INT, size)],
      ];
    case "Float":
      return [
        [8, () => of`(${inner(FLOAT)} ${dice.pick(["+", "-", "*", "/"])} ${inner(FLOAT)})`],
        [3, () => of`(${inner(INT)} ${dice.pick(["+", "-", "*", "/"])} ${inner(FLOAT)})`],
        [3, () => of`(${inner(FLOAT)} ${dice.pick(["+", "-", "*", "/"])} ${inner(INT)})`],
        [2, () => of`-(${inner(FLOAT)})`],
        [1, () => unknownArithmetic(at, FLOAT, size)],
      ];
    case "Bool":
      return logic(at, size);
    case "String":
      return [
        [8, () => interpolated(at, size)],
        [4, () => of`(${inner(STRING)} + ${inner(anyType(at, 1))})`],
        [2, () => of`(${inner(anyType(at, 1))} + ${inner(STRING)})`],
        [hasJson() ? 2 : 0, () => encoded(at, anyType(at, 2), size - 1)],
      ];
    case "List":
      return [
        [4, () => of`(${inner(type)} + ${inner(type)})`],
        ...(type.of.kind === "Int"
          ? [[6, () => of`(${range(at, size)})`] as const, [1, () => unknownRange(at)] as const]
          : []),
        ...(type.of.kind === "Float" ? [[6, () => of`(${floatRange(at, size)})`] as const] : []),
      ];
    default:
      return [];
  }
};

const divisor = (at: Place, size: number): Tree =>
  at.world.dice.chance(85)
    ? tree("divisor", at.world.dice.pick(["2", "3", "7", "-3", "10", "-1", "4294967296"]))
    : expression(at, INT, size - 1);

/** `low..high`, mostly short and in order. */
export const range = (at: Place, size: number): Tree => {
  const { dice } = at.world;
  const low = dice.between(-1, 2);
  if (size > 0 && dice.chance(10)) return template("range")`${`${low}`}..(${expression(at, INT, 0)} % 5)`;
  return template("range")`${`${low}`}..${`${low + dice.between(dice.chance(3) ? -1 : 0, 3)}`}`;
};

/** With bounds of unknown type; small ones, as a range that is a list takes memory. */
const unknownRange = (at: Place): Tree => {
  const { dice } = at.world;
  const bound = (value: string): string => (dice.chance(70) ? `([] + [${value}])[0]` : value);
  const low = dice.between(-1, 2);
  return template(
    "List<Int>",
  )`(${`([] + [${low}])[0]`}..${bound(`${low + dice.between(dice.chance(5) ? -1 : 0, 3)}`)})`;
};

const floatRange = (at: Place, size: number): Tree => {
  const { dice } = at.world;
  const low = dice.between(-1, 2);
  const high = `${low + dice.between(0, 3)}`;
  if (size > 0 && dice.chance(10)) return template("range")`${`${low}`}..(${expression(at, FLOAT, 0)} * 0.0)`;
  return template("range")`${`${low}`}${dice.pick(["", ".5", ".25"])}..${high}.${dice.pick(["5", "75"])}`;
};

const logic = (at: Place, size: number): Choices => {
  const { dice } = at.world;
  const of = template("Bool");
  const number = (): Tree =>
    expression(
      at,
      dice.weighted([
        [5, INT],
        [2, FLOAT],
      ]),
      size - 1,
    );
  const inner = (): Tree => expression(at, BOOL, size - 1);
  return [
    [6, () => of`(${number()} ${dice.pick(["<", "<=", ">", ">="])} ${number()})`],
    [6, () => equality(at, anyType(at, 2), size)],
    [
      1,
      () =>
        of`(${expression(at, INT, size - 1)} ${dice.pick(["==", "!="])} ${expression(at, FLOAT, size - 1)})`,
    ],
    [6, () => of`(${inner()} ${dice.pick(["and", "or"])} ${inner()})`],
    [2, () => of`!(${inner()})`],
    [1, () => of`(${exact(at, option(anyType(at, 1)), size - 1)} ${dice.pick(["==", "!="])} null)`],
    [
      1,
      () =>
        of`(${exact(at, map(anyType(at, 1)), size - 1)}[${keyText(dice)}] ${dice.pick(["==", "!="])} null)`,
    ],
    [1, () => unknownComparison(at, size)],
    [1, () => of`(${inner()} ${dice.pick(["and", "or"])} ${unknown(at, BOOL, size - 1)})`],
    [1, () => of`!(${unknown(at, BOOL, size - 1)})`],
  ];
};

const equality = (at: Place, type: Type, size: number): Tree => {
  const [left, right] = [exact(at, type, size - 1), expression(at, type, size - 1)];
  return template("Bool")`(${left} ${at.world.dice.pick(["==", "!="])} ${right})`;
};

const unknownArithmetic = (at: Place, type: Type, size: number): Tree => {
  const { dice } = at.world;
  const operator = dice.pick(["+", "-", "*", "/", ...(type.kind === "Int" ? ["%"] : [])]);
  const other = dice.chance(50) ? expression(at, type, size - 1) : unknown(at, type, size - 1);
  const one = unknown(at, type, size - 1);
  if (dice.chance(15)) return template(textOfType(type))`-(${one})`;
  const [left, right] = dice.shuffled([one, other]);
  return template(textOfType(type))`(${left!} ${operator} ${right!})`;
};

const unknownComparison = (at: Place, size: number): Tree => {
  const { dice } = at.world;
  const operator = dice.pick(["==", "!=", "<", "<=", ">", ">="]);
  const type =
    operator.endsWith("=") && operator.length === 2 && !/[<>]/.test(operator) ? anyType(at, 1) : INT;
  const one = unknown(at, type, size - 1);
  const other = dice.chance(50) ? exact(at, type, size - 1) : unknown(at, type, size - 1);
  const [left, right] = dice.shuffled([one, other]);
  return template("Bool")`(${left!} ${operator} ${right!})`;
};

const interpolated = (at: Place, size: number): Tree => {
  const { dice } = at.world;
  const parts = Array.from({ length: dice.between(1, 3) }, (): Part => {
    const value = dice.chance(12) ? unknown(at, null, size - 1) : expression(at, anyType(at, 2), size - 1);
    return template("hole")`${dice.pick(["", "-", " n=", "é "])}$\{${value}}`;
  });
  return tree("String", '"', ...parts, '"');
};
