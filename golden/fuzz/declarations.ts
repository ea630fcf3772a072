// Declarations of types and errors; each adds itself to the world.

import { anyType, expression } from "./expressions.ts";
import { outside } from "./functions.ts";
import { type Field, fresh, type Refinement, type World } from "./place.ts";
import { statement } from "./statements.ts";
import { block, type Tree, template, tree } from "./tree.ts";
import { FLOAT, INT, list, option, STRING, type Type, textOfType } from "./types.ts";

const declared = template("declaration");

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
  if (dice.chance(60)) declareValidation(world);
  const lines = [statement`message: String`, statement`code: Int = 4`];
  world.declarations.push(declared`type ${name}:${block(lines)}`);
  if (enums.length > 0) errors.push({ kind: "Enum", name: dice.pick(enums).name });
};

/** What a failed validation raises: functions that may end with it give it as their `Err`. */
const declareValidation = ({ structs, errors, declarations }: World): void => {
  const field = (name: string, type: Type): Field => ({ name, type, refinement: null, hasDefault: false });
  const entry = ["path", "code", "message"].map((name) => field(name, STRING));
  structs.push(
    { name: "ValidationField", fields: entry },
    {
      name: "Validation",
      fields: [field("message", STRING), field("fields", list({ kind: "Struct", name: "ValidationField" }))],
    },
  );
  errors.push({ kind: "Struct", name: "Validation" });
  declarations.unshift(declared`import { Validation, ValidationField } from "std.Error"`);
};
