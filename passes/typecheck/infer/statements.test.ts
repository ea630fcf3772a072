// Tests of statements, results and scopes of pattern names.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

test("conditions are Bool", () => {
  assert.equal(
    placesOf(
      "fn f(m: Map<String, Int>):",
      "  if 1:",
      "    return",
      '  else if "x":',
      "    return",
      "  while m:",
      "    return",
    ),
    ["2:6", "4:11", "6:9"],
  );
});

test("loops go through lists and the values of maps", () => {
  assert.equal(
    placesOf(
      "fn f(m: Map<String, Int>):",
      "  for v in m:",
      "    let n: Int = v",
      "  for i in 1..3:",
      "    let k: Int = i",
    ),
    [],
  );
  assert.equal(
    placesOf("fn f(o: List<Int>?):", "  for x in 5:", "    return", "  for x in o:", "    return"),
    ["2:12", "4:12"],
  );
});

test("results", () => {
  assert.equal(placesOf("fn a() -> Int:", '  return "x"'), ["2:3"]);
  assert.equal(placesOf("fn a() -> Int:", "  return"), ["2:3"]);
  assert.equal(placesOf("fn a():", "  return 1"), ["2:3"]);
  assert.equal(placesOf("fn a(n: Int) -> String:", "  match n:", "    1 -> 5", '    _ -> "s"'), ["3:10"]);
  assert.equal(placesOf("fn a() -> Int:", '  "text"'), ["2:3"]);
  assert.equal(placesOf("fn a() -> Int:", "  print(1)"), ["2:3"]);
  assert.equal(placesOf("fn d():", "  return", "fn e():", "  let u: Int = d()", "  let v: Unit = d()"), [
    "4:16",
  ]);
});

test("an error is no result: it leaves with ?!", () => {
  assert.equal(messagesOf("type E:", "  m: String", "fn f() -> Int!E:", '  return E(m="x")'), [
    '4:3 the result must be of type Int!E, but this is of type E; to fail with an error write "null ?! error"',
  ]);
});

test("the last expression of a body with a result is a return", () => {
  const text = printed("infer-types", "fn f(b: Bool) -> Int:", "  if b:", "    1", "  else:", "    2");
  assert.is(text.match(/\(Return \(Int/g)?.length, 2);
});

test("an entry ends with what may be an error, and drops other values", () => {
  const F = ["type E:", "  m: String", "fn f() -> Int!E:", "  1"];
  assert.match(printed("infer-types", ...F, 'app "x":', "  f()"), "(Return (Call main.fuse:f");
  assert.match(printed("infer-types", 'app "x":', "  5"), "(Do (Int 5");
});

test("a name of a pattern that is a variant means what is around it", () => {
  const E = ["enum E:", "  Red", "  Green"];
  assert.equal(
    placesOf(...E, "fn f(e: E) -> Int:", "  let Red = 5", "  match e:", "    Red -> Red", "    _ -> 0"),
    [],
  );
  assert.equal(placesOf(...E, "fn f(e: E) -> E:", "  match e:", "    Red -> Red", "    other -> other"), [
    "6:12",
  ]);
});

test("diagnosed expressions are diagnosed once", () => {
  assert.equal(placesOf("fn f() -> Int:", "  match nope.kind(1):", "    Red -> 1", "    V(n) -> 2"), ["2:9"]);
  assert.equal(
    placesOf(
      "fn g():",
      "  let x = nope",
      "  let y = x.foo(1) + 2",
      "  for z in x:",
      "    let w: Int = z",
      "  if x:",
      "    return x",
    ),
    ["2:11"],
  );
});

test.run();
