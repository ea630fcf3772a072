// Tasks as values: how strands wait for them, and how they end (03, section 12).

import { Broken, Failure } from "./failures.ts";
import type { Host } from "./host.ts";
import { Scheduler, type Strand } from "./scheduler.ts";
import type { Int, Result, Task } from "./values.ts";

/** The scheduler of a run; what was printed is seen before a pause begins. */
export const schedulerOf = ({ timer, output }: Host): Scheduler =>
  new Scheduler({
    now: timer.now,
    pause: (milliseconds) => {
      output.flush();
      timer.pause(milliseconds);
    },
  });

/** What is known of the end of a task: its Result; throws what ended it otherwise; null while it runs. */
export const resultOf = ({ outcome }: Task): Result | null => {
  if (outcome instanceof Broken) throw outcome;
  return outcome;
};

/** The task has ended; those that wait for it are ready. */
export const settle = (task: Task, outcome: Result | Broken, scheduler: Scheduler): void => {
  task.outcome = outcome;
  for (const strand of task.waiting.splice(0)) scheduler.wake(strand);
};

/** The strand sleeps; fails where time should go backwards. */
export const sleep = (scheduler: Scheduler, strand: Strand, milliseconds: Int): void => {
  if (milliseconds < 0)
    throw new Failure("runtime_invalid_arguments", `time.sleep takes no negative time, got ${milliseconds}`);
  scheduler.sleep(strand, Number(milliseconds));
};
