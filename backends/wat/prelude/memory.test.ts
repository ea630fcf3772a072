// Memory and counts of references in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { classOf, functionOffsets, objectKinds, slotKinds } from "../../../ir/memory.ts";
import { DEBUG_LINE, type RuntimeFunction, runtimeFunctions } from "../../../ir/wat-runtime.ts";
import { library } from "../prelude.ts";
import { defined, isLasting, newPrelude, thrown } from "./testing.ts";

const listed = Object.entries<RuntimeFunction>(runtimeFunctions).filter(
  ([, { from }]) => from === "run-time",
);

const typesIn = (head: string, word: string): readonly string[] =>
  [...head.matchAll(new RegExp(`\\(${word}(?: \\$\\w+)?((?: \\w+)+)\\)`, "g"))].flatMap(([, types]) =>
    types!.trim().split(" "),
  );

test("the functions have the types that the table says", () => {
  for (const [name, { params, results }] of listed) {
    const [head = ""] = defined.get(name)!.split("\n");
    assert.equal([typesIn(head, "param"), typesIn(head, "result")], [params, results], name);
  }
});

test("lines that count for debugging stand by themselves", () => {
  const parts = (text: string, part: string): number => text.split(part).length;
  const lines = library.split("\n").filter((line) => line.endsWith(DEBUG_LINE));
  assert.ok(lines.length > 0);
  for (const line of lines) assert.is(parts(line, "("), parts(line, ")"), line);
});

test("sizes have the classes that the compiler reckons with", async () => {
  const { run } = await newPrelude();
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 2 ** 31 - 1 }), (size) => {
      const sizeClass = run.class_of!(size);
      assert.is(sizeClass, classOf(size));
      assert.ok(run.size_of_class!(sizeClass) >>> 0 >= size);
      assert.ok(run.size_of_class!(sizeClass - 1) >>> 0 < size);
    }),
  );
});

test("memory of the same class is used again", async () => {
  const { run } = await newPrelude();
  const first = run.alloc_sized!(40, 1);
  run.drop!(first);
  assert.is(run.alloc_sized!(33, 1), first);
  assert.is.not(run.alloc_sized!(48, 1), first);
});

test("objects never overlap, and all memory comes back", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 16, max: 5000 }), { maxLength: 60 }), (sizes) => {
      const objects = sizes.map((size) => ({ size, at: run.alloc_sized!(size, objectKinds.Bytes) }));
      objects.sort((a, b) => a.at - b.at);
      objects.forEach(({ at, size }, i) => {
        assert.is(at % 8, 0);
        assert.ok(i + 1 === objects.length || at + size <= objects[i + 1]!.at);
      });
      for (const { at } of objects) run.drop!(at);
      assert.is(prelude.live, 0);
    }),
  );
});

test("memory grows, and when there is none left nothing has changed", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const large = run.alloc_sized!(2 ** 27, objectKinds.Bytes);
  assert.ok(prelude.view.byteLength > 2 ** 27);
  const heap = prelude.counter("heap");
  assert.is(
    thrown(() => run.alloc_sized!(2 ** 28, objectKinds.Bytes)),
    "panic_memory 0",
  );
  assert.is(
    thrown(() => run.alloc_sized!(-1, objectKinds.Bytes)),
    "panic_memory 0",
  );
  assert.is(prelude.counter("heap"), heap);
  assert.is(prelude.live, 1);
  run.drop!(large);
  assert.is(run.alloc_sized!(2 ** 27, objectKinds.Bytes), large);
});

test("a chain of a million cells is freed without recursion", async () => {
  const prelude = await newPrelude();
  let chain = 0;
  for (let i = 0; i < 1_000_000; i++) chain = prelude.pair(chain, 1);
  assert.is(prelude.live, 1_000_000);
  prelude.run.drop!(chain);
  assert.is(prelude.live, 0);
});

test("what another holds stays", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const text = prelude.text("kept");
  const pair = prelude.pair(text, prelude.text("lost"));
  run.dup!(text);
  run.drop!(pair);
  assert.is(prelude.live, 1);
  assert.is(prelude.textOf(text), "kept");
});

test("copies of structs and lists share their members", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const text = prelude.text("both");
  for (const make of [() => prelude.pair(text, 7), () => prelude.list("reference", [text])]) {
    const first = make();
    run.dup!(first);
    const second = run.unshare!(first);
    assert.is.not(second, first);
    assert.equal([prelude.owners(first), prelude.owners(second), prelude.owners(text)], [1, 1, 2]);
    assert.is(run.unshare!(second), second);
    run.dup!(text);
    run.drop!(first);
    run.drop!(second);
    assert.is(prelude.owners(text), 1);
  }
  assert.is(prelude.counter("copies"), 2);
});

test("null and function values without captures may be given up as often as one likes", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const lasting = objectKinds.Function | (2 << 8) | (slotKinds.unit.number << 16);
  for (const object of [0, run.alloc!(lasting)]) {
    prelude.setWord(object, 1);
    run.drop!(object);
    assert.ok(isLasting(prelude.owners(object)));
  }
});

test("a function value is freed with what it captured", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const value = run.alloc!(objectKinds.Function | (2 << 8) | (slotKinds.reference.number << 16));
  prelude.setWord(value + functionOffsets.captured, prelude.text("captured"));
  assert.is(prelude.live, 2);
  run.drop!(value);
  assert.is(prelude.live, 0);
});

test.run();
