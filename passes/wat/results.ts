// The results of functions that may wait: they stand in memory until the caller has them.

import { RESULTS } from "../../ir/memory.ts";
import type { WasmType } from "../../ir/wat.ts";
import { type Instr, i32, load, store } from "./code.ts";
import type { Parts } from "./context.ts";

const addressOf = (position: number): number => RESULTS + 8 * position;

/** Code that leaves them there. */
export const leftBehind = (types: readonly WasmType[], parts: Parts): readonly Instr[] =>
  parts.map((part, i) => store(types[i]!, i32(0), part, addressOf(i)));

/** Those of the call that ended last. */
export const arrivedParts = (types: readonly WasmType[]): Parts =>
  types.map((type, i) => load(type, i32(0), addressOf(i)));
