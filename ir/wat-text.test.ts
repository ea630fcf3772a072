// A module as text, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { NodeOf } from "./framework/language.ts";
import { UNIT } from "./types.ts";
import type { WatGrammar } from "./wat.ts";
import { watText } from "./wat-text.ts";

type Instr = NodeOf<WatGrammar, "Instr">;
const op = (op: string, immediates: readonly string[] = [], ...operands: readonly Instr[]): Instr => ({
  ...{ kind: "Op", at: 0 },
  ...{ op, immediates, operands },
});
const one = op("i64.const", ["1"]);
const long = op(
  "i64.sub",
  [],
  op("local.get", ["$a_rather_long_name"]),
  op("local.get", ["$another_long_name"]),
);

const program: NodeOf<WatGrammar, "Program"> = {
  ...{ kind: "Program", at: 0, sources: [], types: [], sites: [], labels: [] },
  imports: [{ kind: "Import", at: 0, from: "host", name: "tell", params: ["i64"], results: [] }],
  globals: [{ kind: "Global", at: 0, name: "levels", value: 0 }],
  functions: [
    {
      ...{ kind: "Function", at: 0, name: "main.fuse:f", note: "f (main.fuse)", exported: "f" },
      params: [{ kind: "Variable", at: 0, name: "n#0", type: "i64" }],
      results: ["i64"],
      locals: [{ kind: "Variable", at: 0, name: "t", type: "i64" }],
      body: [
        { kind: "Note", at: 0, text: "main.fuse:1:1" },
        op("local.set", ["$t"], one),
        op("call", ["$tell"], op("i64.add", [], long, long)),
        {
          ...{ kind: "If", at: 0, results: [], condition: op("i64.eqz", [], one) },
          ...{ whenTrue: [op("return", [], one)], whenFalse: [] },
        },
        { kind: "Block", at: 0, label: "end", body: [op("br", ["$end"])] },
        op("local.get", ["$t"]),
      ],
    },
  ],
  table: ["main.fuse:f"],
  data: [{ kind: "Data", at: 0, address: 4096, bytes: Uint8Array.from([0, 34, 104, 105]), note: "a text" }],
  heap: 4104,
  entries: [
    {
      ...{
        kind: "EntryPoint",
        at: 0,
        role: "app",
        name: { name: "a", at: 0 },
        function: "f",
        suspends: false,
        result: UNIT,
      },
    },
  ],
};

test("a module is printed in folded form, on one line what fits", () => {
  assert.equal(watText(program).split("\n"), [
    "(module",
    '  (import "host" "tell" (func $tell (param i64)))',
    '  (memory (export "memory") 2)',
    "  (global $heap (mut i32) (i32.const 4104))",
    '  (global $levels (export "levels") (mut i32) (i32.const 0))',
    "  (table funcref (elem $main.fuse:f))",
    "",
    "  ;; f (main.fuse)",
    '  (func $main.fuse:f (export "f") (param $n#0 i64) (result i64)',
    "    (local $t i64)",
    "    ;; main.fuse:1:1",
    "    (local.set $t (i64.const 1))",
    "    (call $tell",
    "      (i64.add",
    "        (i64.sub (local.get $a_rather_long_name) (local.get $another_long_name))",
    "        (i64.sub (local.get $a_rather_long_name) (local.get $another_long_name))))",
    "    (if (i64.eqz (i64.const 1))",
    "      (then",
    "        (return (i64.const 1))))",
    "    (block $end",
    "      (br $end))",
    "    (local.get $t)",
    "  )",
    "",
    '  (data (i32.const 4096) "\\00\\22hi") ;; a text',
    ")",
  ]);
});

test.run();
