// Options and Results: a flag or an error in front of the value.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { functionText, moduleOf, printed } from "./testing.ts";

const half = ["fn half(n: Int) -> Int?:", "  if n % 2 == 0: return n / 2", "  return null", ""];
const odd = ["type Odd:", "  message: String", ""];
const check = ["fn check(n: Int) -> Int!Odd:", '  return half(n) ?! Odd(message="odd ${n}")', ""];

test("an option of a scalar is two values", () => {
  const lines = ["fn f(n: Int) -> Int?:", "  return n", 'app "a":', "  print(f(1))"];
  assert.equal(functionText("f", moduleOf(lines)), ["(return (i32.const 1) (local.get $n#0))"]);
});

test("options and Results go into memory and come back", async () => {
  const lines = await printed(
    [...half, ...odd, ...check],
    "print(half(4) ?? 0)",
    "let halves = [half(1), half(2)]",
    "print(halves)",
    "var checks = [check(1)]",
    "checks = checks + [check(2)]",
    "print(checks)",
    "for each in checks:",
    "  match each:",
    "    Ok(n):",
    "      print(n)",
    "    Err(Odd(message=m)):",
    "      print(m)",
  );
  assert.equal(lines, ["2", "[null, 1]", "[Err(Odd(odd 1)), Ok(1)]", "odd 1", "1"]);
});

test.run();
