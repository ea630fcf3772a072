// Runs an entry of a program to its end and says how it ended.

import { envelopeOf } from "../../runtime/envelope.ts";
import { Failure, hostPanic, OutputClosed, Panic, Raised } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import { textOf } from "../../runtime/text.ts";
import { Result, type Value } from "../../runtime/values.ts";
import { callFunction, callUnknown } from "./evaluate.ts";
import { operationsOf } from "./operations.ts";
import { load, type Program } from "./program.ts";
import { Run } from "./run.ts";

/**
 * How a run ended (03, section 10); plain data, so that a worker can send it. `path` is the file and `at` the span of
 * the expression that failed; the empty path and -1 where that is not known.
 */
export type Outcome =
  | { readonly kind: "ended" }
  | {
      readonly kind: "failure";
      readonly code: string;
      readonly message: string;
      readonly path: string;
      readonly at: number;
    }
  /** An error value that nobody took: its text form, and its envelope as JSON if its type has one. */
  | { readonly kind: "uncaught"; readonly message: string; readonly envelope: string | null }
  | { readonly kind: "panic"; readonly message: string; readonly path: string; readonly at: number };

/** Runs the function that an entry names. It takes no arguments. Output is flushed before the outcome is told. */
export const interpret = (program: Program, entry: string, host: Host): Outcome => {
  const run: Run = new Run(
    load(program),
    operationsOf(host, (callee, args) => callUnknown(run, callee, args)),
  );
  const outcome = settle(run, () => ending(callFunction(run, entry, [])));
  return settle(run, () => {
    host.output.flush();
    return outcome;
  });
};

/** An entry that ends with an `Err` has an uncaught error (03, 10.2). */
const ending = (value: Value): Outcome =>
  value instanceof Result && !value.isOk ? uncaught(value.content) : { kind: "ended" };

const uncaught = (error: Value): Outcome => ({
  kind: "uncaught",
  message: textOf(error),
  envelope: envelopeOf(error),
});

/** The outcome, also of a run that ends by throwing. */
const settle = (run: Run, action: () => Outcome): Outcome => {
  try {
    return action();
  } catch (thrown) {
    if (thrown instanceof OutputClosed) return { kind: "ended" };
    if (thrown instanceof Raised) return settle(run, () => uncaught(thrown.value as Value));
    const site = { path: run.frame?.fn.path ?? "", at: run.at };
    if (thrown instanceof Failure)
      return { kind: "failure", code: thrown.code, message: thrown.message, ...site };
    const { message } = thrown instanceof Panic ? thrown : hostPanic(thrown);
    return { kind: "panic", message, ...site };
  }
};
