// Declarations: structs, enums, errors, functions of several kinds; each adds itself to the world.

import { tail } from "./control.ts";
import { anyType, expression } from "./expressions.ts";
import {
  constant,
  type Field,
  type Fn,
  fresh,
  type Param,
  type Place,
  type Refinement,
  type World,
} from "./place.ts";
import { statement, statements } from "./statements.ts";
import { block, sequence, type Tree, template, tree } from "./tree.ts";
import { FLOAT, INT, option, result, STRING, type Type, textOfType, UNIT } from "./types.ts";

const declared = template("declaration");

/** Where nothing is in scope but declarations. */
export const outside = (world: World): Place => ({
  world,
  ...{ bindings: [], result: null, returns: "never", times: 1, depth: 0, inLoop: false, scope: 0 },
});

// ---- Types ----------------------------------------------------------------------------------------------

const refinements: readonly (readonly [Type, Refinement])[] = [
  [INT, { text: "Int(0..9)", good: ["0", "5", "9"], bad: ["-1", "10", "9223372036854775807"] }],
  [
    INT,
    { text: "Int(-3..9007199254740993)", good: ["-3", "9007199254740993"], bad: ["-4", "9007199254740994"] },
  ],
  [FLOAT, { text: "Float(0.5..2)", good: ["0.5", "1.25", "2.0"], bad: ["0.25", "(0.0 / 0.0)"] }],
  [STRING, { text: "String(1..4)", good: ['"a"', '"éé"', '"😀"'], bad: ['""', '"abcde"'] }],
  [STRING, { text: 'String(regex("^[a-z]+$"))', good: ['"abc"'], bad: ['"A1"', '""'] }],
  [STRING, { text: 'String(0..3, regex("\\\\d"))', good: ['"a1"'], bad: ['"a"', '"1234"'] }],
  [{ kind: "Id" }, { text: "Id", good: ['"x1"'], bad: ['""'] }],
  [{ kind: "Email" }, { text: "Email", good: ['"a@b.co"'], bad: ['"a@b"', '"nobody"'] }],
  [INT, { text: "Int(predicate(isEven))", good: ["2", "-8"], bad: ["3"] }],
  [STRING, { text: "String(predicate(isKnown), 1..9)", good: ['"known"'], bad: ['"other"', '""'] }],
];

/** What refinements call. */
export const predicates: readonly Tree[] = [
  declared`fn isEven(n: Int) -> Bool:${block([statement`return n % 2 == 0`])}`,
  declared`fn isKnown(text: String) -> Bool:${block([statement`print("is \${text} known?")`, statement`text == "known"`])}`,
];

const field = (world: World, name: string): readonly [Field, Tree] => {
  const { dice } = world;
  if (dice.chance(25)) {
    const [type, refinement] = dice.pick(refinements);
    const hasDefault = dice.chance(30);
    const value = hasDefault ? ` = ${dice.pick(dice.chance(5) ? refinement.bad : refinement.good)}` : "";
    return [{ name, type, refinement, hasDefault }, statement`${name}: ${refinement.text}${value}`];
  }
  const type = anyType(outside(world), 2);
  const hasDefault = dice.chance(25);
  const value = hasDefault ? template("default")` = ${expression(outside(world), type, 2)}` : "";
  return [{ name, type, refinement: null, hasDefault }, statement`${name}: ${textOfType(type)}${value}`];
};

export const declareStruct = (world: World): void => {
  const { dice } = world;
  const name = fresh(world, "S");
  const made = Array.from({ length: dice.between(1, 4) }, (_, i) => field(world, `x${i}`));
  const fields = made.map(([each]) => each);
  const lines = made.map(([, line]) => line);
  if (dice.chance(25)) {
    fields.push({
      name: "next",
      type: option({ kind: "Struct", name }),
      refinement: null,
      hasDefault: false,
    });
    lines.push(statement`next: ${name}?`);
  }
  world.structs.push({ name, fields });
  world.declarations.push(declared`type ${name}:${block(lines)}`);
  if (fields.length > 1 && dice.chance(20)) {
    const derived = fresh(world, "S");
    const without = dice.pick(fields);
    world.structs.push({ name: derived, fields: fields.filter((each) => each !== without) });
    world.declarations.push(declared`type ${derived} = ${name} without ${without.name}`);
  }
};

export const declareEnum = (world: World): void => {
  const { dice } = world;
  const name = fresh(world, "E");
  const payload = (own: boolean): readonly Type[] =>
    Array.from({ length: dice.between(0, 3) }, () =>
      own && dice.chance(35) ? { kind: "Enum", name } : anyType(outside(world), 1),
    );
  const variants = Array.from({ length: dice.between(1, 4) }, (_, i) => ({
    name: `${name}v${i}`,
    payload: payload(i > 0),
  }));
  world.enums.push({ name, variants });
  const lines = variants.map((variant) =>
    tree(
      "statement",
      variant.name,
      variant.payload.length > 0 ? `(${variant.payload.map(textOfType).join(", ")})` : "",
    ),
  );
  world.declarations.push(declared`enum ${name}:${block(lines)}`);
};

export const declareErrors = (world: World): void => {
  const { dice, structs, enums, errors } = world;
  const name = dice.chance(20) ? "std.Error.Conflict" : fresh(world, "Oops");
  structs.push({
    name,
    fields: [
      { name: "message", type: STRING, refinement: null, hasDefault: false },
      { name: "code", type: INT, refinement: null, hasDefault: true },
    ],
  });
  errors.push({ kind: "Struct", name });
  const lines = [statement`message: String`, statement`code: Int = 4`];
  world.declarations.push(declared`type ${name}:${block(lines)}`);
  if (enums.length > 0) errors.push({ kind: "Enum", name: dice.pick(enums).name });
};

// ---- Functions ------------------------------------------------------------------------------------------

const parameters = (world: World, count: number): readonly (readonly [Param, Tree])[] => {
  const { dice } = world;
  const made: (readonly [Param, Tree])[] = [];
  let optional = false;
  for (let i = 0; i < count; i++) {
    const type = anyType(outside(world), 2);
    const name = `a${i}`;
    optional ||= dice.chance(20);
    const place = { ...outside(world), bindings: made.map(([param]) => constant(param.name, param.type)) };
    const value = optional ? template("default")` = ${expression(place, type, 2)}` : "";
    made.push([{ name, type, optional }, template("parameter")`${name}: ${textOfType(type)}${value}`]);
  }
  return made;
};

const resultType = (world: World): Type => {
  const { dice, errors } = world;
  if (dice.chance(12)) return UNIT;
  const type = anyType(outside(world), 2);
  if (errors.length === 0 || dice.chance(65)) return type;
  return result(type, dice.shuffled(errors).slice(0, dice.between(1, 2)));
};

const arrow = (type: Type): string => (type.kind === "Unit" ? "" : ` -> ${textOfType(type)}`);

const bodyOf = (at: Place, count: number): readonly Tree[] => {
  const [all, place] = statements(at, count);
  return at.returns === "value" ? [...all, tail(place, 2)] : all.length > 0 ? all : [statement`return`];
};

const within = (world: World, params: readonly Param[], type: Type): Place => ({
  ...outside(world),
  bindings: params.map((param) => constant(param.name, param.type)),
  result: type.kind === "Unit" ? null : type,
  returns: type.kind === "Unit" ? "nothing" : "value",
});

export const declareFunction = (world: World): void => {
  const { dice } = world;
  const name = fresh(world, "fn");
  const made = parameters(world, dice.between(0, 3));
  const params = made.map(([param]) => param);
  const type = resultType(world);
  world.cost = 0;
  const body = bodyOf(within(world, params, type), dice.between(1, 4));
  const head = declared`fn ${name}(${sequence(made.map(([, text]) => text))})${arrow(type)}:${block(body)}`;
  world.declarations.push(head);
  world.functions.push({ name, params, result: type, cost: world.cost + 2, bounded: false, family: null });
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
    const body = bodyOf(within(world, params, type), dice.between(0, 1));
    const texts = params.map((param) => `${param.name}: ${textOfType(param.type)}`);
    world.declarations.push(declared`fn ${name}(${sequence(texts)}) -> ${textOfType(type)}:${block(body)}`);
    return { name, params, result: type, cost: world.cost + 2, bounded: false, family };
  });
  // Only one family: functions of two do not fit into one list.
  if (world.functions.every((fn) => fn.family === null)) world.functions.push(...members);
};

/** A function that calls itself, or another that calls it; its first argument says how deep. */
export const declareRecursion = (world: World): void => {
  const { dice } = world;
  const [name, other] = [fresh(world, "rec"), fresh(world, "rec")];
  const type = resultType(world);
  if (type.kind === "Unit") return;
  const made = parameters(world, dice.between(0, 2)).map(([param]) => ({ ...param, optional: false }));
  const params: readonly Param[] = [{ name: "n", type: INT, optional: false }, ...made];
  const texts = params.map((param) => `${param.name}: ${textOfType(param.type)}`).join(", ");
  const own = within(world, params, type);
  const base = [
    statement`if n <= 0 or n > 6:${block([tree("statement", "return ", expression(own, type, 2))])}`,
  ];
  const self = dice.chance(30) ? other : name;
  const passed = (): Tree => sequence(["n - 1", ...made.map((param) => expression(own, param.type, 1))]);
  const again: Fn = { name: self, params, result: type, cost: 0, bounded: true, family: null };
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
  world.functions.push({ name, params, result: type, cost, bounded: true, family: null });
};
