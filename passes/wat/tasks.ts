// Tasks: a task is made with a frame that holds what its function takes; when the frame has its turn, the function runs,
// and what it gives stands in the task then.

import type { FormOf } from "../../ir/framework/language.ts";
import { frameOffsets, slotKinds, slotOf, TASK_SIZE, taskOffsets, taskStates } from "../../ir/memory.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { plain, type Type, type TypeOf, task as taskOf } from "../../ir/types.ts";
import { CALLS, type Callee, FRAME, SITE } from "./callees.ts";
import { callFunction, LEVELS, startFunction } from "./calls.ts";
import { get, type Instr, i32, load, op, opWith, set, store, tee, UNREACHABLE, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { dropReference, dup } from "./counts.ts";
import { adopt, FrameLayout, keptLocal, newFrame } from "./frames.ts";
import { taskName } from "./function-table.ts";
import { CALLEE } from "./machine.ts";
import { arrivedParts } from "./results.ts";
import { fromMemory, storeResult } from "./slots.ts";
import { metaOf } from "./types.ts";

type Expr<K extends keyof ResumableGrammar["Expr"]> = FormOf<ResumableGrammar, "Expr", K>;

const TASK = "task";
const CONTENT = 16;

/** The frame that begins a task keeps the task, what is handed down, and the arguments. */
const beginning = ({ params }: Callee): FrameLayout =>
  new FrameLayout([
    ...[TASK, CALLS, SITE].map((name) => keptLocal(name, "i32")),
    ...params.map((type, i) => keptLocal(argument(i), type)),
  ]);
const argument = (position: number): string => `argument.${position}`;

/** What a task gives in the end. */
const outcomeOf = (result: Type): TypeOf<"Result"> => {
  const known = plain(result);
  if (known.kind !== "Result") throw new Error(`a task that gives ${result.text}`);
  return known;
};

/** A new task. It is held by who makes it, and by its frame until it has ended. */
export const spawn = (context: Context, node: Expr<"Spawn">, args: Parts): Parts => {
  const { callees, table, spawned } = context.module;
  const callee = callees.get(node.function)!;
  spawned.add(node.function);
  const layout = beginning(callee);
  const value = plain(node.type);
  const detail = slotKinds[value.kind === "Task" ? slotOf(value.value) : "tagged"].number;
  const task = context.temporary("i32", TASK);
  const frame = context.temporary("i32", FRAME);
  const given = [get(task), context.calls(), context.site(), ...args];
  context.emit(
    set(task, context.runtime("alloc", i32(metaOf("Task", TASK_SIZE, detail)))),
    store("i32", get(task), i32(2)),
    store("i32", get(task), i32(taskStates.running), taskOffsets.state),
    ...newFrame(context, frame, layout, table.place(taskName(callee.name))),
    adopt(get(frame), i32(0)),
    store("i32", get(frame), i32(0), frameOffsets.state),
    ...layout.places.map(({ type, offset }, i) => store(type, get(frame), given[i]!, offset)),
    store("i32", get(task), context.runtime("task_spawn", get(task), get(frame)), taskOffsets.number),
  );
  return [get(task)];
};

/** Runs the function of a task in the frame that begins it; 0 when it has ended, else the frame. */
export const taskBody = (context: Context, callee: Callee, result: Type): readonly Instr[] => {
  const frame = get(FRAME);
  const layout = beginning(callee);
  for (const name of [TASK, CALLS, SITE]) context.variables.set(name, "i32");
  callee.params.forEach((type, i) => {
    context.variables.set(argument(i), type);
  });
  const outcome = outcomeOf(result);
  return context.within(() => {
    context.emit(...layout.restore(frame));
    const parts = callee.suspends
      ? resumable(context, callee)
      : callFunction(context, callee, argumentsOf(callee));
    const held = parts.map((part, i) => context.kept(part, callee.results[i]!));
    storeResult(context, outcome.ok, get(TASK), held);
    const reference = { value: get(TASK), type: taskOf(outcome.ok), nullable: false, tagged: false };
    dropReference(context, reference);
    context.emit(op("return", i32(0)));
  });
};

const argumentsOf = ({ params }: Callee): Parts => params.map((_, i) => get(argument(i)));

/** Calls the function when the frame has its first turn; when it has another, the function has ended. */
const resumable = (context: Context, callee: Callee): Parts => {
  const frame = get(FRAME);
  context.variables.set(CALLEE, "i32");
  const first = context.within(() => {
    if (context.module.waitsInLevels) context.emit(opWith("global.set", [`$${LEVELS}`], i32(0)));
    const status = tee(CALLEE, startFunction(context, callee, argumentsOf(callee)));
    context.emit(
      when(status, [
        adopt(get(CALLEE), frame),
        store("i32", frame, i32(1), frameOffsets.state),
        op("return", frame),
      ]),
    );
  });
  context.emit(when(op("i32.eqz", load("i32", frame, frameOffsets.state)), first));
  return arrivedParts(callee.results);
};

/** The Result of a task that has ended, with an owner of its own; or what it ended with otherwise. */
export const outcome = (context: Context, { type }: Expr<"Outcome">, [task]: Parts): Parts => {
  const held = context.shared(task!, "i32");
  const hasFailed = op("i32.eq", load("i32", held, taskOffsets.state), i32(taskStates.failed));
  const failure = context.runtime("task_failure", load("i32", held, taskOffsets.number));
  context.emit(when(hasFailed, [failure, UNREACHABLE]));
  const { ok } = outcomeOf(type);
  if (plain(ok).kind === "Unknown") return unknownOutcome(context, held);
  const parts = fromMemory(context, type, held);
  dup(context, type, parts);
  return parts;
};

/** The task may be of any type: how its value stands there is told by itself. */
const unknownOutcome = (context: Context, task: Instr): Parts => {
  const [error, value] = [context.temporary("i32", "error"), context.temporary("i32", "value")];
  const detail = opWith("i32.load16_u", ["offset=6"], task);
  const content = op("i32.add", task, i32(CONTENT));
  const isOk = load("i32", task, taskOffsets.state);
  const tagged = i32(slotKinds.tagged.number);
  context.emit(
    when(
      isOk,
      [set(value, context.runtime("unknown_from_slot", detail, content)), set(error, i32(0))],
      [set(error, context.runtime("unknown_from_slot", tagged, content)), set(value, i32(0))],
    ),
  );
  return [get(error), get(value)];
};
