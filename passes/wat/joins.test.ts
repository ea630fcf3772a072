// Texts of many pieces.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { functionText, moduleOf, printed } from "./testing.ts";

test("the pieces are measured, and written behind each other", () => {
  const lines = ["fn f(i: Int) -> String:", '  return "key${i}"', 'app "a":', "  print(f(1))"];
  assert.equal(functionText("f", moduleOf(lines)).slice(0, 4), [
    "(local.set $joined.0",
    "  (call $text_blank (i64.add (i64.const 3) (call $int_width (local.get $i#0)))))",
    "(local.set $end.1 (i32.add (local.get $joined.0) (i32.const 16)))",
    "(i64.store (local.get $end.1) (i64.const 7955819))",
  ]);
});

test("a text may be a piece of itself", async () => {
  const lines = await printed(
    [],
    'var text = "é"',
    "for i in 1..3:",
    '  text = text + "," + text + "${i}"',
    "print(text)",
  );
  assert.equal(lines, ["é,é1,é,é12,é,é1,é,é123"]);
});

test("literals of all lengths", async () => {
  const literals = [..."0123456789abcdefghij"].map((_, i, all) => all.slice(0, i).join(""));
  const lines = await printed(
    ["fn number() -> Int:", "  return 7"],
    "let n = number()",
    ...literals.map((each) => `print("<\${n}${each}\${n}>")`),
  );
  assert.equal(
    lines,
    literals.map((each) => `<7${each}7>`),
  );
});

test.run();
