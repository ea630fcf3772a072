// A program made ready to run by a backend.

import type { EntryKind } from "../../ir/mono.ts";
import type { Outcome } from "../../runtime/outcome.ts";

/** What can be started. */
export interface Entry {
  readonly role: EntryKind;
  readonly name: string;
  /** The id of a function without parameters. */
  readonly function: string;
}

export interface Executable {
  readonly entries: readonly Entry[];
  /** Whether it may need more of the host's stack than a thread has by default. */
  readonly needsDeepStack: boolean;
  /** Runs functions that take no parameters, one after another, each from a fresh start. */
  readonly run: (functions: readonly string[]) => readonly Outcome[];
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
