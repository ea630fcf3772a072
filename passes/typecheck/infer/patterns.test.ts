// Tests of patterns.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf, printed } from "../testing.ts";

const header = [
  "enum C:",
  "  Red",
  "  G(Int)",
  "enum D:",
  "  Red",
  "  H(Int)",
  "type P:",
  "  a: Int",
  "type Q:",
  "  a: Int",
];

/** Where a pattern (in line 13, column 5) is wrong for a value of this type; its names are used as given. */
const against = (type: string, pattern: string, use = "0"): readonly string[] =>
  placesOf(...header, `fn f(x: ${type}):`, "  match x:", `    ${pattern}:`, `      print(${use})`);

test("configs and boxes are matched as what they hold", () => {
  const config = ["config App:", "  port: Int = 1", "fn f(c: App):", "  match c:"];
  assert.equal(placesOf(...config, "    App(port=p):", "      print(p + 1)"), []);
  assert.equal(placesOf(...config, "    App(prot=p):", "      print(1)"), ["5:9"]);
  assert.equal(
    placesOf(
      "fn f():",
      "  let b = box 5",
      "  match b:",
      "    1:",
      "      print(1)",
      "    n:",
      "      let q: Int = n",
    ),
    [],
  );
});

const accepted: readonly (readonly [string, string, string?])[] = [
  ["C", "Red"],
  ["C", "C.Red"],
  ["C", "G(n)", "n + 1"],
  ["C", "other", "other == C.Red"],
  ["C?", "Red"],
  ["C?", "Some(G(n))", "n + 1"],
  ["Int?", "None"],
  ["Int?", "3"],
  ["Int?", "null"],
  ["Int!C", "Ok(v)", "v + 1"],
  ["Int!C", "Err(Red)"],
  ["Int!C!D", "Err(C.Red)"],
  ["Int!C!D", "Err(H(n))", "n + 1"],
  ["Int!C!P", "Err(P(a=n))", "n + 1"],
  ["Int!C!D", "Err(e)", "e == C.Red"],
  ["P", "P(a=1)"],
  ["Int(1..3)", "2"],
];
for (const [type, pattern, use] of accepted) {
  test(`${pattern} may match ${type}`, () => assert.equal(against(type, pattern, use), []));
}

const rejected: readonly (readonly [string, string, string])[] = [
  ["C", "G", "13:5"],
  ["C", "G(a, b)", "13:5"],
  ["C", "Red(_)", "13:5"],
  ["C", "Zork(_)", "13:5"],
  ["C", "D.Red", "13:5"],
  ["C", "C.Zork", "13:5"],
  ["P", "P(zz=_)", "13:7"],
  ["P", "P(a=x, a=_)", "13:12"],
  ["P", "Q(a=_)", "13:5"],
  ["Int?", "Some", "13:5"],
  ["Int?", '"x"', "13:5"],
  ["Int!C", "Ok", "13:5"],
  ["Int!C!D", "Err(Red)", "13:9"],
  ["Int", "Some(_)", "13:5"],
  ["Int", "P(a=1)", "13:5"],
  ["Int(1..3)", "9", "13:5"],
  ["List<Int>", "G(_)", "13:5"],
];
for (const [type, pattern, place] of rejected) {
  test(`${pattern} is no pattern for ${type}`, () => assert.equal(against(type, pattern), [place]));
}

test("a name is bound once", () => {
  assert.equal(
    placesOf(
      "type P:",
      "  a: Int",
      "  b: Int",
      "fn f(p: P):",
      "  match p:",
      "    P(a=n, b=n):",
      "      print(n)",
    ),
    ["6:14"],
  );
});

test("behind a wrong pattern its names are of unknown type", () => {
  assert.equal(against("C", "G(a, b)", "b.anything + a"), ["13:5"]);
});

test("a subject of unknown type tells variants from bindings when the program runs", () => {
  const text = printed(
    "infer-types",
    "fn f() -> Int?:",
    "  let x = null ?? 1",
    "  match x:",
    "    Red -> null",
    "    V(a) -> a",
    "    Ok(b) -> b",
    "    None -> null",
    "  return 1",
  );
  for (const form of [
    "(DynamicBarePattern Red",
    "(DynamicVariantPattern V",
    "(DynamicVariantPattern Ok",
    "(NonePattern",
  ]) {
    assert.match(text, form);
  }
});

test("messages name what would fit", () => {
  const [message] = messagesOf("fn f(o: Int?):", "  match o:", "    Ok(v):", "      return");
  assert.is(message, '3:5 not matchable: a value of type Int? is no Ok: match "Some(…)" and "None"');
});

test.run();
