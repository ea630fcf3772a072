// Runs an entry of a program to its end and says how it ended.

import { Raised } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import { brokenOff, ENDED, type Outcome, uncaught } from "../../runtime/outcome.ts";
import { schedulerOf } from "../../runtime/tasks.ts";
import { Result, type Value } from "../../runtime/values.ts";
import { operationsOf } from "./operations.ts";
import { load, type Program } from "./program.ts";
import { placeOf, type Run } from "./run.ts";
import { EntryRun } from "./strands.ts";
import { waitingIn } from "./waiting.ts";

/** Runs the function that an entry names. It takes no arguments. Output is flushed before the outcome is told. */
export const interpret = (program: Program, entry: string, host: Host): Outcome => {
  const scheduler = schedulerOf(host);
  const loaded = load(program);
  const waits = waitingIn(loaded.functions);
  const shared = { program: loaded, operations: operationsOf(host), scheduler, waits };
  const run = new EntryRun(shared, entry, [], 0);
  const outcome = settle(run, () => {
    scheduler.wake(run);
    scheduler.run(() => run.ended !== null);
    return ending(run.ended!.value);
  });
  return settle(run, () => {
    host.output.flush();
    return outcome;
  });
};

/** An entry that ends with an `Err` has an uncaught error (03, 10.2). */
const ending = (value: Value): Outcome =>
  value instanceof Result && !value.isOk ? uncaught(value.content) : ENDED;

/** The outcome, also of a run that ends by throwing. */
const settle = (run: Run, action: () => Outcome): Outcome => {
  try {
    return action();
  } catch (thrown) {
    const site = placeOf(run);
    run.frame = null;
    return thrown instanceof Raised
      ? settle(run, () => uncaught(thrown.value as Value))
      : brokenOff(thrown, site);
  }
};
