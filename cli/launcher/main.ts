// What the compiler's bundle gives the launcher.

import { runCommandLine } from "../command-line.ts";
import type { Compiler } from "../compiler.ts";
import type { Host } from "../host.ts";
import { runInWorker } from "./deep-stack.ts";

export interface Installation {
  readonly version: string;
  readonly id: string;
  /** The folder of the bundles. */
  readonly bundles: string;
}

export interface Main {
  readonly main: (host: Host, installation: Installation) => Promise<number>;
  readonly runDeep: (request: unknown) => Promise<unknown>;
}

/** Puts the command line and a compiler together. */
export const mainOf = (compiler: Compiler): Main => ({
  main: (host, { version, id, bundles }) =>
    runCommandLine(
      host,
      { version, id, deep: (request) => runInWorker(bundles, "compiler.cjs", request) },
      compiler,
    ),
  runDeep: compiler.runDeep,
});
