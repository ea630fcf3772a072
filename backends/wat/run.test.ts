// Runs of small modules, and how they end.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { assemble } from "./assemble.ts";
import type { Metadata } from "./metadata.ts";
import { type Loaded, load, run } from "./run.ts";

const metadata: Metadata = {
  sites: [
    ["", -1],
    ["a.fuse", 12],
  ],
  ...{ types: [], labels: [], deep: false, once: false },
  entries: [
    { role: "app", name: "one", exported: "nothing", suspends: false, result: "nothing" },
    { role: "app", name: "two", exported: "result", suspends: false, result: "result" },
  ],
};

/** A program with the text `hi` at address 4096, and what is given. */
const program = async (code: string): Promise<Loaded> => {
  const wasm = await assemble(`(module
    (import "host" "host_print" (func $print (param i32)))
    (import "host" "panic_division" (func $division (param i32)))
    (import "host" "panic_memory" (func $memory (param i32)))
    (memory (export "memory") 1)
    (global $heap (export "heap") (mut i32) (i32.const 4128))
    (data (i32.const 4096) "\\00\\00\\00\\40\\01\\02\\01\\00\\02\\00\\00\\00\\00\\00\\00\\00hi")
    ${code})`);
  return load({ wasm, metadata });
};

const told = (loaded: Loaded, exported: string, skipped = 0) => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString("utf8");
    return bytes.length;
  });
  const host = quietHost({ output });
  return { ...run(loaded, exported, host, skipped), printed };
};

test("a program prints and ends; what it counts is told", async () => {
  const { outcome, printed, counters } = told(
    await program(`(func (export "nothing")
      (i32.store (i32.const 4132) (i32.const 0x0102))
      (global.set $heap (i32.const 4144))
      (call $print (i32.const 4096)))`),
    "nothing",
  );
  assert.equal(outcome, { kind: "ended" });
  assert.is(printed, "hi\n");
  assert.equal(counters, { live: 1, copies: 0 });
});

test("an Err at the end of an entry is an uncaught error, told by its text form", async () => {
  const code = (error: number) =>
    `(func (export "result") (result i32 i64) (i32.const ${error}) (i64.const 7))`;
  const uncaught = { kind: "uncaught", message: "hi", envelope: null };
  assert.equal(told(await program(code(4096)), "result").outcome, uncaught);
  assert.equal(told(await program(code(0)), "result").outcome, { kind: "ended" });
});

test("a panic is at the place that the program names; what was printed before is there", async () => {
  const { outcome, printed } = told(
    await program('(func (export "nothing") (call $print (i32.const 4096)) (call $division (i32.const 1)))'),
    "nothing",
  );
  assert.equal(outcome, { kind: "panic", message: "division by zero", path: "a.fuse", at: 12 });
  assert.is(printed, "hi\n");
});

test("each run starts with memory of its own", async () => {
  const loaded = await program(`(func (export "nothing")
    (if (i32.load (i32.const 8)) (then (call $memory (i32.const 0))))
    (i32.store (i32.const 8) (i32.const 1)))`);
  for (const _ of [1, 2]) assert.equal(told(loaded, "nothing").outcome, { kind: "ended" });
});

test("a run that overflows the stack can be told again, without what it has printed", async () => {
  const loaded = await program(`(func $down (export "nothing")
    (call $print (i32.const 4096))
    (call $down))`);
  const first = told(loaded, "nothing");
  assert.is(first.outcome.kind, "panic");
  assert.is(first.printed.length, first.overflow);
  const second = told(loaded, "nothing", first.overflow!);
  assert.is(second.printed.length, Math.max(0, second.overflow! - first.overflow!));
});

test("what is no failure of the program is an internal error", async () => {
  const { outcome } = told(await program('(func (export "nothing") (unreachable))'), "nothing");
  assert.match(JSON.stringify(outcome), "internal error");
});

test.run();
