// lower-methods, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

const program = [
  ...["interface I:", "  fn own(a: Int = 1) -> Int", "  fn of() -> Int", "type U:", "  n: Int"],
  ...["impl I for U:", "  fn own(a: Int = 2) -> Int:", "    return self.n + a"],
  ...["  fn of() -> Int:", "    return 3"],
  ...["fn make() -> U:", "  return U(n=1)"],
];
const text = (...lines: readonly string[]): string =>
  linesAfter("lower-methods", ...program, 'app "a":', ...lines).join(" ");

test("self is the first parameter, of its defaults too", () => {
  const found = text("  make().own()");
  assert.match(found, /\(Function main.fuse:impl0.own own main.fuse :Int 2 \[ ?\(Param self#0 :U -\)/);
  assert.match(
    found,
    /\(Function main.fuse:impl0.own.default\(a\) \S+ main.fuse :Int 2 \[\(Param self#0 :U -\)\]/,
  );
});

test("the receiver is the first argument", () => {
  assert.ok(
    text("  make().own(5)").includes(
      "(Call :Int main.fuse:impl0.own [(BoundArg 0 (Call :U main.fuse:make [])) (BoundArg 1 (Int :Int 5))])",
    ),
  );
});

test("a receiver that is not taken is evaluated all the same", () => {
  assert.match(
    text("  make().of()"),
    /\(Bind :Int receiver#0 \(Call :U main.fuse:make \[\]\) \(Call :Int main.fuse:impl0.of \[\]\)\)/,
  );
  assert.match(text("  let u = make()", "  u.of()"), /\(Do \(Call :Int main.fuse:impl0.of \[\]\)\)/);
});

test("a method as a value keeps its receiver, if it takes it", () => {
  assert.ok(text("  let f = make().own").includes("main.fuse:impl0.own (Call :U main.fuse:make []))"));
  assert.match(text("  let u = make()", "  let f = u.of"), /\(FunctionName :\S+ main.fuse:impl0.of\)/);
});

test.run();
