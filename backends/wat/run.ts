// Runs entries of a compiled program and says how they ended.

import { HASH_SEED } from "../../ir/wat-runtime.ts";
import { isStackOverflow } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import { brokenOff, ENDED, type Outcome, uncaught } from "../../runtime/outcome.ts";
import { counted } from "./again.ts";
import type { Artefact } from "./artefact.ts";
import { Border } from "./border.ts";
import { hostFunctions } from "./host.ts";
import type { Metadata } from "./metadata.ts";
import { moduleOf } from "./tiers.ts";
import { type Types, typesOf } from "./types.ts";

/** A program made ready to run: its code is compiled. */
export interface Loaded {
  readonly module: WasmModule;
  readonly metadata: Metadata;
  readonly types: Types;
}

/** The program of an artefact. */
export const load = ({ wasm, metadata }: Artefact): Loaded => ({
  module: moduleOf(wasm),
  metadata,
  types: typesOf(metadata),
});

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
}

/**
 * Runs the function that an entry exports, in an instance of its own. Output is flushed before the outcome is told; its
 * first `skipped` units (what another run told as its `overflow`) are left out.
 */
export const run = (program: Loaded, exported: string, host: Host, skipped = 0): Told => {
  const border = new Border(program.types);
  const { host: counting, written } = counted(host, skipped);
  let exports: WasmInstance["exports"] = {};
  let overflow: number | null = null;
  const settled = (action: () => Outcome): Outcome => {
    try {
      return action();
    } catch (thrown) {
      if (isStackOverflow(thrown)) overflow = written();
      const [path, at] = program.metadata.sites[border.site]!;
      return brokenOff(thrown, { path, at });
    }
  };
  const outcome = settled(() => {
    ({ exports } = new WebAssembly.Instance(program.module, { host: hostFunctions(border, counting) }));
    border.open(exports);
    seed(exports);
    const entry = program.metadata.entries.find((each) => each.exported === exported)!;
    const result = (exports[exported] as () => unknown)();
    return entry.result === "result" ? ending(border, errorIn(result)) : ENDED;
  });
  const told = settled(() => {
    host.output.flush();
    return outcome;
  });
  return { outcome: told, overflow, counters: countersOf(exports) };
};

/** Texts hash otherwise from run to run, so that nobody who sends keys can choose them to collide. */
const seed = (exports: WasmInstance["exports"]): void => {
  const global = exports[HASH_SEED] as { value: number } | undefined;
  if (global) global.value = (Math.random() * 2 ** 32) | 0;
};

/** The error in front of a Result's parts, 0 if it is Ok. */
const errorIn = (result: unknown): number => (Array.isArray(result) ? result[0] : result) as number;

/** An entry that ends with an `Err` has an uncaught error (03, 10.2). */
const ending = (border: Border, error: number): Outcome =>
  error === 0 ? ENDED : uncaught(border.whole(error));

const countersOf = (exports: WasmInstance["exports"]): Counters => ({
  live: counterOf(exports.live),
  copies: counterOf(exports.copies),
});

const counterOf = (global: unknown): number => (global as { readonly value: number } | undefined)?.value ?? 0;
