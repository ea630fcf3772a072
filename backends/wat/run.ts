// Runs entries of a compiled program and says how they ended.

import { RESULTS } from "../../ir/memory.ts";
import { DEBUG_COPIES, DEBUG_HEAP, HASH_SEED } from "../../ir/wat-runtime.ts";
import { isStackOverflow, type Site } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import { brokenOff, ENDED, type Outcome, uncaught } from "../../runtime/outcome.ts";
import { counted } from "./again.ts";
import type { Artefact } from "./artefact.ts";
import { Border } from "./border.ts";
import { hostFunctions } from "./host.ts";
import { liveObjects } from "./live.ts";
import type { Metadata } from "./metadata.ts";
import { Strands } from "./strands.ts";
import { moduleOf } from "./tiers.ts";
import { type Types, typesOf } from "./types.ts";

/** A program made ready to run: its code is compiled. */
export interface Loaded {
  readonly module: WasmModule;
  /** The names of the host's functions that it imports. */
  readonly imports: readonly string[];
  readonly metadata: Metadata;
  readonly types: Types;
}

/** The program of an artefact. */
export const load = ({ wasm, metadata }: Artefact): Loaded => {
  const module = moduleOf(wasm);
  const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
  return { module, imports, metadata, types: typesOf(metadata) };
};

/** Objects that are not free, and copies that were made; 0 unless the program was linked for debugging. */
export interface Counters {
  readonly live: number;
  readonly copies: number;
}

export interface Told {
  readonly outcome: Outcome;
  /**
   * Not null if the host's stack was used up: then how much text was written, for another run on a larger stack. This
   * one's outcome means nothing then, unless the program needs no larger stack than this.
   */
  readonly overflow: number | null;
  readonly counters: Counters;
  /** The tasks that have not ended, or were broken off: what they held is not free. */
  readonly dropped: number;
}

/**
 * Runs the function that an entry exports, in an instance of its own. Output is flushed before the outcome is told; its
 * first `skipped` units (what another run told as its `overflow`) are left out.
 */
export const run = (program: Loaded, exported: string, host: Host, skipped = 0): Told => {
  const border = new Border(program.types);
  const { host: counting, written } = counted(host, skipped);
  let exports: WasmInstance["exports"] = {};
  let heap = 0;
  let overflow: number | null = null;
  const siteOf = (number: number): Site => {
    const [path, at] = program.metadata.sites[number]!;
    return { path, at };
  };
  const strands = new Strands(border, counting, siteOf);
  const settled = (action: () => Outcome): Outcome => {
    try {
      return action();
    } catch (thrown) {
      if (isStackOverflow(thrown)) overflow = written();
      return brokenOff(thrown, siteOf(border.site));
    }
  };
  const outcome = settled(() => {
    const functions = hostFunctions(program.imports, border, counting, strands);
    ({ exports } = new WebAssembly.Instance(program.module, { host: functions }));
    heap = counterOf(exports[DEBUG_HEAP]);
    border.open(exports);
    strands.open(exports);
    seed(exports);
    const entry = program.metadata.entries.find((each) => each.exported === exported)!;
    const start = exports[exported] as () => unknown;
    const error = entry.suspends ? waitedFor(strands, start, border) : errorIn(start());
    return entry.result === "result" ? ending(border, error) : ENDED;
  });
  const told = settled(() => {
    host.output.flush();
    return outcome;
  });
  return { outcome: told, overflow, counters: countersOf(exports, heap), dropped: strands.dropped() };
};

/** Texts hash otherwise from run to run, so that nobody who sends keys can choose them to collide. */
const seed = (exports: WasmInstance["exports"]): void => {
  const global = exports[HASH_SEED] as { value: number } | undefined;
  if (global) global.value = (Math.random() * 2 ** 32) | 0;
};

/** Runs an entry that may wait to its end: the first part of its result. */
const waitedFor = (strands: Strands, start: () => unknown, { memory }: Border): number => {
  strands.run(start as () => number);
  return memory.word(RESULTS);
};

/** The error in front of a Result's parts, 0 if it is Ok. */
const errorIn = (result: unknown): number => (Array.isArray(result) ? result[0] : result) as number;

/** An entry that ends with an `Err` has an uncaught error (03, 10.2). */
const ending = (border: Border, error: number): Outcome =>
  error === 0 ? ENDED : uncaught(border.whole(error));

/** `heap`: where objects begin, if they can be counted. */
const countersOf = (exports: WasmInstance["exports"], heap: number): Counters => ({
  live:
    heap === 0 ? 0 : liveObjects((exports.memory as WasmMemory).buffer, heap, counterOf(exports[DEBUG_HEAP])),
  copies: counterOf(exports[DEBUG_COPIES]),
});

const counterOf = (global: unknown): number => (global as { readonly value: number } | undefined)?.value ?? 0;
