// value-functions, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const add = ["fn add(a: Int, b: Int = a + 1) -> Int:", "  return a + b", ""];
const held = [...add, 'app "a":', "  let g = add"];

test("an entry fills in the defaults from the arguments to their left", () => {
  const expected = [
    "(Block",
    "  [",
    "    (Let b#1 :Int (Call :Int main.fuse:add.default(b) [(Local a#0 :Int)]))",
    "    (Return (Call :Int main.fuse:add [(Local a#0 :Int) (Local b#1 :Int)]))])",
  ];
  assert.is(printed("lower-builtins", "add.entry(1)", ...held), expected.join("\n"));
});

test("a call with arguments of unknown type tests their number, then each of them", () => {
  const text = printed("lower-builtins", "add.dynamic()", ...held);
  const order = [
    "int.lt [(Local count#3 :Int) (Int 1 :Int)]",
    "<fn add> takes 2 arguments, got ",
    "int.gt [(Local count#3 :Int) (Int 2 :Int)]",
    "(Convert :Int (Prim :_ list.get [(Local arguments#2 :List<_>) (Int 0 :Int)]))",
    "int.gt [(Local count#3 :Int) (Int 1 :Int)]",
    "(Call :Int main.fuse:add.default(b) [(Local a#0 :Int)])",
    "(Convert :_ (Call :Int main.fuse:add [(Local a#0 :Int) (Local b#1 :Int)]))",
  ];
  const found = order.map((part) => text.indexOf(part));
  assert.ok(
    found.every((at, i) => at > (found[i - 1] ?? -1)),
    `${found} in\n${text}`,
  );
});

test("where a function may be of another type than its place, calls test it", () => {
  const source = ["  let xs = []", "  var g = add", "  g = xs[0]", "  g(1, 2)"];
  const text = printed("lower-builtins", "a", ...held.slice(0, -1), ...source);
  assert.ok(text.includes("unknown.call"), text);
});

test("an error that a default raises is not the Err of the function that is called", () => {
  const source = [
    "type T:",
    "  n: Int(1..2)",
    "enum E:",
    "  Bad",
    "fn f(t: T = T(n=9)) -> Int!E:",
    "  return t.n",
    'app "a":',
    "  let g = f",
    "  print(g())",
    "  print(g(T(n=1)))",
  ];
  const text = printed("lower-builtins", "a", ...source);
  assert.is(text.split("unknown.call").length, 2, text);
  assert.is(text.split("CallValue").length, 2, text);
});

test.run();
