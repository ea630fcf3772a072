// The evaluation of what may wait: the same meaning as in `evaluate.ts`, by generators that yield while they wait. What
// cannot wait is left to the plain functions there.

import { Raised } from "../../runtime/failures.ts";
import { resultOf as outcomeOf, sleep } from "../../runtime/tasks.ts";
import {
  Dict,
  err,
  FunctionValue,
  type Int,
  List,
  Struct,
  share,
  type Task,
  type Value,
  Variant,
} from "../../runtime/values.ts";
import { stored } from "./assignment.ts";
import {
  apply,
  type Completion,
  callFunction,
  descend,
  dynamicOf,
  entryFor,
  evaluate,
  execute,
  holding,
  isVariant,
  keyOf,
} from "./evaluate.ts";
import type { Block, Expr, ExprForm, Fn, Step, Stmt, StmtForm } from "./program.ts";
import { Frame, type Run } from "./run.ts";

/** Yields each time that its strand waits; the strand gets a turn when it may go on. */
export type Waiting<R> = Generator<void, R, void>;

// ---- Expressions ----------------------------------------------------------------------------------------

function* evaluated(node: Expr, frame: Frame): Waiting<Value> {
  if (!frame.run.shared.waits(node)) return evaluate(node, frame);
  switch (node.kind) {
    case "Prim":
      return yield* operate(node, frame);
    case "Call": {
      const args = yield* parts(node.args, frame);
      frame.at = node.at;
      return yield* callById(frame.run, node.function, args);
    }
    case "CallValue": {
      const held = (yield* evaluated(node.callee, frame)) as FunctionValue;
      const args = [held, ...(yield* parts(node.args, frame))];
      frame.at = node.at;
      return yield* callById(frame.run, entryFor(frame.run, held, args.length), args);
    }
    case "Choose": {
      const holds = yield* evaluated(node.condition, frame);
      return yield* evaluated(holds === true ? node.whenTrue : node.whenFalse, frame);
    }
    case "Bind":
      frame.locals[node.local.id] = yield* part(node.value, frame);
      return yield* evaluated(node.body, frame);
    case "Spawn":
      return frame.run.spawn(node.function, yield* parts(node.args, frame));
    default:
      return yield* composed(node, frame);
  }
}

/** A value that is made, or read, of what may wait. */
function* composed(node: Expr, frame: Frame): Waiting<Value> {
  const { program } = frame.run.shared;
  switch (node.kind) {
    case "GetField":
      return ((yield* evaluated(node.base, frame)) as Struct).values[node.index];
    case "IsVariant":
      return isVariant(yield* evaluated(node.base, frame), node.tag);
    case "GetPayload":
      return ((yield* evaluated(node.base, frame)) as Variant).payload[node.index];
    case "MakeList":
      return new List(yield* parts(node.items, frame));
    case "MakeMap":
      return yield* mapOf(node, frame);
    case "MakeStruct":
      return new Struct(program.structs.get(node.struct)!, yield* parts(node.values, frame));
    case "MakeVariant":
      return new Variant(program.enums.get(node.enum)!, node.tag, yield* parts(node.values, frame));
    case "Closure":
      return new FunctionValue(node.label, node.entries, node.dynamic, yield* part(node.captured, frame));
    default:
      return evaluate(node, frame);
  }
}

function* part(node: Expr, frame: Frame): Waiting<Value> {
  return share(yield* evaluated(node, frame));
}

function* parts(nodes: readonly Expr[], frame: Frame): Waiting<Value[]> {
  const values: Value[] = [];
  for (const node of nodes) values.push(yield* part(node, frame));
  return values;
}

function* mapOf({ entries }: ExprForm<"MakeMap">, frame: Frame): Waiting<Dict> {
  const map = new Dict();
  for (const { key, value } of entries) {
    const name = (yield* evaluated(key, frame)) as string;
    map.put(name, yield* part(value, frame));
  }
  return map;
}

function* operate({ op, args, at }: ExprForm<"Prim">, frame: Frame): Waiting<Value> {
  const values: Value[] = [];
  for (const arg of args) values.push(yield* evaluated(arg, frame));
  frame.at = at;
  const [a, b, c] = values;
  switch (op) {
    case "task.await":
      return yield* awaited(a as Task, frame.run);
    case "time.sleep":
      sleep(frame.run.shared.scheduler, frame.run, a as Int);
      yield;
      return undefined;
    case "unknown.call":
      return yield* callById(frame.run, dynamicOf(a), [a, share(b)]);
    default:
      return apply(op, a, b, c, frame);
  }
}

function* awaited(task: Task, strand: Run): Waiting<Value> {
  for (;;) {
    const outcome = outcomeOf(task);
    if (outcome !== null) return outcome;
    task.waiting.push(strand);
    yield;
  }
}

// ---- Statements -----------------------------------------------------------------------------------------

function* completionOf(node: Stmt, frame: Frame): Waiting<Completion> {
  if (!frame.run.shared.waits(node)) return execute(node, frame);
  switch (node.kind) {
    case "Let":
      frame.locals[node.local.id] = yield* part(node.value, frame);
      return "next";
    case "Assign":
      frame.locals[node.local.id] = yield* assigned(node, frame);
      return "next";
    case "Do":
      yield* evaluated(node.value, frame);
      return "next";
    case "If":
      if ((yield* evaluated(node.condition, frame)) === true) return yield* run(node.whenTrue, frame);
      return node.whenFalse ? yield* run(node.whenFalse, frame) : "next";
    case "Loop":
      return yield* repeat(node, frame);
    case "Return":
      frame.result = node.value ? yield* evaluated(node.value, frame) : undefined;
      return "return";
    default:
      return execute(node, frame);
  }
}

function* run({ statements }: Block, frame: Frame): Waiting<Completion> {
  for (const statement of statements) {
    const completion = yield* completionOf(statement, frame);
    if (completion !== "next") return completion;
  }
  return "next";
}

function* repeat({ condition, body, step }: StmtForm<"Loop">, frame: Frame): Waiting<Completion> {
  while ((yield* evaluated(condition, frame)) === true) {
    const completion = yield* run(body, frame);
    if (completion === "return") return completion;
    if (completion === "break") break;
    yield* run(step, frame);
  }
  return "next";
}

function* assigned({ local, value, steps, at }: StmtForm<"Assign">, frame: Frame): Waiting<Value> {
  const last = yield* part(value, frame);
  if (steps.length === 0) return last;
  const path: { step: Step; key: Value }[] = [];
  for (const step of steps) path.push({ step, key: yield* keyAt(step, frame) });
  frame.at = at;
  return stored(frame.locals[local.id], path, last);
}

function* keyAt(step: Step, frame: Frame): Waiting<Value> {
  if (step.kind === "ItemAt") return yield* evaluated(step.index, frame);
  return step.kind === "KeyAt" ? yield* evaluated(step.key, frame) : keyOf(step, frame);
}

// ---- Calls ----------------------------------------------------------------------------------------------

/** Calls the function of this id; it may wait. */
export function* callById(run: Run, id: string, args: readonly Value[]): Waiting<Value> {
  const fn = run.shared.program.functions.get(id)!;
  if (!fn.suspends) return callFunction(run, id, args);
  const { counts } = fn;
  if (counts !== "nothing") descend(run, counts);
  const value = yield* resultOf(run, fn, holding(fn, args));
  if (counts !== "nothing") run[counts]--;
  return value;
}

/** A function that declares a Result takes an error value that is raised in it as its Err (03, 7.2). */
function* resultOf(strand: Run, fn: Fn, locals: Value[]): Waiting<Value> {
  const { calls, levels, frame } = strand;
  try {
    const active = new Frame(strand, fn, locals, frame);
    strand.frame = active;
    yield* run(fn.body, active);
    strand.frame = frame;
    return active.result;
  } catch (error) {
    if (!(error instanceof Raised) || fn.result.kind !== "Result") throw error;
    strand.calls = calls;
    strand.levels = levels;
    strand.frame = frame;
    return err(error.value);
  }
}
