// bind-arguments, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

const program = [
  "fn one() -> Int:",
  "  return 1",
  "fn f(a: Int, b: Int = a + 1, c: Int = 3) -> Int:",
  "  return a",
];
const call = (text: string): readonly string[] => {
  const lines = linesAfter("bind-arguments", ...program, 'app "a":', `  let x = ${text}`);
  const start = lines.findIndex((line) => line.startsWith("(Function main.fuse:app"));
  return lines.slice(start + 1).filter((line) => !line.includes("EntryPoint"));
};

test("arguments in the order of the parameters stay in place", () => {
  assert.ok(
    call("f(one(), one())")
      .join(" ")
      .includes(
        "(Call :Int main.fuse:f [(Call :Int main.fuse:one []) (Call :Int main.fuse:one []) (Int :Int 3)])",
      ),
  );
});

test("arguments in another order are bound before", () => {
  const text = call("f(b=one(), a=one())").join(" ");
  assert.match(
    text,
    /\(Bind :Int b#1 \(Call :Int main.fuse:one \[\]\) \(Bind :Int a#2 \(Call :Int main.fuse:one/,
  );
  assert.ok(text.includes("(Call :Int main.fuse:f [(Local :Int a#2) (Local :Int b#1) (Int :Int 3)])"));
});

test("a default has the parameters to its left", () => {
  const text = call("f(one())").join(" ");
  assert.match(text, /\(Bind :Int b#2 \(Call :Int main.fuse:f.default\(b\) \[\(Local :Int a#1\)\]\)/);
});

test.run();
