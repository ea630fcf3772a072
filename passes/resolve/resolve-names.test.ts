// Tests of resolve-names.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compile, compiled, messagesOf } from "./testing.ts";

const NAME = "resolve-names";

test("parameters come first, each binding has its own slot", () => {
  const text = compiled(
    NAME,
    "fn f(a: Int, b: Int = a):",
    "  let a = a",
    "  if true:",
    "    var a = b",
    "    a = 1",
  );
  assert.ok(text.includes("[(Param a#0 (Type :Int) -) (Param b#1 (Type :Int) (Local a#0))]"));
  assert.ok(text.includes("(Let a#2 - (Local a#0))"));
  assert.ok(text.includes("(Let a#3 - (Local b#1)) (Assign (Local a#3) (Int 1))"));
  assert.ok(text.includes("(Fn main.fuse:f f 4"));
});

test("declarations, built-ins and the associated side of types", () => {
  const text = compiled(NAME, "enum E:", "  V", "fn f():", "  print(f, E.V)");
  assert.ok(
    text.includes(
      "(BuiltinName print) [(Arg (FunctionName main.fuse:f)) (Arg (Member V (TypeName main.fuse:E)))]",
    ),
  );
});

test("a declared function hides a built-in, a local hides both", () => {
  const text = compiled(NAME, "fn print(x: Int):", "  return", "fn f(env: Int):", "  print(env)");
  assert.ok(text.includes("(Call (FunctionName main.fuse:print) [(Arg (Local env#0))])"));
});

test("a bare name in a pattern may be a variant: then the name means what is further out", () => {
  const text = compiled(NAME, "fn f(x: Int):", "  match x:", "    x -> x", "    y -> y");
  assert.ok(text.includes("(Case (BarePattern x x#1) (Block [(Return (Tentative x#1 (Local x#0)))]))"));
  assert.ok(text.includes("(Case (BarePattern y y#2) (Block [(Return (Tentative y#2 -))]))"));
});

test("dotted names in patterns are variants", () => {
  const text = compiled(
    NAME,
    "enum E:",
    "  V",
    "fn f(x: E):",
    "  match x:",
    "    E.V -> 1",
    "    D.V(_) -> 2",
  );
  assert.ok(text.includes("(VariantPattern main.fuse:E V [])"));
  assert.ok(text.includes("(VariantPattern main.fuse:D V [(Wildcard)])"));
});

test("unknown names, names twice, names that cannot be read", () => {
  assert.equal(
    messagesOf(
      NAME,
      ...[
        "fn f(count: Int):",
        "  let y = nope",
        "  let y = 1",
        "  if true:",
        "    let z = coutn",
        "  z",
        "  let _ = _",
      ],
    ),
    [
      '2:11 unknown identifier "nope"',
      '3:7 duplicate binding "y"',
      '5:13 unknown identifier "coutn"; did you mean "count"?',
      '6:3 unknown identifier "z"',
      "7:11 _ binds nothing and cannot be read",
    ],
  );
});

test("types are no values", () => {
  assert.equal(messagesOf(NAME, "type T:", "  a: Int = later", "fn f():", "  let a = T", "  T = Int"), [
    '2:12 unknown identifier "later"',
    '4:11 "T" is a type, not a value',
    '5:3 "T" is a type, not a value',
    '5:7 "Int" is a type, not a value',
  ]);
});

test("what comes with a later version is named as such", () => {
  assert.equal(
    messagesOf(NAME, "fn f():", "  time.now()", "  div()", "  time()", "  input(id=1)", "  input()"),
    [
      '2:3 "time" is not available in this version of fuse',
      "3:3 HTML cannot be compiled by this version of fuse",
      "4:3 HTML cannot be compiled by this version of fuse",
      "5:3 HTML cannot be compiled by this version of fuse",
    ],
  );
});

test("a type that is declared twice keeps both declarations, under different ids", () => {
  const { text } = compile(NAME, "enum E:", "  A", "enum E:", "  B");
  assert.ok(text.includes("(Enum main.fuse:E E [(Variant A [])]) (Enum main.fuse:E#1 E [(Variant B [])])"));
});

test("chains of any length pass", () => {
  const sum = `1${" + x".repeat(50_000)}`;
  const calls = `nope${".a(1)".repeat(5_000)}`;
  assert.equal(messagesOf(NAME, "fn f(x: Int):", `  let y = ${sum}`, `  let z = ${calls}`), [
    '3:11 unknown identifier "nope"',
  ]);
});

test.run();
