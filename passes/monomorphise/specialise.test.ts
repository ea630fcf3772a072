// specialise, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

/** The functions that are left, without what stands in them. */
const functions = (...lines: readonly string[]): readonly string[] =>
  linesAfter("specialise", ...lines).flatMap(
    (line) => /^\[?\(Function (\S+(?: \S+>*\])*)/.exec(line)?.[1] ?? [],
  );
const text = (...lines: readonly string[]): string => linesAfter("specialise", ...lines).join(" ");

const pair = ["fn pair<T>(x: T) -> List<T>:", "  return [x, x]"];

test("a generic function is one function for each list of type arguments", () => {
  const found = text(...pair, 'app "a":', "  pair(1)", "  pair(2)", '  pair("a")');
  assert.is(found.match(/\(Function main.fuse:pair\[Int\]/g)?.length, 1);
  assert.is(found.match(/\(Function main.fuse:pair\[String\]/g)?.length, 1);
  assert.ok(found.includes("(List :List<Int> [(Local :Int x#0) (Local :Int x#0)])"), found);
  assert.not.match(found, /\(Function main.fuse:pair pair/);
});

test("instances call instances, through several levels", () => {
  const found = text(
    ...pair,
    "fn nest<T>(x: T) -> List<List<T>>:",
    "  return [pair(x)]",
    'app "a":',
    "  nest(1.5)",
  );
  assert.ok(found.includes("(Call :List<Float> main.fuse:pair[Float]"), found);
});

test("a default is as generic as its function", () => {
  const found = text("fn f<T>(x: T, xs: List<T> = [x]) -> List<T>:", "  return xs", 'app "a":', "  f(1)");
  assert.ok(found.includes("main.fuse:f[Int].default(xs)"), found);
});

test("a call through a bound is a call of the method", () => {
  const found = text(
    ...["interface Named:", "  fn label() -> String", "type U:", "  n: String"],
    ...["impl Named for U:", "  fn label() -> String:", "    return self.n"],
    ...["fn show<T>(x: T) -> String where T: Named:", "  return x.label()"],
    ...['app "a":', '  show(U(n="a"))'],
  );
  assert.ok(found.includes("(Call :String main.fuse:impl0.label (Local :U x#0) [])"), found);
});

test("a call through a bound asks a value of unknown type for its own", () => {
  const found = text(
    ...["interface Named:", "  fn label() -> String", "type U:", "  n: String"],
    ...["impl Named for U:", "  fn label() -> String:", "    return self.n"],
    ...["fn show<T>(x: T) -> String where T: Named:", "  return x.label()"],
    ...['app "a":', '  let xs = [U(n="a")]', "  let none = []", "  show(none[0])"],
  );
  assert.ok(found.includes("(HasType :Bool main.fuse:U (Local :_ receiver#1))"), found);
  const self = "(Convert :U (Local :_ receiver#1))";
  assert.ok(found.includes(`(Call :String main.fuse:impl0.label ${self} [])`), found);
  assert.ok(found.includes("(Field :_ label (Local :_ receiver#1))"), found);
});

test("a member of a value of unknown type may be a method, where no field has that name", () => {
  const found = text(
    ...["interface Named:", "  fn label() -> String", "type U:", "  n: String", "type V:", "  label: Int"],
    ...["impl Named for U:", "  fn label() -> String:", "    return self.n"],
    ...["impl Named for V:", "  fn label() -> String:", '    return "v"'],
    ...['app "a":', "  let none = []", "  none[0].label()"],
  );
  assert.ok(found.includes("(HasType :Bool main.fuse:U (Local :_ receiver#1))"), found);
  assert.ok(found.includes("(MethodValue :fn()->String main.fuse:impl0.label (Convert :U "), found);
  assert.not.match(found, /HasType :Bool main.fuse:V/);
});

test("an option of an option is one option, and reads of a map of options give null", () => {
  const found = text(
    "fn f<T>(m: Map<String, T>, x: T) -> T?:",
    '  let y = m["a"]',
    "  return x",
    'app "a":',
    "  f<Int?>({}, null)",
  );
  assert.ok(found.includes("(Index :Int? true"), found);
  assert.ok(found.includes("(Return (Local :Int? x#1))"), found);
});

test("what is not generic stays", () => {
  const found = functions("fn f(n: Int) -> Int:", "  return n", 'app "a":', "  f(1)");
  assert.equal(found, ["main.fuse:f", "main.fuse:app0(a)"]);
});

test.run();
