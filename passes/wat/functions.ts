// Functions as WebAssembly: their parameters, locals and code.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { OwnedGrammar } from "../../ir/owned.ts";
import type { Type } from "../../ir/types.ts";
import type { WasmType, WatGrammar } from "../../ir/wat.ts";
import { CALLS, type Callee, type OwnedFunction, SITE } from "./callees.ts";
import { callFunction } from "./calls.ts";
import { get, type Instr, op, UNREACHABLE, type Variable } from "./code.ts";
import { Context, type Module } from "./context.ts";
import { countedName } from "./function-table.ts";
import { wasmTypesOf } from "./representation.ts";
import { blockCode } from "./statements.ts";

export type WatFunction = NodeOf<WatGrammar, "Function">;
type EntryPoint = NodeOf<OwnedGrammar, "EntryPoint">;

export const variable = (name: string, type: WasmType): Variable => ({ kind: "Variable", at: 0, name, type });

/** The types of a function's locals, by id. */
const typesIn = ({ params, body }: OwnedFunction): ReadonlyMap<number, Type> => {
  const types = new Map(params.map(({ local, type }) => [local.id, type]));
  const gather = ({ statements }: NodeOf<OwnedGrammar, "Block">): void => {
    for (const node of statements) {
      if (node.kind === "Let") types.set(node.local.id, node.type);
      else if (node.kind === "If") {
        gather(node.whenTrue);
        if (node.whenFalse) gather(node.whenFalse);
      } else if (node.kind === "Loop") for (const part of [node.test, node.body, node.step]) gather(part);
    }
  };
  gather(body);
  return types;
};

const ownParams = (context: Context, { params }: OwnedFunction): readonly Variable[] =>
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

const contextOf = (module: Module, fn: OwnedFunction): Context =>
  new Context(module, fn.path, module.callees.get(fn.id)!, typesIn(fn));

/** A function of the program. */
export const functionCode = (module: Module, fn: OwnedFunction): WatFunction => {
  const context = contextOf(module, fn);
  const { callee } = context;
  const code = blockCode(context, fn.body, null);
  const last = code.at(-1);
  const ends = callee.results.length === 0 || (last?.kind === "Op" && endings.has(last.op));
  return {
    ...{ kind: "Function", at: fn.at, name: callee.name, note: `${fn.name} (${fn.path})`, exported: null },
    params: [...ownParams(context, fn), ...additionalParams(callee)],
    ...{ results: callee.results, locals: localsOf(context) },
    body: ends ? code : [...code, UNREACHABLE],
  };
};

const endings: ReadonlySet<string> = new Set(["return", "unreachable"]);

/** What stands in the table for a function whose calls count: it counts, and calls the function. */
export const countedFunction = (module: Module, fn: OwnedFunction): WatFunction => {
  const { name, results } = module.callees.get(fn.id)!;
  const callee = { name: countedName(name), counts: "nothing", takesCalls: true, takesSite: true } as const;
  const context = new Context(module, fn.path, { ...callee, borrowed: [], results }, typesIn(fn));
  const params = ownParams(context, fn);
  const args = params.map((param) => get(param.name));
  const code = context.within(() => {
    context.emit(op("return", ...callFunction(context, module.callees.get(fn.id)!, args)));
  });
  return {
    ...{ kind: "Function", at: fn.at, name: callee.name, note: `${fn.name} as a value`, exported: null },
    params: [...params, ...additionalParams(context.callee)],
    ...{ results, locals: localsOf(context), body: code },
  };
};

/** What is exported for an entry of the program: it calls the entry's function. */
export const entryCode = (
  module: Module,
  { at, name }: EntryPoint,
  exported: string,
  fn: OwnedFunction,
): WatFunction => {
  const callee = module.callees.get(fn.id)!;
  const own = { ...callee, name: exported, counts: "nothing", takesCalls: false, takesSite: false } as const;
  const context = new Context(module, fn.path, own, typesIn(fn));
  const params = ownParams(context, fn);
  const body: readonly Instr[] = context.within(() => {
    context.emit(
      ...callFunction(
        context,
        callee,
        params.map((param) => get(param.name)),
      ),
    );
  });
  return {
    ...{ kind: "Function", at, name: exported, note: `the entry ${name.name}`, exported },
    ...{ params, results: callee.results, locals: localsOf(context), body },
  };
};
