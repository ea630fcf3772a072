// Functions as WebAssembly: their parameters, locals and code.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import type { Type } from "../../ir/types.ts";
import type { WasmType, WatGrammar } from "../../ir/wat.ts";
import { type AnyFunction, CALLS, type Callee, FRAME, SITE } from "./callees.ts";
import { callFunction, startFunction } from "./calls.ts";
import { call, get, type Instr, i32, op, UNREACHABLE, type Variable, when, zero } from "./code.ts";
import { Context, type Module } from "./context.ts";
import { adopt } from "./frames.ts";
import { countedName, resumingName, taskName } from "./function-table.ts";
import { wasmTypesOf } from "./representation.ts";
import { blockCode } from "./statements.ts";
import { suspendingBody } from "./suspending.ts";
import { taskBody } from "./tasks.ts";

export type WatFunction = NodeOf<WatGrammar, "Function">;
type EntryPoint = NodeOf<ResumableGrammar, "EntryPoint">;

export const variable = (name: string, type: WasmType): Variable => ({ kind: "Variable", at: 0, name, type });

/** The types of a function's locals, by id. */
const typesIn = (fn: AnyFunction): ReadonlyMap<number, Type> => {
  const types = new Map(fn.params.map(({ local, type }) => [local.id, type]));
  const gather = ({ statements }: Pick<NodeOf<ResumableGrammar, "Block">, "statements">): void => {
    for (const node of statements) {
      if (node.kind === "Let") types.set(node.local.id, node.type);
      else if (node.kind === "If") {
        gather(node.whenTrue);
        if (node.whenFalse) gather(node.whenFalse);
      } else if (node.kind === "Loop") for (const part of [node.test, node.body, node.step]) gather(part);
    }
  };
  if (fn.kind === "Function") gather(fn.body);
  else fn.states.forEach(gather);
  return types;
};

const ownParams = (context: Context, { params }: AnyFunction): readonly Variable[] =>
  params.flatMap(({ local }) => {
    const names = context.namesOf(local);
    const types = wasmTypesOf(context.typeOf(local));
    return names.map((name, i) => variable(name, types[i]!));
  });

const additionalParams = ({ takesCalls, takesSite }: Callee): readonly Variable[] => [
  ...(takesCalls ? [variable(CALLS, "i32")] : []),
  ...(takesSite ? [variable(SITE, "i32")] : []),
];

/** The locals that are no parameters. */
const localsOf = ({ variables }: Context): readonly Variable[] =>
  [...variables].map(([name, type]) => variable(name, type));

const frameParam = ({ suspends }: Callee): readonly Variable[] => (suspends ? [variable(FRAME, "i32")] : []);

/** What WebAssembly knows of the results. */
const resultsOf = ({ suspends, results }: Callee): readonly WasmType[] => (suspends ? ["i32"] : results);

const contextOf = (module: Module, fn: AnyFunction): Context =>
  new Context(module, fn.path, module.callees.get(fn.id)!, typesIn(fn));

/** A function of the program. */
export const functionCode = (module: Module, fn: AnyFunction): WatFunction => {
  const context = contextOf(module, fn);
  const { callee } = context;
  const code = fn.kind === "Function" ? blockCode(context, fn.body, null) : suspendingBody(context, fn);
  const last = code.at(-1);
  const ends = resultsOf(callee).length === 0 || (last?.kind === "Op" && endings.has(last.op));
  return {
    ...{ kind: "Function", at: fn.at, name: callee.name, note: `${fn.name} (${fn.path})`, exported: null },
    params: [...frameParam(callee), ...ownParams(context, fn), ...additionalParams(callee)],
    ...{ results: resultsOf(callee), locals: localsOf(context) },
    body: ends ? code : [...code, UNREACHABLE],
  };
};

/** The function in the table that goes on with a frame of one that may wait: what it took stands in the frame. */
export const resumingFunction = (module: Module, fn: AnyFunction): WatFunction => {
  const callee = module.callees.get(fn.id)!;
  const zeros = [...callee.params.map(zero), ...additionalParams(callee).map(({ type }) => zero(type))];
  return {
    ...{ kind: "Function", at: fn.at, name: resumingName(callee.name), note: `${fn.name} goes on` },
    ...{ exported: null, params: [variable(FRAME, "i32")], results: ["i32"], locals: [] },
    body: [op("return", call(callee.name, get(FRAME), ...zeros))],
  };
};

/** The function in the table that runs what a task does, with the frame that begins it. */
export const taskFunction = (module: Module, fn: AnyFunction): WatFunction => {
  const callee = module.callees.get(fn.id)!;
  const own = {
    ...callee,
    name: taskName(callee.name),
    counts: "nothing",
    takesCalls: true,
    takesSite: true,
  } as const;
  const context = new Context(module, fn.path, own, typesIn(fn));
  const body = taskBody(context, callee, fn.result);
  return {
    ...{ kind: "Function", at: fn.at, name: own.name, note: `${fn.name} as a task`, exported: null },
    ...{ params: [variable(FRAME, "i32")], results: ["i32"], locals: localsOf(context), body },
  };
};

const endings: ReadonlySet<string> = new Set(["return", "unreachable"]);

/** What stands in the table for a function whose calls count: it counts, and calls the function. */
export const countedFunction = (module: Module, fn: AnyFunction): WatFunction => {
  const counted = module.callees.get(fn.id)!;
  const name = countedName(counted.name);
  const callee = { ...counted, name, counts: "nothing", takesCalls: true, takesSite: true } as const;
  const context = new Context(module, fn.path, callee, typesIn(fn));
  const params = ownParams(context, fn);
  const args = params.map((param) => get(param.name));
  const code = context.within(() => {
    context.emit(op("return", ...calledParts(context, counted, args)));
  });
  return {
    ...{ kind: "Function", at: fn.at, name, note: `${fn.name} as a value`, exported: null },
    params: [...frameParam(counted), ...params, ...additionalParams(callee)],
    ...{ results: resultsOf(counted), locals: localsOf(context), body: code },
  };
};

/** Calls a function: its results, or what it gives if it may wait. */
const calledParts = (context: Context, callee: Callee, args: readonly Instr[]): readonly Instr[] =>
  callee.suspends ? [startFunction(context, callee, args)] : callFunction(context, callee, args);

/**
 * What is exported for an entry of the program: it calls the entry's function. If that may wait, the host is told
 * whether it does; it has no caller that would wait for it.
 */
export const entryCode = (
  module: Module,
  { at, name }: EntryPoint,
  exported: string,
  fn: AnyFunction,
): WatFunction => {
  const callee = module.callees.get(fn.id)!;
  const own = { ...callee, name: exported, counts: "nothing", takesCalls: false, takesSite: false } as const;
  const context = new Context(module, fn.path, own, typesIn(fn));
  const params = ownParams(context, fn);
  const body: readonly Instr[] = context.within(() => {
    const args = params.map((param) => get(param.name));
    const parts = calledParts(context, callee, args);
    if (callee.suspends) {
      const frame = context.kept(parts[0]!, "i32", FRAME);
      context.emit(when(frame, [adopt(frame, i32(0))]), frame);
    } else context.emit(...parts);
  });
  return {
    ...{ kind: "Function", at, name: exported, note: `the entry ${name.name}`, exported },
    ...{ params, results: resultsOf(callee), locals: localsOf(context), body },
  };
};
