// Programs with what they need of the run-time part.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "./assemble.ts";
import { link, type WatProgram } from "./link.ts";
import { library } from "./prelude.ts";

type Import = WatProgram["imports"][number];

const imported = (from: string, name: string, ...params: Import["params"]): Import => ({
  ...{ kind: "Import", at: 0, from, name, params, results: [] },
});

const program = (...imports: readonly Import[]): WatProgram => ({
  ...{ kind: "Program", at: 0, sources: [], types: [], imports, globals: [], functions: [], table: [] },
  ...{ data: [], heap: 4096, entries: [], sites: [], labels: [] },
});

const small = `
;; adds
(global $sum (mut i32) (i32.const 0))
(func $never (call $panic_memory (i32.const 0)))
(func $leaf (param i32)
  (count) ;; debug
  (global.set $sum (local.get 0)))
(func $branch (param i32) (call $leaf (local.get 0)) (call $panic_overflow (i32.const 0)))
`;

const names = (text: string): readonly string[] =>
  [...text.matchAll(/\((?:func|global) \$(\w+)/g)].map(([, name]) => name!);

test("what is reached is taken over, in the order of the run-time part; the host's functions are imported", () => {
  const text = link(program(imported("run-time", "branch", "i32")), small, false);
  assert.equal(names(text), ["panic_overflow", "heap", "sum", "leaf", "branch"]);
  assert.match(text, ";; adds");
  assert.not.match(text, "count");
});

test("lines for debugging stay where that is wished", () => {
  assert.match(link(program(imported("run-time", "leaf", "i32")), small, true), "(count)");
});

test("what the host calls is exported", () => {
  const text = link(program(imported("host", "host_float_text", "f64")), library, false);
  assert.match(text, '(export "alloc" (func $alloc))');
});

test("a function that is nowhere is a defect", () => {
  assert.throws(() => link(program(imported("run-time", "nothing")), small, false), /lacks nothing/);
});

test("the same program gives the same bytes", async () => {
  const one = program(imported("run-time", "int_text", "i64"));
  const bytes = async () => Buffer.from(await assemble(link(one, library, false))).toString("hex");
  assert.is(await bytes(), await bytes());
});

test("text that is no module is a defect, told with its place", async () => {
  try {
    await assemble("(module\n  (func (unheard.of)))");
    assert.unreachable();
  } catch (thrown) {
    assert.match(String(thrown), "program.wat:2:");
  }
});

test.run();
