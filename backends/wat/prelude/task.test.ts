// Boxes and tasks in the run-time part: what they hold is freed with them.

import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  BOX_CONTENT,
  BOX_SIZE,
  objectKinds,
  type SlotKind,
  slotKinds,
  TASK_SIZE,
  taskOffsets,
  taskStates,
} from "../../../ir/memory.ts";
import { newPrelude, type Prelude } from "./testing.ts";

const CONTENT = 16;

const object = ({ run }: Prelude, kind: "Box" | "Task", size: number, slot: SlotKind): number =>
  run.alloc_sized!(size, objectKinds[kind] | (slotKinds[slot].number << 16));

test("a box is freed with its content", async () => {
  const prelude = await newPrelude();
  const box = object(prelude, "Box", BOX_SIZE, "reference");
  prelude.setWord(box + BOX_CONTENT, prelude.text("content"));
  prelude.run.drop!(box);
  const numbers = object(prelude, "Box", BOX_SIZE, "int");
  prelude.setWord(numbers + BOX_CONTENT, numbers);
  prelude.run.drop!(numbers);
  assert.is(prelude.live, 0);
});

test("a task that ended well is freed with its value or error", async () => {
  const prelude = await newPrelude();
  for (const state of ["ok", "err"] as const) {
    const task = object(prelude, "Task", TASK_SIZE, state === "ok" ? "tagged" : "int");
    prelude.setWord(task + taskOffsets.state, taskStates[state]);
    prelude.setWord(task + CONTENT, prelude.text(state));
    prelude.run.drop!(task);
    assert.is(prelude.live, 0);
  }
});

test("others hold nothing", async () => {
  const prelude = await newPrelude();
  for (const state of ["running", "failed"] as const) {
    const task = object(prelude, "Task", TASK_SIZE, "reference");
    prelude.setWord(task + taskOffsets.state, taskStates[state]);
    prelude.setWord(task + CONTENT, 12345);
    prelude.run.drop!(task);
    assert.is(prelude.live, 0);
  }
});

test("their kinds have names", async () => {
  const prelude = await newPrelude();
  for (const [kind, size] of [["Box", BOX_SIZE] as const, ["Task", TASK_SIZE] as const]) {
    const value = object(prelude, kind, size, "unit");
    assert.is(prelude.textOf(prelude.run.unknown_kind!(value)), kind);
  }
});

test.run();
