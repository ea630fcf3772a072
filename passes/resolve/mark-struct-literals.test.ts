// Tests of mark-struct-literals.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled, messagesOf } from "./testing.ts";

const NAME = "mark-struct-literals";

const P = ["type P:", "  a: Int = 1", "enum E:", "  V", "type std.Error.T:", "  m: Int", "fn f(g: Int):"];

test("a call of a struct with named arguments is a literal", () => {
  assert.ok(
    compiled(NAME, ...P, "  P(a=1)").includes("(StructLiteral main.fuse:P [(FieldValue a (Int 1))])"),
  );
  assert.ok(compiled(NAME, ...P, "  P()").includes("(StructLiteral main.fuse:P [])"));
  assert.ok(compiled(NAME, ...P, "  std.Error.T(m=1)").includes("(StructLiteral main.fuse:std.Error.T "));
});

test("other calls stay calls", () => {
  assert.ok(
    compiled(NAME, ...P, "  f(g=1)").includes("(Call (FunctionName main.fuse:f) [(Arg g= (Int 1))])"),
  );
});

test("positional arguments", () => {
  assert.equal(messagesOf(NAME, ...P, "  P(1)", "  P(1, a=nope)", "  E(V=1)"), [
    '9:10 unknown identifier "nope"',
    '8:3 "P" is a type, not a value; a struct literal names its fields',
    "9:5 cannot mix positional and named arguments in a struct literal",
    '10:3 "E" is a type, not a value',
  ]);
});

test.run();
