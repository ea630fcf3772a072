// Shows how a command can fail: problems, panics, and the ways a run can end.

import { isStackOverflow } from "../../runtime/failures.ts";
import type { Ending, Place, Problem } from "../compiler.ts";
import { fileProblem, UNKNOWN_PASS } from "../problem.ts";
import { placeFinder, type SourceFiles, showPlace } from "./diagnostics.ts";
import { jsonLine } from "./json-line.ts";
import type { Reporter } from "./reporter.ts";

export const PANIC = 101;

/** The payload that stands for a failure of the program in JSON mode. */
const payload = (code: string, message: string): string =>
  jsonLine({
    error: {
      code: "validation_error",
      message: "validation failed",
      fields: [{ path: "$", code, message }],
    },
  }).trimEnd();

/** Shows the problem and gives the exit status it stands for; a defect is shown like a panic of the program. */
export const reportProblem = (reporter: Reporter, { message, code, defect }: Problem): number => {
  if (!defect) {
    reporter.message("error", message, code);
    return code === UNKNOWN_PASS ? 2 : 1;
  }
  reporter.verbatim(reporter.json ? payload("runtime_panic", message) : `panic: ${message}`);
  return PANIC;
};

/** Whether a text could not be written to an open file or stream: a full disk is no defect of ours. */
const isWriteError = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown as NodeJS.ErrnoException).syscall === "write";

/** Turns what was thrown against all intentions into a problem, without the host's stack trace. */
export const defectOf = (thrown: unknown): Problem => {
  if (isWriteError(thrown)) return fileProblem("write", "the output", thrown);
  const message = isStackOverflow(thrown)
    ? "the program is nested too deeply"
    : `internal error: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  return { message, code: null, defect: true };
};

/** Shows how a run ended and gives its exit status. */
export const reportEnding = (reporter: Reporter, ending: Ending, files: SourceFiles): number => {
  switch (ending.kind) {
    case "done":
      return 0;
    case "problem":
      return reportProblem(reporter, ending.problem);
    case "rejected":
      reporter.verbatim(ending.envelope);
      return 2;
    case "panicked":
      reportPanic(reporter, ending, files);
      return PANIC;
    case "failed":
      reportFailure(reporter, ending, files);
      return 1;
  }
};

const show = (files: SourceFiles, place: Place | null): string | null => {
  const location = place && placeFinder(files)(place);
  return place && location && showPlace(files.folder, place, location);
};

const reportPanic = (
  reporter: Reporter,
  { message, place }: { readonly message: string; readonly place: Place | null },
  files: SourceFiles,
): void => {
  const where = show(files, place);
  const line = where === null ? `panic: ${message}` : `panic: ${message} (${where})`;
  reporter.verbatim(reporter.json ? payload("runtime_panic", message) : line);
};

const reportFailure = (
  reporter: Reporter,
  { message, code, envelope, place }: Extract<Ending, { kind: "failed" }>,
  files: SourceFiles,
): void => {
  if (reporter.json) {
    reporter.verbatim(envelope ?? payload(code, message));
    return;
  }
  const where = show(files, place);
  reporter.verbatim(`${reporter.paint("error", "run error:")} ${envelope ?? message}`);
  if (where !== null) reporter.verbatim(`  at ${where}`);
};
