// Tests of the inference of calls.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

const F = ["fn f(a: Int, b: Int = 2) -> Int:", "  return a + b"];

const accepted = ["f(1)", "f(1, 2)", "f(b=1, a=2)", "f(9, b=4)", "f(b=4, 9)", "f(f(1))"];
for (const call of accepted) {
  test(`${call} is right`, () => assert.equal(placesOf(...F, "fn g():", `  let x: Int = ${call}`), []));
}

const rejected: readonly (readonly [string, string])[] = [
  ["f()", "4:11 FUSE_WRONG_ARITY"],
  ["f(1, 2, 3)", "4:11 FUSE_WRONG_ARITY"],
  ["f(b=1)", "4:11 FUSE_WRONG_ARITY"],
  ['f("x")', "4:13"],
  ['f(1, "y")', "4:16"],
  ['f(1, b="y")', "4:16"],
  ["f(a=1, a=2)", "4:18"],
  ["f(a=1, zz=2)", "4:18"],
  ["f(1)(2)", "4:11"],
  ["5(1)", "4:11"],
  ['env(name="x", name="y")', "4:25"],
  ["env()", "4:11 FUSE_WRONG_ARITY"],
  ["print(value=1)", "4:17"],
];
for (const [call, place] of rejected) {
  test(`${call} is wrong at ${place}`, () =>
    assert.equal(placesOf(...F, "fn g():", `  let x = ${call}`), [place]));
}

test("the arguments of a call with a wrong number of them are still expressions", () => {
  assert.equal(placesOf(...F, "fn g():", "  f(nope, 1, 2)"), ["4:3 FUSE_WRONG_ARITY", "4:5"]);
});

test("messages name what was meant", () => {
  const Long = ["fn f(width: Int, height: Int = 1):", "  return", "fn g():"];
  assert.equal(messagesOf(...Long, "  f(1, heigth=2)"), [
    '4:8 f has no parameter "heigth" (did you mean "height"?)',
  ]);
  assert.equal(messagesOf(...Long, "  f()"), ["4:3 FUSE_WRONG_ARITY missing argument of f: width: Int"]);
});

test("arguments keep the order they are written in", () => {
  assert.match(
    printed("infer-types", ...F, "fn g():", "  f(b=1, a=2)"),
    "[(BoundArg 1 (Int 1 :Int)) (BoundArg 0 (Int 2 :Int))]",
  );
});

test("variants and function values are called by position", () => {
  const E = ["enum E:", "  V(Int, String)"];
  assert.equal(placesOf(...E, "fn g():", '  let x: E = E.V(1, "a")'), []);
  assert.equal(placesOf(...E, "fn g():", "  let x = E.V(1)"), ["4:11 FUSE_WRONG_ARITY"]);
  assert.equal(placesOf(...E, "fn g():", '  let x = E.V(arg0=1, arg1="a")'), ["4:15", "4:23"]);
  assert.equal(placesOf(...F, "fn g():", "  let h = f", "  let x: Int = h(1)", "  h(a=1)"), ["6:5"]);
});

test("what is not known may be called, and gives what is not known", () => {
  assert.equal(placesOf("fn g():", "  let x: Int = nope(1).more[2](3)"), ["2:16"]);
});

test("built-ins are values, too", () => {
  assert.equal(
    placesOf("fn g():", "  let p = print", "  p(1, 2)", "  let e = env", '  let x: String? = e("A")'),
    [],
  );
});

test.run();
