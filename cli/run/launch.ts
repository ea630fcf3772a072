// Runs the app of an executable, or its `main` with arguments, on a large stack where it needs one.
//
// Starting the thread with that stack takes longer than most programs run, so that they are tried without it.

import { NO_FLAGS, splitFlags } from "../../runtime/flags.ts";
import type { Invocation } from "../../runtime/host.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import type { Ending, Wanted } from "../compiler.ts";
import { appOf, endingOf, mainOf } from "./endings.ts";
import type { Executable, Packed, Ran } from "./executable.ts";

/** Asks for functions of a program to be run in the thread with the large stack. */
export interface RunRequest {
  readonly kind: "run";
  readonly program: Packed;
  readonly functions: readonly string[];
  readonly invocation: Invocation;
  readonly skipped: number;
}

/** The door to that thread: hands plain data over and gives plain data back. */
export type Deep = (request: unknown) => Promise<unknown>;

/** What a run needs of the command that starts it. */
export interface Surroundings {
  readonly deep: Deep;
  /** Whether the program's log lines are coloured. */
  readonly coloured: boolean;
}

const NOTHING: Ran = { outcomes: [], written: 0 };

/** The outcomes of functions without parameters, in order; `flags` are the arguments of the program. */
export const runAll = async (
  executable: Executable,
  functions: readonly string[],
  { deep, coloured }: Surroundings,
  flags = NO_FLAGS,
): Promise<readonly Outcome[]> => {
  const invocation: Invocation = { flags, coloured };
  const { outcomes, written } = executable.needsDeepStack ? NOTHING : executable.run(functions, invocation);
  if (written === null) return outcomes;
  const left = functions.slice(outcomes.length);
  const request: RunRequest = {
    kind: "run",
    program: executable.packed(),
    functions: left,
    invocation,
    skipped: written,
  };
  return [...outcomes, ...((await deep(request)) as readonly Outcome[])];
};

export const runProgram = async (
  executable: Executable,
  { app, args }: Wanted,
  surroundings: Surroundings,
): Promise<Ending> => {
  const entry = args.length > 0 ? mainOf(executable.entries) : appOf(executable.entries, app);
  if ("kind" in entry) return entry;
  const [outcome] = await runAll(executable, [entry.function], surroundings, splitFlags(args));
  return endingOf(outcome!);
};
