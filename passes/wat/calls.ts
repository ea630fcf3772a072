// Calls: of functions, and of function values through the table.

import type { FormOf } from "../../ir/framework/language.ts";
import { functionOffsets } from "../../ir/memory.ts";
import type { OwnedGrammar } from "../../ir/owned.ts";
import type { WasmType } from "../../ir/wat.ts";
import type { Callee } from "./callees.ts";
import { call, get, type Instr, i32, load, op, opWith, set, UNREACHABLE, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { type Operation, single } from "./operation.ts";
import { wasmTypesOf } from "./representation.ts";

type Expr<K extends keyof OwnedGrammar["Expr"]> = FormOf<OwnedGrammar, "Expr", K>;

/** So many counted calls, or levels of a value, may be active (03, 7.3). */
const DEPTH = 10_000;
/** The variable of the module that counts levels. */
export const LEVELS = "levels";

const tooDeep = (context: Context, count: Instr, panic: "panic_calls" | "panic_levels"): void =>
  context.emit(
    when(op("i32.ge_s", count, i32(DEPTH)), [context.runtime(panic, context.site()), UNREACHABLE]),
  );

const levels = opWith("global.get", [`$${LEVELS}`]);
const addLevels = (by: number): Instr => opWith("global.set", [`$${LEVELS}`], op("i32.add", levels, i32(by)));

/** The values that a function gets besides its arguments. */
const additional = (context: Context, callee: Callee): readonly Instr[] => {
  const calls = callee.counts === "calls" ? op("i32.add", context.calls(), i32(1)) : context.calls();
  return [...(callee.takesCalls ? [calls] : []), ...(callee.takesSite ? [context.site()] : [])];
};

/** A call of a function of the program. */
export const callFunction = (context: Context, callee: Callee, args: readonly Instr[]): Parts => {
  if (callee.counts === "calls") tooDeep(context, context.calls(), "panic_calls");
  if (callee.counts === "levels") return callLevel(context, callee, args);
  return context.results(call(callee.name, ...args, ...additional(context, callee)), callee.results);
};

/** A call that goes one level deeper into a value. */
const callLevel = (context: Context, callee: Callee, args: readonly Instr[]): Parts => {
  tooDeep(context, levels, "panic_levels");
  context.emit(addLevels(1));
  const code = call(callee.name, ...args, ...additional(context, callee));
  const places = context.places(callee.results);
  context.emit(code, ...places.map((name) => set(name)).reverse(), addLevels(-1));
  return places.map(get);
};

const signature = (params: readonly WasmType[], results: readonly WasmType[]): readonly string[] => [
  `(param ${[...params, "i32", "i32"].join(" ")})`,
  ...(results.length > 0 ? [`(result ${results.join(" ")})`] : []),
];

/** A call of the function at a place of the table. */
const callPlace = (
  context: Context,
  place: Instr,
  args: readonly Parts[],
  params: readonly WasmType[],
  results: readonly WasmType[],
): Parts => {
  const operands = [...args.flat(), context.calls(), context.site(), place];
  return context.results(opWith("call_indirect", signature(params, results), ...operands), results);
};

/** A call of a function value with itself and some of its arguments, the rest of which have defaults. */
export const callValue = (
  context: Context,
  node: Expr<"CallValue">,
  [callee]: Parts,
  args: readonly Parts[],
): Parts => {
  const given = args.length + 1;
  const beyond = op("i32.sub", i32(given), load("i32", callee!, functionOffsets.arity));
  const place = op("i32.add", load("i32", callee!, functionOffsets.first), beyond);
  const params = [node.callee, ...node.args].flatMap(({ type }) => wasmTypesOf(type));
  return callPlace(context, place, [[callee!], ...args], params, wasmTypesOf(node.type));
};

/** A call of a value that has to be a function, with a list of arguments of unknown type. */
export const callUnknown: Operation = (context, args, node) => {
  const callee = single(args);
  context.run("unknown_check_callable", callee, context.site());
  return callPlace(
    context,
    load("i32", callee, functionOffsets.dynamic),
    args,
    ["i32", "i32"],
    wasmTypesOf(node.type),
  );
};
