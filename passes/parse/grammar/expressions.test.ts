// expressions, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { body, covered, expr, faultsIn } from "./sample.ts";

const trees: readonly (readonly [source: string, tree: string])[] = [
  ["null ?? true and false", "(Coalesce (Null) (Binary and (Bool true) (Bool false)))"],
  ["1 + 1..2 + 2", "(Binary .. (Binary + (Int 1) (Int 1)) (Binary + (Int 2) (Int 2)))"],
  ["a - b - c * d", "(Binary - (Binary - (Name a) (Name b)) (Binary * (Name c) (Name d)))"],
  ["a or b and c == d", "(Binary or (Name a) (Binary and (Name b) (Binary == (Name c) (Name d))))"],
  ["a < b < c", "(Binary < (Binary < (Name a) (Name b)) (Name c))"],
  ["a..b == c..d", "(Binary == (Binary .. (Name a) (Name b)) (Binary .. (Name c) (Name d)))"],
  ["(a..b)..c", "(Binary .. (Binary .. (Name a) (Name b)) (Name c))"],
  ["(1 + 2) * 3", "(Binary * (Binary + (Int 1) (Int 2)) (Int 3))"],
  ["-x.y", "(Unary - (Member y (Name x)))"],
  ["!a == b", "(Binary == (Unary ! (Name a)) (Name b))"],
  ["await t + 1", "(Binary + (Await (Name t)) (Int 1))"],
  ["await box - x", "(Await (Box (Unary - (Name x))))"],
  ["-9223372036854775808", "(Int -9223372036854775808)"],
  ["- -9223372036854775808", "(Unary - (Int -9223372036854775808))"],
  // `?!` takes a whole expression, if one starts there.
  ["await t ?! e", "(Await (Bang (Name t) (Name e)))"],
  ["a + f() ?! e", "(Binary + (Name a) (Bang (Call (Name f) [] []) (Name e)))"],
  ["a ?! b ?? c", "(Bang (Name a) (Coalesce (Name b) (Name c)))"],
  ["x ?! - 1", "(Binary - (Bang (Name x) -) (Int 1))"],
  [`f(a=x ?! class="k")`, `(Call (Name f) [] [(Arg a= (Bang (Name x) -)) (Arg class= (Text "k"))])`],
  // Type arguments, or "less than".
  ["id<Int>(1)", "(Call (Name id) [(NamedType Int)] [(Arg (Int 1))])"],
  ["a<b>(c)", "(Call (Name a) [(NamedType b)] [(Arg (Name c))])"],
  ["a <b>(c)", "(Binary > (Binary < (Name a) (Name b)) (Name c))"],
  ["a<b> (c)", "(Binary > (Binary < (Name a) (Name b)) (Name c))"],
  [
    "f(a < b, c > (d))",
    "(Call (Name f) [] [(Arg (Binary < (Name a) (Name b))) (Arg (Binary > (Name c) (Name d)))])",
  ],
  // Suffixes, lists, maps, strings.
  ["u?.a?[1].b[2]", "(Index (Member b (OptionalIndex (OptionalMember a (Name u)) (Int 1))) (Int 2))"],
  ["body.delete", "(Member delete (Name body))"],
  ["f(1, a=2 b=3, 4,)", "(Call (Name f) [] [(Arg (Int 1)) (Arg a= (Int 2)) (Arg b= (Int 3)) (Arg (Int 4))])"],
  ["f(type=1 match=2)", "(Call (Name f) [] [(Arg type= (Int 1)) (Arg match= (Int 2))])"],
  [`{a: 1, "b": [1,],}`, `(Map [(Entry (Name a) (Int 1)) (Entry (Text "b") (List [(Int 1)]))])`],
  ["[]", "(List [])"],
  [
    `"a\${f("b")}c"`,
    `(Interpolated [(TextPart "a") (ExprPart (Call (Name f) [] [(Arg (Text "b"))])) (TextPart "c")])`,
  ],
];

for (const [source, tree] of trees) test(source, () => assert.is(expr(source), tree));

test("a span goes from the first to the last token; a group starts behind its parenthesis", () => {
  assert.is(covered("(1 + 2)"), "1 + 2)");
  assert.is(covered("(1 + 2) * 3"), "1 + 2) * 3");
  assert.is(covered("a.b(1)[2] # end"), "a.b(1)[2]");
  assert.is(covered("x ?! y"), "x ?! y");
  assert.is(covered("x ?!"), "x");
  assert.is(covered("- 1"), "- 1");
  assert.is(covered("div():\n  x"), "div():\n    x");
});

test("a comma between arguments is remembered", () => {
  assert.equal(faultsIn("f(1 b=2)"), ["1:5 expected ',' or ')', found 'b'"]);
  assert.equal(faultsIn(`f(a="x"b="y")`), ["1:8 expected ',' or ')', found 'b'"]);
});

test("ranges do not chain", () => {
  assert.equal(faultsIn("a..b..c"), ["1:5 expected end of line, found '..'"]);
  assert.equal(faultsIn("a..b + 1..c"), ["1:9 expected end of line, found '..'"]);
});

test("nothing goes on behind the block of spawn", () => {
  assert.is(
    body("let t = spawn:\n  x\n(y)\n-z"),
    "(Let t - (Spawn (Block [(Do (Name x))]))) (Do (Name y)) (Do (Unary - (Name z)))",
  );
});

test("chains have no limit, nesting has one", () => {
  assert.equal(faultsIn(`x = 1${" + 1".repeat(50_000)}`), []);
  assert.equal(faultsIn(`x = a${".b(1)".repeat(50_000)}`), []);
  assert.equal(faultsIn(`x = ${"(".repeat(256)}1${")".repeat(256)}`), []);
  assert.equal(faultsIn(`x = ${"(".repeat(5000)}1${")".repeat(5000)}`), ["1:505 nested too deeply"]);
  assert.equal(faultsIn(`x = ${"-".repeat(256)}1\nlet y: Int${"?".repeat(256)} = 1`), []);
  assert.equal(faultsIn(`x = ${"-".repeat(5000)}1`), ["1:504 nested too deeply"]);
  assert.equal(faultsIn(`let x: T${"?".repeat(5000)} = 1`), ["1:1009 nested too deeply"]);
  assert.equal(faultsIn(`x = ${"g<T(".repeat(256)}1${")".repeat(256)}`), []);
  assert.equal(faultsIn(`x = ${"g<".repeat(20_000)}1`), []);
});

test.run();
