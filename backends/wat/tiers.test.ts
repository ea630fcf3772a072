// Hints for the host's compilers, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "./assemble.ts";
import { moduleOf, withHints } from "./tiers.ts";

const text = `(module
  (func $plain (result i32) (i32.const 7))
  (func $again (export "again") (param i32) (result i32)
    (loop $l (local.set 0 (i32.sub (local.get 0) (i32.const 1))) (br_if $l (local.get 0)))
    (call $plain))
  (func $late))`;

const fn = (name: string, body: Parameters<typeof withHints>[1][number]["body"]) => ({
  ...({ kind: "Function", at: 0, name, note: "", exported: null } as const),
  ...{ params: [], results: [], locals: [], body },
});
const plain = fn("plain", []);
const again = fn("again", [{ kind: "Loop", at: 0, label: "l", body: [] }]);

test("functions with loops are optimised when they are first called", async () => {
  const wasm = await assemble(text);
  const hinted = Buffer.from(withHints(wasm, [plain, again]));
  const hints = hinted.indexOf("compilationHints") + "compilationHints".length;
  assert.equal([...hinted.subarray(hints, hints + 4)], [3, 0b000001, 0b101001, 0b000001]);
  const { exports } = new WebAssembly.Instance(moduleOf(hinted), {});
  assert.is((exports.again as (n: number) => number)(3), 7);
});

test("a module without such functions needs no hints", async () => {
  const wasm = await assemble(text);
  assert.is(withHints(wasm, [plain]), wasm);
});

test.run();
