// Tests of members: methods of values and types, members through a bound, built-in types and namespaces.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

const A = [
  "interface Animal:",
  "  fn name() -> String",
  "  fn make(n: String) -> Self",
  "type Dog:",
  "  n: String",
  "enum Bird:",
  "  Owl",
  "  Other(String)",
  "impl Animal for Dog:",
  "  fn name() -> String:",
  "    return self.n",
  "  fn make(n: String) -> Self:",
  "    return Self(n=n)",
  "impl Animal for Bird:",
  "  fn name() -> String:",
  '    return "bird ${self}"',
  "  fn make(n: String) -> Self:",
  "    return Bird.Other(n)",
];

const accepted = [
  'let d: Dog = Dog.make("rex")',
  'let d: Dog = Dog.make(n="rex")',
  "let n: String = d.name()",
  'let other: Dog = d.make("x")',
  "let n: String = Bird.Owl.name()",
  'let b: Bird = Bird.make("kiwi")',
  "let bound = d.name\n  let n: String = bound()",
  'let make = Dog.make\n  let e: Dog = make("x")',
];
for (const line of accepted) {
  test(`accepted: ${line}`, () => assert.equal(placesOf(...A, "fn f(d: Dog):", `  ${line}`), []));
}

const rejected: readonly (readonly [string, string])[] = [
  ["d.nope()", "20:5"],
  ["Dog.nope()", "20:7"],
  ["Dog.name()", "20:7"],
  ["d.name(1)", "20:3 FUSE_WRONG_ARITY"],
  ["d.n()", "20:3"],
  ["o?.name()", "20:3"],
  ["Bird.Nope", "20:8"],
];
for (const [line, place] of rejected) {
  test(`${line} is wrong`, () =>
    assert.equal(placesOf(...A, "fn f(d: Dog, o: Dog?):", `  ${line}`), [place]));
}

test("the receiver of a call is evaluated, also where the method does not take it", () => {
  const text = printed("infer-types", ...A, "fn f(d: Dog):", '  d.make("x")', '  Dog.make("x")');
  assert.is([...text.matchAll(/\(Call [^\n]*make/g)].length, 2);
});

test("a method that impls of two interfaces have is ambiguous", () => {
  const Thing = [
    "interface Thing:",
    "  fn name() -> String",
    "impl Thing for Dog:",
    "  fn name() -> String:",
    '    return ""',
  ];
  assert.equal(placesOf(...A, ...Thing, "fn f(d: Dog):", "  let n: String = d.name()"), ["25:21"]);
});

test("a message says which interface has the member", () => {
  assert.equal(messagesOf(...A, "type Cat:", "  n: String", "fn f(c: Cat):", "  c.name()"), [
    '22:5 Cat has no member "name"; the interface Animal has it, but there is no "impl Animal for Cat"',
  ]);
});

test("members through a bound", () => {
  const Bound = [...A, "fn f<T>(x: T) -> String where T: Animal:"];
  assert.equal(placesOf(...Bound, '  return T.make("x").name() + x.name()'), []);
  assert.equal(placesOf(...Bound, '  return x.make("x").nope() + T.no()'), ["20:22", "20:33"]);
});

test("methods may be generic, and then they are only called", () => {
  const W = [
    "interface Wrap:",
    "  fn wrap<T>(x: T) -> List<T>",
    "type W:",
    "  n: String",
    "impl Wrap for W:",
    "  fn wrap<U>(x: U) -> List<U>:",
    "    let mine = self.n",
    "    return [x]",
    "fn f(w: W):",
  ];
  assert.equal(placesOf(...W, "  let a: List<Int> = w.wrap(5)", '  let b = w.wrap<String>("s")[0] + ""'), []);
  assert.equal(placesOf(...W, "  let a = w.wrap"), ["10:13"]);
});

test("built-in types and namespaces", () => {
  assert.equal(
    placesOf(
      "requires network, time",
      "fn f(r: http.response, e: http.error):",
      "  let a: Int = r.status",
      "  let b: Int? = e.status",
      "  let c: Int = time.now() + 1",
      "  let d = r.nope",
      "  let e2 = time.nwo()",
      "  let g = task.id(1)",
      "  let h = html.text",
      '  let i: Html = h("x")',
    ),
    ["6:13", "7:17", "8:16"],
  );
});

test.run();
