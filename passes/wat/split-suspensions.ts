// split-suspensions: a function that may wait becomes a state machine, each state of which ends where it waits.
//
// Control flow in which something waits is flattened, so that the function can be entered behind the wait; loops and
// branches in which nothing does stay as they are. (State machines of asynchronous functions as in C# and Rust.)

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { Owned } from "../../ir/owned.ts";
import { Resumable } from "../../ir/resumable.ts";
import { statesOf } from "./suspension/flatten.ts";
import { keptIn } from "./suspension/kept.ts";
import type { OwnedFn, PromptFn, SuspendingFn } from "./suspension/nodes.ts";
import { type Waiting, waitingIn } from "./suspension/points.ts";

/** Nothing in such a function waits: it stays as it is. */
const isPrompt = (fn: OwnedFn): fn is OwnedFn & PromptFn => !fn.suspends;

const split = (
  { at, id, name, path, counts, params, result, body }: OwnedFn,
  waiting: Waiting,
): SuspendingFn => {
  const states = statesOf(body, waiting);
  const kept = keptIn(
    states,
    params.map(({ local }) => local),
  );
  return { kind: "Suspending", at, id, name, path, counts, params, result, kept, states };
};

export const splitSuspensions = pass({
  name: "split-suspensions",
  purpose: "Makes state machines of the functions that may wait.",
  from: Owned,
  to: Resumable,
  run: (program) => {
    const { functions } = program;
    const waiting = waitingIn(functions);
    return right({
      ...program,
      functions: functions.map((fn) => (isPrompt(fn) ? fn : split(fn, waiting))),
    });
  },
});
