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
  assert.match(text, /\(Fn main.fuse:f f +4/);
});

test("declarations, built-ins and the associated side of types", () => {
  const text = compiled(
    NAME,
    "enum E:",
    "  V",
    "config C:",
    "  a: Int = 1",
    "fn f():",
    "  print(f, E.V, C.a)",
  );
  assert.ok(text.includes("(BuiltinName print)"));
  assert.ok(text.includes("(Arg false (FunctionName main.fuse:f))"));
  assert.ok(text.includes("(Member V (TypeName :E))"));
  assert.ok(text.includes("(Member a (ConfigName main.fuse:C))"));
});

test("a declared function hides a built-in, a local hides both", () => {
  const text = compiled(NAME, "fn print(x: Int):", "  return", "fn f(env: Int):", "  print(env)");
  assert.ok(text.includes("(Call (FunctionName main.fuse:print) [] [(Arg false (Local env#0))])"));
});

test("a bare name in a pattern may be a variant: then the name means what is further out", () => {
  const text = compiled(NAME, "fn f(x: Int):", "  match x:", "    x -> x", "    y -> y");
  assert.ok(text.includes("(Case (BarePattern x x#1) (Block [(Return (Tentative x#1 (Local x#0)))]))"));
  assert.ok(text.includes("(Case (BarePattern y y#2) (Block [(Return (Tentative y#2 -))]))"));
});

test("names with dots in patterns are variants", () => {
  const text = compiled(
    NAME,
    ...["enum E:", "  V", "fn f(x: E):", "  match x:", "    E.V -> 1", "    D.V(_) -> 2"],
  );
  assert.ok(text.includes("(VariantPattern main.fuse:E V [])"));
  assert.not.ok(text.includes("(VariantPattern main.fuse:E V [(Wildcard)])"));
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
        "  self",
        "  div",
      ],
    ),
    [
      '2:11 unknown identifier "nope"',
      '3:7 duplicate binding "y"',
      '5:13 unknown identifier "coutn"; did you mean "count"?',
      '6:3 unknown identifier "z"',
      "7:11 _ binds nothing and cannot be read",
      '8:3 unknown identifier "self": only the methods of an impl have it',
      '9:3 unknown identifier "div"; an HTML tag is written as a call: div()',
    ],
  );
});

test("what is no value", () => {
  assert.equal(
    messagesOf(
      NAME,
      ...["type T:", "  a: Int = later", "interface I:", "  fn m()", 'service S at "/":'],
      ...['  get "/" -> Int:', "    return 1", "fn f():", "  let a = T", "  T = Int", "  let b = I", "  S"],
    ),
    [
      '2:12 unknown identifier "later"',
      '9:11 "T" is a type, not a value',
      '10:3 "T" is a type, not a value',
      '10:7 "Int" is a type, not a value',
      '11:11 FUSE_INTERFACE_DYNAMIC_USE "I" is an interface, not a value: call its members on a value of a type with an impl',
      '12:3 "S" is a service, not a value',
    ],
  );
});

test("what is called must be a function, what is constructed a type with fields", () => {
  assert.equal(
    messagesOf(NAME, "type P:", "  a: Int", "enum E:", "  V", "fn f():", "  P(1)", "  E()", "  Q(a=1)"),
    [
      '6:3 "P" is a type, not a value; what is constructed has its fields named: f=…',
      '7:3 "E" is a type, not a value',
      '8:3 unknown type "Q"',
    ],
  );
});

test("methods: self, Self and type parameters", () => {
  const text = compiled(
    NAME,
    ...["interface I:", "  fn m() -> Int", "type T:", "  a: Int", "impl I for T:", "  fn m() -> Int:"],
    ...["    return self.a + Self.n()", "  fn n() -> Int:", "    return 1"],
    ...["fn f<X>(x: X) -> Int where X: I:", "  return X.m()"],
  );
  assert.ok(text.includes("(Member a (Local self#0))"));
  assert.ok(text.includes("(Member n (TypeName :T))"));
  assert.ok(text.includes("(Member m (TypeName :X))"));
});

test("tags are callees; input is one when it has attributes", () => {
  const text = compiled(
    NAME,
    "fn f(p: Int):",
    "  div()",
    "  time(id=1)",
    "  input(id=1)",
    "  input()",
    "  p()",
  );
  assert.ok(text.includes("(Call (TagName div) [] [])"));
  assert.ok(text.includes("(Call (TagName time)"));
  assert.ok(text.includes("(Call (TagName input)"));
  assert.ok(text.includes("(Call (BuiltinName input) [] [])"));
  assert.ok(text.includes("(Call (Local p#0) [] [])"));
});

test("routes see the parameters of their path and the body", () => {
  const text = compiled(
    NAME,
    ...['service S at "/":', '  post "/{id: Int}" body Int -> Int:', "    let id = id", "    return body"],
  );
  assert.ok(text.includes("(Let id#2 - (Local id#0))"));
  assert.ok(text.includes("(Return (Local body#1))"));
});

test("a type that is declared twice keeps both declarations, under different ids", () => {
  const { text } = compile(NAME, "enum E:", "  A", "enum E:", "  B");
  assert.ok(text.includes("(Enum main.fuse:E E [(Variant A [])])"));
  assert.match(text, /\(Enum main\.fuse:E#\d E \[\(Variant B \[\]\)\]\)/);
});

test("chains of any length pass", () => {
  const sum = `1${" + x".repeat(50_000)}`;
  const calls = `nope${".a(1)".repeat(5_000)}`;
  assert.equal(messagesOf(NAME, "fn f(x: Int):", `  let y = ${sum}`, `  let z = ${calls}`), [
    '3:11 unknown identifier "nope"',
  ]);
});

test.run();
