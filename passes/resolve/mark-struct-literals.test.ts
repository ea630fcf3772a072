// Tests of mark-struct-literals.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled, messagesOf } from "./testing.ts";

const NAME = "mark-struct-literals";

const P = [
  ...["type P:", "  a: Int = 1", "enum E:", "  V", "type std.Error.T:", "  m: Int"],
  ...["config C:", "  port: Int = 1", "fn f(g: Int):"],
];

test("a call of a struct or config with named arguments or none is a literal", () => {
  assert.ok(
    compiled(NAME, ...P, "  P(a=1)").includes("(StructLiteral main.fuse:P [(FieldValue a (Int 1))])"),
  );
  assert.ok(compiled(NAME, ...P, "  P()").includes("(StructLiteral main.fuse:P [])"));
  assert.ok(compiled(NAME, ...P, "  std.Error.T(m=1)").includes("(StructLiteral main.fuse:std.Error.T "));
  assert.ok(compiled(NAME, ...P, "  C(port=2).port").includes("(Member port (StructLiteral main.fuse:C "));
});

test("Self constructs the target of the impl", () => {
  const text = compiled(
    NAME,
    "interface I:",
    "  fn m()",
    "type T:",
    "  a: Int?",
    "impl I for T:",
    "  fn m():",
    "    Self()",
  );
  assert.ok(text.includes("(StructLiteral main.fuse:T [])"));
});

test("a variant of a type's name does not hide the type", () => {
  const text = compiled(NAME, ...P, "  match g:", "    P -> P(a=1)");
  assert.ok(text.includes("(Tentative P#1 (StructLiteral main.fuse:P "));
});

test("other calls stay calls", () => {
  assert.ok(
    compiled(NAME, ...P, "  f(g=1)").includes(
      "(Call (FunctionName main.fuse:f) [] [(Arg g= false (Int 1))])",
    ),
  );
});

test("positional arguments, things without fields, type arguments", () => {
  assert.equal(messagesOf(NAME, ...P, "  P(1, a=nope)", "  E(V=1)", "  P<Int>(a=1)"), [
    '10:10 unknown identifier "nope"',
    "10:5 cannot mix positional and named arguments in a struct literal",
    '11:3 "E" has no fields: only a type, a config or Self of such a type can be constructed',
    "12:3 FUSE_GENERIC_CALL_TYPE_ARG P takes no type arguments",
  ]);
});

test.run();
