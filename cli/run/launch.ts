// Runs the app of an executable, on a large stack where it needs one.
//
// Starting the thread with that stack takes longer than most programs run, so that they are tried without it.

import type { Outcome } from "../../runtime/outcome.ts";
import type { Ending } from "../compiler.ts";
import { appOf, endingOf, failed } from "./endings.ts";
import type { Executable, Packed, Ran } from "./executable.ts";

/** Asks for functions of a program to be run in the thread with the large stack. */
export interface RunRequest {
  readonly kind: "run";
  readonly program: Packed;
  readonly functions: readonly string[];
  readonly skipped: number;
}

/** The door to that thread: hands plain data over and gives plain data back. */
export type Deep = (request: unknown) => Promise<unknown>;

const NOTHING: Ran = { outcomes: [], written: 0 };

/** The outcomes of functions without parameters, in order. */
export const runAll = async (
  executable: Executable,
  functions: readonly string[],
  deep: Deep,
): Promise<readonly Outcome[]> => {
  const { outcomes, written } = executable.needsDeepStack ? NOTHING : executable.run(functions);
  if (written === null) return outcomes;
  const left = functions.slice(outcomes.length);
  const request: RunRequest = {
    kind: "run",
    program: executable.packed(),
    functions: left,
    skipped: written,
  };
  return [...outcomes, ...((await deep(request)) as readonly Outcome[])];
};

/** Runs the app of that name, null for the first. */
export const runApp = async (executable: Executable, name: string | null, deep: Deep): Promise<Ending> => {
  const app = appOf(executable.entries, name);
  if (typeof app === "string") return failed(app);
  const [outcome] = await runAll(executable, [app.function], deep);
  return endingOf(outcome!);
};
