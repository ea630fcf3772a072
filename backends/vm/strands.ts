// The strands of a run on the machine: its entry, and the tasks that it and they make (03, section 12).

import { type Broken, brokenAt, OutputClosed } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import type { Strand } from "../../runtime/scheduler.ts";
import { schedulerOf, settle } from "../../runtime/tasks.ts";
import { type Result, Task, type Value } from "../../runtime/values.ts";
import { type Beginning, Fiber, ROOMY, SMALL } from "./fiber.ts";
import { drop, dup } from "./heap.ts";
import { FUNCTION, type Loaded } from "./load.ts";
import { run } from "./machine.ts";
import type { Running } from "./running.ts";
import { siteOf } from "./site.ts";

/** The program made ready to run on a host. */
export const running = (loaded: Loaded, host: Host): Running => {
  const scheduler = schedulerOf(host);
  const program: Running = {
    ...loaded,
    scheduler,
    spawn: (callee, depth) => {
      const fiber = new TaskFiber(program, callee, depth);
      scheduler.wake(fiber);
      return fiber;
    },
  };
  return program;
};

const beginningOf = ({ functions }: Loaded, callee: number): Beginning => ({
  pc: functions[callee * FUNCTION]!,
  numbers: functions[callee * FUNCTION + 1]!,
  references: functions[callee * FUNCTION + 2]!,
});

/** The function of that number, run to its end; its result, if that is a reference, is the caller's own. */
export const runEntry = (program: Running, fiber: Fiber): Value => {
  let ended = false;
  const strand: Strand = {
    turn: () => {
      ended = run(program, fiber, strand);
    },
  };
  program.scheduler.wake(strand);
  program.scheduler.run(() => ended);
  return fiber.result;
};

/** A fiber for the function of that number, which takes no arguments. */
export const entryFiber = (program: Loaded, callee: number): Fiber =>
  new Fiber(beginningOf(program, callee), ROOMY);

/** The fiber of a task, which keeps whatever it ends with. While it runs, it holds its task. */
export class TaskFiber extends Fiber implements Strand {
  readonly task = new Task();
  private readonly program: Running;
  constructor(program: Running, callee: number, depth: number) {
    super(beginningOf(program, callee), SMALL, depth);
    this.program = program;
    dup(this.task);
  }
  turn(): void {
    try {
      if (run(this.program, this, this)) this.end(this.result as Result);
    } catch (thrown) {
      if (thrown instanceof OutputClosed) throw thrown;
      this.end(brokenAt(thrown, siteOf(this.program.image, this)));
    }
  }
  private end(outcome: Result | Broken): void {
    settle(this.task, outcome, this.program.scheduler);
    drop(this.task);
  }
}
