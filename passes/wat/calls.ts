// Calls: of functions, and of function values through the table.

import type { FormOf } from "../../ir/framework/language.ts";
import { functionOffsets } from "../../ir/memory.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import type { Type } from "../../ir/types.ts";
import type { WasmType } from "../../ir/wat.ts";
import type { Callee } from "./callees.ts";
import { call, get, type Instr, i32, load, op, opWith, set, UNREACHABLE, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import type { Kept } from "./frames.ts";
import { type Operation, single } from "./operation.ts";
import { wasmTypesOf } from "./representation.ts";

type Expr<K extends keyof ResumableGrammar["Expr"]> = FormOf<ResumableGrammar, "Expr", K>;

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

/** The levels that are active, as frames keep them. */
export const levelsKept: Kept = {
  type: "i32",
  read: levels,
  write: (value) => opWith("global.set", [`$${LEVELS}`], value),
};

/** The values that a function gets besides its arguments. */
const additional = (context: Context, callee: Callee): readonly Instr[] => {
  const calls = callee.counts === "calls" ? op("i32.add", context.calls(), i32(1)) : context.calls();
  return [...(callee.takesCalls ? [calls] : []), ...(callee.takesSite ? [context.site()] : [])];
};

/** A call of a function of the program that gives its results at once. */
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

/** A call of a function of the program that may wait: what it gives (see `Callee`). */
export const startFunction = (context: Context, callee: Callee, args: readonly Instr[]): Instr => {
  if (callee.counts === "calls") tooDeep(context, context.calls(), "panic_calls");
  const code = call(callee.name, NO_FRAME, ...args, ...additional(context, callee));
  if (callee.counts !== "levels") return code;
  tooDeep(context, levels, "panic_levels");
  const given = context.temporary("i32", "given");
  context.emit(addLevels(1), set(given, code), addLevels(-1));
  return get(given);
};
const NO_FRAME = i32(0);

const signature = (params: readonly WasmType[], results: readonly WasmType[]): readonly string[] => [
  `(param ${[...params, "i32", "i32"].join(" ")})`,
  ...(results.length > 0 ? [`(result ${results.join(" ")})`] : []),
];

/** A function value that is called: the place of its function in the table, and what that takes. */
export interface ValueCall {
  readonly place: Instr;
  readonly args: readonly Parts[];
  readonly params: readonly WasmType[];
}

const callPlace = (
  context: Context,
  { place, args, params }: ValueCall,
  results: readonly WasmType[],
): Instr => {
  const operands = [...args.flat(), context.calls(), context.site(), place];
  return opWith("call_indirect", signature(params, results), ...operands);
};

/** With itself and some of its arguments, the rest of which have defaults. */
export const valueCall = (
  node: Pick<Expr<"CallValue">, "callee" | "args">,
  [callee]: Parts,
  args: readonly Parts[],
): ValueCall => {
  const given = args.length + 1;
  const beyond = op("i32.sub", i32(given), load("i32", callee!, functionOffsets.arity));
  const place = op("i32.add", load("i32", callee!, functionOffsets.first), beyond);
  const params = [node.callee, ...node.args].flatMap(({ type }) => wasmTypesOf(type));
  return { place, args: [[callee!], ...args], params };
};

/** The call of a value that has to be a function, with a list of arguments of unknown type. */
export const unknownCall = (context: Context, args: readonly Parts[]): ValueCall => {
  const callee = single(args);
  context.run("unknown_check_callable", callee, context.site());
  return { place: load("i32", callee, functionOffsets.dynamic), args, params: ["i32", "i32"] };
};

/** Calls a function value that gives its results at once. */
export const callValue = (context: Context, value: ValueCall, type: Type): Parts => {
  const results = wasmTypesOf(type);
  return context.results(callPlace(context, value, results), results);
};

/** Calls a function value that may wait: what that gives (see `Callee`). */
export const startValue = (context: Context, { place, args, params }: ValueCall): Instr =>
  callPlace(context, { place, args: [[NO_FRAME], ...args], params: ["i32", ...params] }, ["i32"]);

export const callUnknown: Operation = (context, args, { type }) =>
  callValue(context, unknownCall(context, args), type);
