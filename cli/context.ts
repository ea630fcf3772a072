// What every command gets to work with.

import type { Call } from "./call/call.ts";
import type { Compiler } from "./compiler.ts";
import type { Reporter } from "./output/reporter.ts";
import type { PackagePaths } from "./package/find.ts";

/** The installed `fuse` itself. */
export interface Toolchain {
  readonly version: string;
  /** Differs from build to build, for caches. */
  readonly id: string;
  /** See `CompileOptions.deep`. */
  readonly deep: (request: unknown) => Promise<unknown>;
}

export interface Context {
  readonly call: Call;
  readonly compiler: Compiler;
  readonly toolchain: Toolchain;
  readonly currentFolder: string;
  readonly paths: PackagePaths;
  readonly reporter: Reporter;
  /** Whether the program's own lines on stderr are coloured. */
  readonly colour: boolean;
  /** Writes to stdout. */
  readonly print: (text: string) => void;
}

/** Does the work of a command and gives its exit status. */
export type Run = (context: Context) => number | Promise<number>;
