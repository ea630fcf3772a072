// Functions that may wait: they run on locals, and make a frame of these only when something does wait.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { frameOffsets, taskOffsets, taskStates, WAITING_FRAME } from "../../ir/memory.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { atom, taken } from "./atoms.ts";
import { CALLS, FRAME, SITE } from "./callees.ts";
import { levelsKept, startFunction, startValue, unknownCall, valueCall } from "./calls.ts";
import { get, type Instr, i32, load, op, store, tee, when } from "./code.ts";
import type { Context } from "./context.ts";
import { adopt, FrameLayout, type Kept, keptLocal, newFrame } from "./frames.ts";
import { resumingName } from "./function-table.ts";
import { CALLEE, Machine, STATE } from "./machine.ts";
import { partsOf } from "./representation.ts";
import { leave, statement } from "./statements.ts";
import { tokenName } from "./structs.ts";

export type SuspendingFunction = FormOf<ResumableGrammar, "Function", "Suspending">;
type State = NodeOf<ResumableGrammar, "State">;
type Suspension = NodeOf<ResumableGrammar, "Suspension">;

/** What outlasts a wait: the program's locals, and what the caller handed down besides. */
const keptBy = (context: Context, { kept }: SuspendingFunction): readonly Kept[] => [
  ...(context.callee.takesCalls ? [keptLocal(CALLS, "i32")] : []),
  ...(context.callee.takesSite ? [keptLocal(SITE, "i32")] : []),
  ...(context.module.waitsInLevels ? [levelsKept] : []),
  ...kept.flatMap((local) => {
    if (!context.types.has(local.id)) return [keptLocal(tokenName(local), "i32")];
    const names = context.namesOf(local);
    return partsOf(context.typeOf(local)).map(({ type }, i) => keptLocal(names[i]!, type));
  }),
];

/** The code of such a function. */
export const suspendingBody = (context: Context, fn: SuspendingFunction): readonly Instr[] => {
  const machine = new Machine(fn.states.map(({ number }) => number));
  context.machine = machine;
  context.variables.set(STATE, "i32").set(CALLEE, "i32");
  const states = machine.code(
    fn.states.map((state) => () => context.within(() => stateCode(context, machine, state))),
  );
  const frame = get(FRAME);
  const layout = new FrameLayout(keptBy(context, fn));
  const resume = context.module.table.place(resumingName(context.callee.name));
  return [
    when(frame, [
      ...layout.restore(frame),
      keptLocal(STATE, "i32").write(load("i32", frame, frameOffsets.state)),
    ]),
    states,
    when(op("i32.eqz", frame), newFrame(context, FRAME, layout, resume)),
    store("i32", frame, get(STATE), frameOffsets.state),
    ...layout.save(frame),
    when(get(CALLEE), [adopt(get(CALLEE), frame)], [store("i32", i32(0), frame, WAITING_FRAME)]),
    op("return", frame),
  ];
};

const stateCode = (context: Context, machine: Machine, { statements, end }: State): void => {
  for (const each of statements) statement(context, each, null);
  context.at = end.at;
  context.into = null;
  switch (end.kind) {
    case "Go":
      fallTo(context, machine, end.state);
      break;
    case "Branch":
      choose(context, machine, atom(context, end.condition)[0]!, end.whenTrue, end.whenFalse);
      break;
    case "Leave":
      context.noteAt(end.at);
      context.at = end.at;
      leave(context, end);
      break;
    case "Wait":
      context.noteAt(end.at);
      waitFor(context, machine, end.on, end.next);
      break;
  }
};

const fallTo = (context: Context, machine: Machine, state: number): void => {
  if (!machine.isNext(state)) context.emit(...machine.goTo(state));
};

const choose = (
  context: Context,
  machine: Machine,
  condition: Instr,
  whenTrue: number,
  whenFalse: number,
): void => {
  if (machine.isNext(whenTrue)) context.emit(when(op("i32.eqz", condition), machine.goTo(whenFalse)));
  else {
    context.emit(when(condition, machine.goTo(whenTrue)));
    fallTo(context, machine, whenFalse);
  }
};

const waitFor = (context: Context, machine: Machine, on: Suspension, next: number): void => {
  context.at = on.at;
  const waits = machine.wait(next);
  switch (on.kind) {
    case "TaskEnd": {
      const [task] = atom(context, on.task);
      const isRunning = op("i32.eq", load("i32", task!, taskOffsets.state), i32(taskStates.running));
      const number = load("i32", task!, taskOffsets.number);
      context.emit(when(isRunning, [context.runtime("task_wait", number), ...waits]));
      break;
    }
    case "Time":
      context.run("time_sleep", atom(context, on.milliseconds)[0]!, context.site());
      context.emit(...waits);
      return;
    default:
      context.emit(when(tee(CALLEE, started(context, on)), waits));
  }
  fallTo(context, machine, next);
};

type Calls = Exclude<Suspension, { readonly kind: "TaskEnd" | "Time" }>;

/** Calls what may wait. */
const started = (context: Context, on: Calls): Instr => {
  switch (on.kind) {
    case "Call": {
      const callee = context.module.callees.get(on.function)!;
      const args = on.args.flatMap((each, i) =>
        callee.borrowed[i] ? atom(context, each) : taken(context, each),
      );
      return startFunction(context, callee, args);
    }
    case "CallValue": {
      const args = on.args.map((each) => taken(context, each));
      return startValue(context, valueCall(on, atom(context, on.callee), args));
    }
    case "CallUnknown": {
      const args = [atom(context, on.callee), taken(context, on.args)];
      return startValue(context, unknownCall(context, args));
    }
  }
};
