// Counting what is not free.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { objectKinds } from "../../ir/memory.ts";
import { liveObjects } from "./live.ts";
import { HEAP, newPrelude } from "./prelude/testing.ts";

test("objects of all classes are counted until they are free, and again when they are made anew", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const live = (): number => liveObjects(prelude.view.buffer as ArrayBuffer, HEAP, prelude.counter("heap"));
  const sizes = [8, 16, 17, 1024, 1025, 5000];
  const objects = sizes.map((size) => run.alloc_sized!(size, objectKinds.Bytes));
  assert.is(live(), sizes.length);
  for (const each of objects) run.release!(each);
  assert.is(live(), 0);
  run.alloc_sized!(20, objectKinds.Bytes);
  assert.is(live(), 1);
});

test.run();
