// The step lines around the work of a command.

import type { CommandName } from "../call/commands.ts";
import { defectOf, reportProblem } from "./failures.ts";
import type { Reporter } from "./reporter.ts";

/** Frames work with step lines; a defect within it becomes a panic. */
export const framed = async (
  reporter: Reporter,
  command: CommandName,
  work: () => number | Promise<number>,
): Promise<number> => {
  reporter.step(command, "start");
  let status: number;
  try {
    status = await work();
  } catch (thrown) {
    status = reportProblem(reporter, defectOf(thrown));
  }
  reporter.step(command, status === 0 ? "ok" : status === 2 ? "validation failed" : "failed");
  return status;
};
