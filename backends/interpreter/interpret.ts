// Runs an entry of a program to its end and says how it ended.

import { envelopeOf } from "../../runtime/envelope.ts";
import { Failure, hostPanic, OutputClosed, Panic, Raised } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { textOf } from "../../runtime/text.ts";
import { Result, type Value } from "../../runtime/values.ts";
import { callFunction, callUnknown } from "./evaluate.ts";
import { operationsOf } from "./operations.ts";
import { load, type Program } from "./program.ts";
import { placeOf, Run } from "./run.ts";

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
    const site = placeOf(run);
    run.frame = null;
    if (thrown instanceof Raised) return settle(run, () => uncaught(thrown.value as Value));
    if (thrown instanceof Failure)
      return { kind: "failure", code: thrown.code, message: thrown.message, ...site };
    const { message } = thrown instanceof Panic ? thrown : hostPanic(thrown);
    return { kind: "panic", message, ...site };
  }
};
