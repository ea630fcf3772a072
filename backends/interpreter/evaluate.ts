// What each form of the language means: the semantic authority of all backends.

import type { PrimitiveName } from "../../ir/primitives.ts";
import { DEPTH, depthPanic, Raised, typeError } from "../../runtime/failures.ts";
import { int } from "../../runtime/int.ts";
import {
  Dict,
  describe,
  err,
  Float,
  FunctionValue,
  List,
  Struct,
  share,
  type Value,
  Variant,
} from "../../runtime/values.ts";
import { growing, stored } from "./assignment.ts";
import type { Operations } from "./operations.ts";
import type { Block, Expr, ExprForm, Fn, Step, Stmt, StmtForm } from "./program.ts";
import { Frame, type Run } from "./run.ts";

// ---- Expressions ----------------------------------------------------------------------------------------

/** The value of an expression. Whoever stores it calls `share` (see `runtime/values.ts`). */
export const evaluate = (node: Expr, frame: Frame): Value => {
  switch (node.kind) {
    case "Local":
      return frame.locals[node.local.id];
    case "Int":
      return int(node.value);
    case "Prim":
      return operate(node, frame);
    case "Call":
      return callDeclared(node, frame);
    case "GetField":
      return (evaluate(node.base, frame) as Struct).values[node.index];
    case "Choose":
      return evaluate(evaluate(node.condition, frame) === true ? node.whenTrue : node.whenFalse, frame);
    case "Bind":
      frame.locals[node.local.id] = part(node.value, frame);
      return evaluate(node.body, frame);
    case "IsVariant":
      return isVariant(evaluate(node.base, frame), node.tag);
    case "GetPayload":
      return (evaluate(node.base, frame) as Variant).payload[node.index];
    case "MakeList":
      return new List(parts(node.items, frame));
    case "MakeMap":
      return mapOf(node, frame);
    case "MakeStruct":
      return new Struct(frame.run.shared.program.structs.get(node.struct)!, parts(node.values, frame));
    case "MakeVariant":
      return new Variant(frame.run.shared.program.enums.get(node.enum)!, node.tag, parts(node.values, frame));
    case "CallValue":
      return callHeld(node, frame);
    case "FunctionValue":
      return new FunctionValue(node.label, node.entries, node.dynamic);
    case "Closure":
      return new FunctionValue(node.label, node.entries, node.dynamic, part(node.captured, frame));
    case "Spawn":
      return frame.run.spawn(node.function, parts(node.args, frame));
    case "Float":
      return new Float(node.value);
    case "Text":
    case "Bool":
      return node.value;
    case "Null":
      return null;
    case "Unit":
      return undefined;
  }
};

/** The value of an expression that is stored. */
export const part = (node: Expr, frame: Frame): Value => share(evaluate(node, frame));

const parts = (nodes: readonly Expr[], frame: Frame): Value[] => {
  const values: Value[] = [];
  for (const node of nodes) values.push(part(node, frame));
  return values;
};

const mapOf = ({ entries }: ExprForm<"MakeMap">, frame: Frame): Dict => {
  const map = new Dict();
  for (const { key, value } of entries) map.put(evaluate(key, frame) as string, part(value, frame));
  return map;
};

/** An Err that should hold an enum value may hold the `Validation` of a failed construction (03, section 6). */
export const isVariant = (value: Value, tag: number): boolean =>
  value instanceof Variant && value.tag === tag;

/** No operation has more than three operands. */
const operate = ({ op, args, at }: ExprForm<"Prim">, frame: Frame): Value => {
  const a = args.length > 0 ? evaluate(args[0]!, frame) : undefined;
  const b = args.length > 1 ? evaluate(args[1]!, frame) : undefined;
  const c = args.length > 2 ? evaluate(args[2]!, frame) : undefined;
  frame.at = at;
  return op === "unknown.call" ? callUnknown(frame.run, a, b as List) : apply(op, a, b, c, frame);
};

/** What waits is never asked for here: see `suspended.ts`. */
export const apply = (op: PrimitiveName, a: Value, b: Value, c: Value, { run }: Frame): Value => {
  const operation: (...operands: never[]) => Value = run.shared.operations[op as keyof Operations];
  return (operation as (a: Value, b: Value, c: Value) => Value)(a, b, c);
};

const callDeclared = ({ function: id, args, at }: ExprForm<"Call">, frame: Frame): Value => {
  const fn = frame.run.shared.program.functions.get(id)!;
  const locals = localsOf(fn);
  for (let i = 0; i < args.length; i++) locals[fn.params[i]!.local.id] = part(args[i]!, frame);
  frame.at = at;
  return call(frame.run, fn, locals);
};

const callHeld = ({ callee, args, at }: ExprForm<"CallValue">, frame: Frame): Value => {
  const held = evaluate(callee, frame) as FunctionValue;
  const values = [held, ...parts(args, frame)];
  frame.at = at;
  return callFunction(frame.run, entryFor(frame.run, held, values.length), values);
};

// ---- Statements -----------------------------------------------------------------------------------------

/** How a statement ends: with the next one, or by leaving a loop's round, the loop, the function. */
export type Completion = "next" | "continue" | "break" | "return";

const executeBlock = ({ statements }: Block, frame: Frame): Completion => {
  for (let i = 0; i < statements.length; i++) {
    const completion = execute(statements[i]!, frame);
    if (completion !== "next") return completion;
  }
  return "next";
};

export const execute = (node: Stmt, frame: Frame): Completion => {
  switch (node.kind) {
    case "Let":
      frame.locals[node.local.id] = part(node.value, frame);
      return "next";
    case "Assign":
      frame.locals[node.local.id] = assigned(node, frame);
      return "next";
    case "Do":
      evaluate(node.value, frame);
      return "next";
    case "If":
      if (evaluate(node.condition, frame) === true) return executeBlock(node.whenTrue, frame);
      return node.whenFalse ? executeBlock(node.whenFalse, frame) : "next";
    case "Loop":
      return repeat(node, frame);
    case "Break":
      return "break";
    case "Continue":
      return "continue";
    case "Return":
      frame.result = node.value ? evaluate(node.value, frame) : undefined;
      return "return";
  }
};

/** `continue` goes on with the step, as the end of the body does. */
const repeat = ({ condition, body, step }: StmtForm<"Loop">, frame: Frame): Completion => {
  while (evaluate(condition, frame) === true) {
    const completion = executeBlock(body, frame);
    if (completion === "return") return completion;
    if (completion === "break") break;
    executeBlock(step, frame);
  }
  return "next";
};

/** What the variable holds after the assignment: the new value first, then the indices, then the walk (03, 4.1). */
const assigned = ({ local, value, steps, at }: StmtForm<"Assign">, frame: Frame): Value => {
  if (steps.length === 0) return grows(local.id, value) ? grown(value, frame) : part(value, frame);
  const last = part(value, frame);
  const path = steps.map((step) => ({ step, key: keyOf(step, frame) }));
  frame.at = at;
  return stored(frame.locals[local.id], path, last);
};

export const keyOf = (step: Step, frame: Frame): Value => {
  switch (step.kind) {
    case "ItemAt":
      return evaluate(step.index, frame);
    case "KeyAt":
      return evaluate(step.key, frame);
    default:
      return undefined;
  }
};

/** Whether `x = value` is `x = x + …`: see `growing`. */
const grows = (id: number, value: Expr): value is ExprForm<"Prim"> => {
  if (value.kind !== "Prim" || !Object.hasOwn(growing, value.op)) return false;
  const first = value.args[0];
  return first?.kind === "Local" && first.local.id === id;
};

const grown = ({ op, args, at }: ExprForm<"Prim">, frame: Frame): Value => {
  const operands = parts(args.slice(1), frame);
  frame.at = at;
  return growing[op]!(evaluate(args[0]!, frame), operands);
};

// ---- Calls ----------------------------------------------------------------------------------------------

export const localsOf = (fn: Fn): Value[] => new Array<Value>(fn.locals);

/** Runs a function whose arguments stand in its locals. Only calls of recursive functions count (03, 7.3). */
const call = (run: Run, fn: Fn, locals: Value[]): Value => {
  const { counts } = fn;
  if (counts === "nothing") return resultOf(run, fn, locals);
  descend(run, counts);
  const value = resultOf(run, fn, locals);
  run[counts]--;
  return value;
};

export const descend = (run: Run, counts: "calls" | "levels"): void => {
  if (run[counts] >= DEPTH) throw depthPanic(counts === "calls" ? "calls" : "a value nested");
  run[counts]++;
};

/** A function that declares a Result takes an error value that is raised in it as its Err (03, 7.2). */
const resultOf = (run: Run, fn: Fn, locals: Value[]): Value => {
  if (fn.result.kind !== "Result") return runBody(run, fn, locals);
  const { calls, levels, frame } = run;
  try {
    return runBody(run, fn, locals);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    run.calls = calls;
    run.levels = levels;
    run.frame = frame;
    return err(error.value);
  }
};

const runBody = (run: Run, fn: Fn, locals: Value[]): Value => {
  const caller = run.frame;
  const frame = new Frame(run, fn, locals, caller);
  run.frame = frame;
  executeBlock(fn.body, frame);
  run.frame = caller;
  return frame.result;
};

/** Calls the function of this id. */
export const callFunction = (run: Run, id: string, args: readonly Value[]): Value => {
  const fn = run.shared.program.functions.get(id)!;
  return call(run, fn, holding(fn, args));
};

/** The locals of a function, with its arguments. */
export const holding = (fn: Fn, args: readonly Value[]): Value[] => {
  const locals = localsOf(fn);
  fn.params.forEach(({ local }, i) => {
    locals[local.id] = args[i];
  });
  return locals;
};

/** The entry of a function value for so many arguments, itself among them: each number that it takes has its own. */
export const entryFor = (run: Run, { entries }: FunctionValue, count: number): string => {
  const least = run.shared.program.functions.get(entries[0]!)!.params.length;
  return entries[count - least]!;
};

/** Calls a value of unknown type with arguments of unknown type. */
const callUnknown = (run: Run, callee: Value, args: List): Value =>
  callFunction(run, dynamicOf(callee), [callee, share(args)]);

/** What is called of a value with a list of arguments. */
export const dynamicOf = (callee: Value): string => {
  if (!(callee instanceof FunctionValue)) throw typeError(`cannot call ${describe(callee)}`);
  return callee.dynamic;
};
