// A program made ready to run by a backend.

import type { EntryKind } from "../../ir/mono.ts";
import type { Invocation } from "../../runtime/host.ts";
import type { Outcome } from "../../runtime/outcome.ts";

/** What can be started. */
export interface Entry {
  readonly role: EntryKind;
  readonly name: string;
  /** The id of a function without parameters. */
  readonly function: string;
}

/** What became of functions that were run. */
export interface Ran {
  /** Of the functions, in order, up to the first that used up the stack. */
  readonly outcomes: readonly Outcome[];
  /** How much text that one wrote, in UTF-16 code units: left out when it is run again; null if there is none. */
  readonly written: number | null;
}

export interface Executable {
  readonly entries: readonly Entry[];
  /** Whether it has to run on a large stack from the start. */
  readonly needsDeepStack: boolean;
  /**
   * Runs functions that take no parameters, one after another, each from a fresh start. With `skipped`, the stack is as
   * large as it can be: none is given up, and so much of what the first one writes is left out.
   */
  readonly run: (functions: readonly string[], invocation: Invocation, skipped?: number) => Ran;
  /** The program as plain data, for another thread. */
  readonly packed: () => Packed;
}

/** A compiled program as bytes: what needs no compiler any more, so that it can be kept. */
export interface CompiledProgram {
  readonly backend: "vm" | "aot";
  readonly bytes: Uint8Array;
}

/** Any program as plain data that no depth is too great for. */
export type Packed = CompiledProgram | { readonly backend: "ast"; readonly rows: readonly unknown[] };
