// The state of a run: what its strands share, and of each strand what is counted, where it stands, and its active calls.

import { NO_PLACE } from "../../ir/derived.ts";
import type { Site } from "../../runtime/failures.ts";
import type { Scheduler, Strand } from "../../runtime/scheduler.ts";
import type { Task, Value } from "../../runtime/values.ts";
import type { Operations } from "./operations.ts";
import type { Fn, Loaded } from "./program.ts";
import type { Waits } from "./waiting.ts";

/** What all strands of a run have in common. */
export interface Shared {
  readonly program: Loaded;
  readonly operations: Operations;
  readonly scheduler: Scheduler;
  /** Whether the evaluation of a node of a function that suspends may wait. */
  readonly waits: Waits;
}

/** One strand of a run: its entry, or a task. */
export abstract class Run implements Strand {
  readonly shared: Shared;
  /** Active calls of recursive functions, and of those that go through a value. */
  calls: number;
  levels = 0;
  /** The innermost active call. */
  frame: Frame | null = null;
  constructor(shared: Shared, calls: number) {
    this.shared = shared;
    this.calls = calls;
  }
  abstract turn(): void;
  /** A task that will run the function, which counts on from here. */
  abstract spawn(id: string, args: readonly Value[]): Task;
}

/** An active call: its locals by `Local.id`, and its result once it has one. */
export class Frame {
  readonly run: Run;
  readonly fn: Fn;
  readonly locals: Value[];
  readonly caller: Frame | null;
  /** The position of its operation under way. */
  at = NO_PLACE;
  result: Value = undefined;
  constructor(run: Run, fn: Fn, locals: Value[], caller: Frame | null) {
    this.run = run;
    this.fn = fn;
    this.locals = locals;
    this.caller = caller;
  }
}

/**
 * Where a failure is, if it comes now: what has no position of its own (in derived functions) fails where the innermost
 * active call that has one stands.
 */
export const placeOf = ({ frame }: Run): Site => {
  let active = frame;
  while (active && active.at === NO_PLACE) active = active.caller;
  return active ? { path: active.fn.path, at: active.at } : { path: "", at: -1 };
};
