// Tests of check-refinements.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileFiles, messagesOf, recompile } from "./testing.ts";

const NAME = "check-refinements";

const PREDICATES = [
  "fn short(s: String) -> Bool:",
  "  return true",
  "fn count(n: Int) -> Int:",
  "  return n",
];

const says = (type: string, ...messages: readonly string[]) =>
  assert.equal(messagesOf(NAME, `fn f(x: ${type}):`, "  return", ...PREDICATES), messages, type);

const FORMS = 'a constraint is a range "lo..hi", regex("…") or predicate(name)';

test("ranges, expressions and predicates are fine", () => {
  says('String(1..5, regex("^a"), predicate(short))');
  says("Int(1, 5)");
  says("Int(-5..-1.0)");
  says("Float(0.5..0.5)");
  says("Bytes(1..3)");
});

test("a wrong form is reported alone", () => {
  says("Int()", `1:9 a refined type has at least one constraint: ${FORMS}`);
  says('String(1, regex("["))', `1:16 ${FORMS}`);
  says('String(size("x"))', `1:16 unknown constraint "size": ${FORMS}`);
  says('String(regex("a", "b"))', "1:16 regex takes one argument, found 2");
  says("Int(low..3)", "1:13 the bounds of a range are number literals");
  says("Int(1..2.5)", "1:13 the bounds of a range for Int are whole numbers");
});

test("every constraint that cannot be met is reported", () => {
  says("Int(5..1)", "1:13 the lower bound 5 is above the upper bound 1");
  says("Bool(1..2)", "1:14 Bool has no ranges");
  says('Int(regex("x"))', "1:13 regex is for texts, not for Int");
  says('String(regex("[a"))', "1:22 invalid regular expression: missing ]");
  says('String(regex("a**"))', "1:22 invalid regular expression: invalid nested repetition operator: `**`");
  says("String(predicate(nope))", '1:26 unknown predicate "nope": there is no function of this name');
  says(
    "String(predicate(count), 3..1)",
    '1:26 the parameter of predicate "count" does not take String: it is Int',
    '1:26 predicate "count" does not give Bool, but Int',
    "1:34 the lower bound 3 is above the upper bound 1",
  );
});

test("predicates are functions of the module or imported by name", () => {
  const lib =
    "fn good(n: Int?) -> Bool:\n  return true\nfn hard(n: Int(predicate(good))) -> Bool:\n  return true\n";
  const main = [
    'import { good, hard } from "./lib"',
    'import lib from "./lib"',
    "fn any<T>(x: T) -> Bool:",
    "  return true",
    "type T:",
    "  a: Int(predicate(good))",
    "  b: Int(predicate(hard))",
    "  c: Int(predicate(any))",
    "  d: Int(predicate(lib))",
    "",
  ].join("\n");
  const expected = [
    '7:20 the parameter of predicate "hard" does not take Int: it is Int(...)',
    '8:20 a predicate has no type parameters, but "any" has some',
    '9:20 unknown predicate "lib": "lib" is no function',
  ];
  const files = { "main.fuse": main, "lib.fuse": lib };
  assert.equal(compileFiles(NAME, files).messages, expected);
  assert.equal(recompile(NAME, files, "main.fuse").messages, expected);
});

test("predicates that demand each other's types are read", () => {
  const text = "fn f(s: String(predicate(f))) -> Bool:\n  return true";
  assert.equal(messagesOf(NAME, text), [
    '1:26 the parameter of predicate "f" does not take String: it is String(...)',
  ]);
});

test("with an unknown base only forms are looked at", () => says("Zork(5..1)"));

test.run();
