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
    "    (Let b#1 :Int (Call :Int main.fuse:add.default(b) [(Local :Int a#0)]))",
    "    (Return (Call :Int main.fuse:add [(Local :Int a#0) (Local :Int b#1)]))])",
  ];
  assert.is(printed("lower-builtins", "add.entry(1)", ...held), expected.join("\n"));
});

test("a call with arguments of unknown type tests their number, then each of them", () => {
  const text = printed("lower-builtins", "add.dynamic()", ...held);
  const order = [
    "int.lt [(Local :Int count#3) (Int :Int 1)]",
    "<fn add> takes 2 arguments, got ",
    "int.gt [(Local :Int count#3) (Int :Int 2)]",
    "(Convert :Int (Prim :_ list.get [(Local :List<_> arguments#2) (Int :Int 0)]))",
    "int.gt [(Local :Int count#3) (Int :Int 1)]",
    "(Call :Int main.fuse:add.default(b) [(Local :Int a#0)])",
    "(Convert :_ (Call :Int main.fuse:add [(Local :Int a#0) (Local :Int b#1)]))",
  ];
  const found = order.map((part) => text.indexOf(part));
  assert.ok(
    found.every((at, i) => at > (found[i - 1] ?? -1)),
    `${found} in\n${text}`,
  );
});

const show = [
  ...["interface Show:", "  fn show(n: Int, more: Int = n) -> Int", "type T:", "  n: Int"],
  ...["impl Show for T:", "  fn show(n: Int, more: Int = n) -> Int:", "    return self.n + n + more"],
  ...['app "a":', "  let f = T(n=1).show", "  print(f(2))"],
];

test("a method of a value captures the value", () => {
  const text = printed("lower-builtins", "a", ...show);
  assert.match(
    text,
    /\(Closure .* "<fn show>" \[\S+bound\.entry\(1\) \S+bound\.entry\(2\)\] \S+bound\.dynamic\(\)/,
  );
});

test("an entry of a method's value begins with what the value captured", () => {
  const text = printed("lower-builtins", "show.bound.entry(1)", ...show);
  const order = [
    "(Let captured#3 :T",
    "function.captured",
    "default(more)",
    "(Local :T captured#3) (Local :Int n#0)",
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
