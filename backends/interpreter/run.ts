// The state of one run: what is counted, where it stands, and the frames of active functions.

import type { Value } from "../../runtime/values.ts";
import type { Operations } from "./operations.ts";
import type { Fn, Loaded } from "./program.ts";

/** One run of an entry. */
export class Run {
  readonly program: Loaded;
  readonly operations: Operations;
  /** Active calls of recursive functions, and of those that go through a value. */
  calls = 0;
  levels = 0;
  /** The frame and the position of the operation under way: where a failure is, if it comes now. */
  frame: Frame | null = null;
  at = -1;
  constructor(program: Loaded, operations: Operations) {
    this.program = program;
    this.operations = operations;
  }
}

/** An active function: its locals by `Local.id`, and its result once it has one. */
export class Frame {
  readonly run: Run;
  readonly fn: Fn;
  readonly locals: Value[];
  result: Value = undefined;
  constructor(run: Run, fn: Fn, locals: Value[]) {
    this.run = run;
    this.fn = fn;
    this.locals = locals;
  }
}
