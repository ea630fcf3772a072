// Statements: bindings, assignments, output, branches, loops; each tells what it binds for those behind it.

import { assignment, pathAssignment } from "./assignments.ts";
import { logging } from "./builtins.ts";
import { call, callable, functionValue, memberCalls, typeOf } from "./calls.ts";
import { errorValue } from "./constructors.ts";
import { branches, loops } from "./control.ts";
import { anyType, certain, exact, expression } from "./expressions.ts";
import { hasBoxes, hasJson } from "./features.ts";
import { shown } from "./helpers.ts";
import { encoded } from "./json.ts";
import { keyText } from "./literals.ts";
import { type Binding, bound, constant, fresh, type Place, spend, visible } from "./place.ts";
import { taskOf } from "./tasks.ts";
import { block, mentions, sequence, type Tree, template, tree } from "./tree.ts";
import { BOOL, isWritable, list, result, type Type, textOfType, UNKNOWN } from "./types.ts";
import { unknown } from "./unknown.ts";

/** Statements in a row, and what is bound behind them. */
export interface Made {
  readonly statements: readonly Tree[];
  readonly bindings: readonly Binding[];
}

export const statement = template("statement");
export const only = (...statements: readonly Tree[]): Made => ({ statements, bindings: [] });

/** Statements one after the other; the place behind them sees what they bind. */
export const statements = (at: Place, count: number): readonly [readonly Tree[], Place] => {
  let place = at;
  const all: Tree[] = [];
  for (let i = 0; i < count; i++) {
    const made = one(place);
    all.push(...made.statements);
    place = bound(place, ...made.bindings);
  }
  if (at.world.dice.chance(50)) all.push(...report(place));
  return [all, place];
};

/** The block of a statement. */
export const inner = (at: Place, count: number): Tree =>
  block(statements({ ...at, depth: at.depth + 1, scope: at.bindings.length }, count)[0]);

const one = (at: Place): Made => {
  const { dice } = at.world;
  spend(at, 2);
  const nested = at.depth < 3 ? 1 : 0;
  return dice.weighted<() => Made>([
    [14, () => declaration(at)],
    [5, () => assignment(at)],
    [7, () => pathAssignment(at)],
    [at.task === null ? 14 : 0, () => only(print(at, anyType(at, 2)))],
    [4, () => copy(at)],
    [6 * nested, () => branches(at)],
    [5 * nested, () => loops(at)],
    [3, () => only(calling(at))],
    [at.depth >= 2 ? 0 : at.task === null ? 4 : 1, () => taskOf(at)],
    [2, () => boxed(at)],
    [1, () => logging(at, () => expression(at, anyType(at, 2), 2))],
    [3, () => mixed(at)],
    [3, () => functionBinding(at)],
    [2, () => only(assertion(at))],
    [at.inLoop ? 4 : 0, () => only(leave(at))],
    [at.returns === "never" || at.depth === 0 ? 0 : 2, () => only(earlyReturn(at))],
  ])();
};

/** What the variables hold now. */
export const report = (at: Place): readonly Tree[] => {
  if (at.task !== null) return [];
  const { dice } = at.world;
  const compound = visible(at).filter(({ type }) => type.kind !== "Function" && isWritable(type));
  return dice
    .shuffled(compound)
    .slice(0, 3)
    .map(({ name, type }) => statement`print(${shown(at.world, type, tree(textOfType(type), name))})`);
};

const print = (at: Place, type: Type): Tree => {
  spend(at, 5);
  const { dice } = at.world;
  if (dice.chance(8)) return statement`print(${unknown(at, null, 2)})`;
  if (hasJson() && dice.chance(6)) return statement`print(${encoded(at, type, 3)})`;
  const values = visible(at).flatMap(({ type: each }) =>
    each.kind === "Function" ? memberCalls(at, each.result, 2) : [],
  );
  if (values.length > 0 && dice.chance(30)) return statement`print(${dice.weighted(values)()})`;
  if (dice.chance(2))
    return statement`print(${sequence([expression(at, type, 1), expression(at, anyType(at, 1), 1)].slice(dice.between(0, 2)))})`;
  return statement`print(${shown(at.world, type, expression(at, type, 3))})`;
};

/** `let` or `var`; without the type where the expression has no other. */
const declaration = (at: Place): Made => {
  const { dice } = at.world;
  const type = storedType(at);
  const mutable = dice.chance(50);
  const exactly = dice.chance(30);
  const value = exactly ? exact(at, type, 3) : expression(at, type, 3);
  const plain = exactly && !mentions(value, "_") && !mentions(value, "refined");
  const outer = hideable(at);
  const name = outer.length > 0 && dice.chance(6) ? dice.pick(outer) : fresh(at.world, "v");
  const keyword = mutable ? "var" : "let";
  const annotation = plain ? "" : `: ${textOfType(type)}`;
  return {
    statements: [statement`${keyword} ${name}${annotation} = ${value}`],
    bindings: [{ name, type, hint: null, mutable, boxed: plain && isBox(at, value) }],
  };
};

/** Whether an expression is the name of a box, and so a box. */
export const isBox = (at: Place, { parts }: Tree): boolean =>
  parts.length === 1 && visible(at).some(({ name, boxed }) => boxed && name === parts[0]);

/** Of any type; seldom a Result, or several in a list. */
const storedType = (at: Place): Type => {
  const { dice, errors } = at.world;
  if (errors.length === 0 || dice.chance(90)) return anyType(at, 2);
  const type = result(anyType(at, 1), dice.shuffled(errors).slice(0, dice.between(1, 2)));
  return dice.chance(70) ? type : list(type);
};

/** Names of outer scopes that the innermost one has not bound yet. */
const hideable = ({ bindings, scope }: Place): readonly string[] => {
  const own = new Set(bindings.slice(scope).map(({ name }) => name));
  return bindings
    .slice(0, scope)
    .flatMap(({ name }) => (name.startsWith("v") && !own.has(name) ? [name] : []));
};

/** A second name for what a variable holds. */
const copy = (at: Place): Made => {
  const { dice } = at.world;
  const found = visible(at).filter(
    ({ type }) => type.kind !== "Task" && ("of" in type || type.kind === "Struct"),
  );
  if (found.length === 0) return declaration(at);
  const { name, type, hint, boxed } = dice.pick(found);
  const alias = fresh(at.world, "v");
  return {
    statements: [statement`${dice.pick(["let", "var"])} ${alias} = ${name}`],
    bindings: [{ ...constant(alias, type, hint), boxed }],
  };
};

const calling = (at: Place): Tree => {
  const found = callable(at);
  if (found.length === 0) return assertion(at);
  return tree("statement", call(at, at.world.dice.pick(found), 2));
};

/** A variable of unknown type with values of several types. */
const mixed = (at: Place): Made => {
  const { dice } = at.world;
  const type = anyType(at, 1);
  const name = fresh(at.world, "u");
  const items = [exact(at, type, 2), exact(at, type, 1)];
  if (dice.chance(30)) items.push(expression(at, anyType(at, 1), 1));
  if (dice.chance(20)) {
    const entries = items.map((item) => template("entry")`${keyText(dice)}: ${item}`);
    return {
      statements: [statement`var ${name} = {}`, statement`${name} = {${sequence(entries)}}`],
      bindings: [constant(name, UNKNOWN, { kind: "Map", of: type })],
    };
  }
  const whole: Made = {
    statements: [statement`var ${name} = []`, statement`${name} = [${sequence(items)}]`],
    bindings: [constant(name, UNKNOWN, list(type))],
  };
  if (dice.chance(50)) return whole;
  const item = fresh(at.world, "u");
  return {
    statements: [...whole.statements, statement`${dice.pick(["let", "var"])} ${item} = ${name}[0]`],
    bindings: [...whole.bindings, constant(item, UNKNOWN, type)],
  };
};

/** A function as a value, or several in a list. */
const functionBinding = (at: Place): Made => {
  const { dice, functions } = at.world;
  const name = fresh(at.world, "f");
  const relatives = functions.filter(({ family }) => family !== null);
  if (relatives.length > 0 && dice.chance(50)) {
    const [first] = relatives;
    const items = Array.from({ length: dice.between(1, 3) }, () => dice.pick(relatives).name);
    return {
      statements: [statement`let ${name} = [${sequence(items)}]`],
      bindings: [constant(name, list(typeOf(first!)))],
    };
  }
  if (dice.chance(12) && at.task === null)
    return only(statement`let ${name} = print`, statement`${name}(${expression(at, anyType(at, 1), 1)})`);
  const value = functionValue(at);
  if (value === null) return declaration(at);
  return { statements: [statement`let ${name} = ${value[0]}`], bindings: [constant(name, value[1])] };
};

/** A variable that holds a box. */
const boxed = (at: Place): Made => {
  if (!hasBoxes() || at.task !== null) return declaration(at);
  const type = anyType(at, 2);
  const name = fresh(at.world, "b");
  return {
    statements: [statement`${at.world.dice.pick(["let", "var"])} ${name} = box ${exact(at, type, 2)}`],
    bindings: [{ ...constant(name, type), boxed: true }],
  };
};

const assertion = (at: Place): Tree => {
  const { dice } = at.world;
  const condition = dice.chance(25) ? unknown(at, BOOL, 2) : expression(at, BOOL, 2);
  const safe = dice.chance(70) ? template("Bool")`(${condition} or true)` : condition;
  const message = dice.chance(50) ? template("message")`, ${expression(at, anyType(at, 1), 1)}` : "";
  return statement`assert(${safe}${message})`;
};

const leave = (at: Place): Tree =>
  statement`if ${expression(at, BOOL, 1)}: ${at.world.dice.pick(["break", "continue"])}`;

const earlyReturn = (at: Place): Tree => {
  const condition = expression(at, BOOL, 2);
  return statement`if ${condition}:${block([returned(at, 2)])}`;
};

/** A `return` that fits the function. */
export const returned = (at: Place, size: number): Tree => {
  const { dice } = at.world;
  if (at.returns === "nothing" || at.result === null) return statement`return`;
  const { result } = at;
  if (result.kind === "Result" && at.task === null && dice.chance(20)) {
    return statement`return null ?! ${errorValue(at, dice.pick(result.errors))}`;
  }
  return statement`return ${given(at, size)}`;
};

/** A value for the result; what a task gives says the type of the task. */
export const given = (at: Place, size: number): Tree =>
  at.task === null ? expression(at, at.result!, size) : certain(at, at.result!, size);
