// The state of one run: what is counted, where it stands, and the frames of active functions.

import { NO_PLACE } from "../../ir/derived.ts";
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
  /** The innermost active call. */
  frame: Frame | null = null;
  constructor(program: Loaded, operations: Operations) {
    this.program = program;
    this.operations = operations;
  }
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
export const placeOf = ({ frame }: Run): { readonly path: string; readonly at: number } => {
  let active = frame;
  while (active && active.at === NO_PLACE) active = active.caller;
  return active ? { path: active.fn.path, at: active.at } : { path: "", at: -1 };
};
