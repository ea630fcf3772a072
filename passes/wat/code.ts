// Instructions of WebAssembly, written shortly.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { WasmType, WatGrammar } from "../../ir/wat.ts";

export type Instr = NodeOf<WatGrammar, "Instr">;
export type Variable = NodeOf<WatGrammar, "Variable">;

/** An operation on the values of other instructions. */
export const op = (name: string, ...operands: readonly Instr[]): Instr => ({
  kind: "Op",
  at: 0,
  op: name,
  immediates: [],
  operands,
});

/** An operation with immediates (an offset, a name, a type). */
export const opWith = (
  name: string,
  immediates: readonly string[],
  ...operands: readonly Instr[]
): Instr => ({
  kind: "Op",
  at: 0,
  op: name,
  immediates,
  operands,
});

export const i32 = (value: number): Instr => opWith("i32.const", [String(value)]);
export const i64 = (value: bigint): Instr => opWith("i64.const", [String(value)]);

/** A Float constant: WebAssembly writes `inf` and `nan`, and reads every decimal that JavaScript prints. */
export const f64 = (value: number): Instr => {
  const size = Number.isNaN(value) ? "nan" : Math.abs(value) === Infinity ? "inf" : String(Math.abs(value));
  return opWith("f64.const", [`${value < 0 || Object.is(value, -0) ? "-" : ""}${size}`]);
};

export const get = (name: string): Instr => opWith("local.get", [`$${name}`]);
/** Without a value: what lies on the stack. */
export const set = (name: string, ...value: readonly Instr[]): Instr =>
  opWith("local.set", [`$${name}`], ...value);
export const tee = (name: string, value: Instr): Instr => opWith("local.tee", [`$${name}`], value);
export const call = (name: string, ...args: readonly Instr[]): Instr => opWith("call", [`$${name}`], ...args);
export const UNREACHABLE: Instr = op("unreachable");

const NONE: readonly Instr[] = [];

/** A branch without a result. */
export const when = (
  condition: Instr,
  whenTrue: readonly Instr[],
  whenFalse: readonly Instr[] = NONE,
): Instr => ({ kind: "If", at: 0, results: [], condition, whenTrue, whenFalse });

export const block = (label: string, body: readonly Instr[]): Instr => ({
  kind: "Block",
  at: 0,
  label,
  body,
});
export const loop = (label: string, body: readonly Instr[]): Instr => ({ kind: "Loop", at: 0, label, body });
export const note = (text: string): Instr => ({ kind: "Note", at: 0, text });

/** The address, or the loaded value, `offset` bytes behind an address. */
export const load = (type: WasmType, address: Instr, offset = 0): Instr =>
  opWith(`${type}.load`, offset === 0 ? [] : [`offset=${offset}`], address);
export const store = (type: WasmType, address: Instr, value: Instr, offset = 0): Instr =>
  opWith(`${type}.store`, offset === 0 ? [] : [`offset=${offset}`], address, value);

/** The value that stands for nothing: in the parts of an option that is null, of a Result that is an Err. */
export const zero = (type: WasmType): Instr => opWith(`${type}.const`, ["0"]);

/** The number of an `i32.const`, or undefined. */
export const constantOf = (instr: Instr): bigint | undefined =>
  instr.kind === "Op" && (instr.op === "i32.const" || instr.op === "i64.const")
    ? BigInt(instr.immediates[0]!)
    : undefined;

/** One of two values; only that one is computed. */
export const choose = (
  type: WasmType,
  condition: Instr,
  whenTrue: readonly Instr[],
  whenFalse: readonly Instr[],
): Instr => ({ kind: "If", at: 0, results: [type], condition, whenTrue, whenFalse });
