// Tests of insert-conversions: places, and what a value gets there.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const header = [
  "type U:",
  "  id: Id",
  "  age: Int(0..150) = 3",
  "  tags: List<Int>",
  "  nick: String?",
  "enum E:",
  "  V(Int?)",
  "fn take(n: Int?) -> Int!E:",
  "  return 1",
];

/** The statement of a function, in which `u` is of unknown type, as it leaves the pass: on one line. */
const converted = (line: string): string => {
  const text = printed(
    "insert-conversions",
    ...header,
    "fn f(n: Int, small: Int(1..3), o: Int?, x: Float, d: Map<String, List<Int>>) -> Int?!E:",
    "  let u = null ?? 1",
    ...line.split("\n").map((each) => `  ${each}`),
    "  while true:",
    "    print(1)",
  ).replace(/\s+/g, " ");
  return text.slice(text.indexOf("(Let u#"));
};

const table: readonly (readonly [string, string])[] = [
  ["let a: Int? = n", "(Let a#6 :Int? (Convert :Int? (Local n#0 :Int)))"],
  ["let a: Int = u", "(Let a#6 :Int (Convert :Int (Local u#5 :_)))"],
  ["let a: Int = small", "(Convert :Int (Local small#1 :Int(...)))"],
  ["let a: Int(1..3) = 2", "(Convert :Int(...) (Int 2 :Int))"],
  ["let a: Int? = null", "(Let a#6 :Int? (Null :Int?))"],
  ["let a: List<Int> = []", "(Let a#6 :List<Int> (List :List<Int> []))"],
  ["let a: List<Int> = [u]", "(List :List<Int> [(Convert :Int (Local u#5 :_))])"],
  ["take(n)", "(BoundArg 0 (Convert :Int? (Local n#0 :Int)))"],
  ["let a = E.V(1)", "(MakeVariant main.fuse:E V :E [(Convert :Int? (Int 1 :Int))])"],
  ["print(n)", "(CallBuiltin print :Unit [(Convert :_ (Local n#0 :Int))])"],
  ["return n", "(Return (Convert :Int?!E (Local n#0 :Int)))"],
  ["return take(n)", "(Return (Convert :Int?!E (Call main.fuse:take :Int!E"],
  ["if u:\n  print(1)", "(Branch (Convert :Bool (Local u#5 :_))"],
  ["let a = n + small", "(Binary + :Int (Local n#0 :Int) (Convert :Int (Local small#1 :Int(...))))"],
  ["let a = n + x", "(Binary + :Float (Local n#0 :Int) (Local x#3 :Float))"],
  ["let a = u + n", "(Binary + :_ (Local u#5 :_) (Convert :_ (Local n#0 :Int)))"],
  ["let a = u * x", "(Convert :Float (Binary * :_ (Local u#5 :_) (Convert :_ (Local x#3 :Float))))"],
  ["let a = u < n", "(Binary < :Bool (Local u#5 :_) (Convert :_ (Local n#0 :Int)))"],
  ['let a = "s" + u', '(Binary + :String (Text "s" :String) (Local u#5 :_))'],
  ["let a = [n] + [o]", "(Binary + :List<Int?> (Convert :List<Int?> (List :List<Int>"],
  ["let a = o == n", "(Binary == :Bool (Local o#2 :Int?) (Convert :Int? (Local n#0 :Int)))"],
  ["let a = o == null", "(Binary == :Bool (Local o#2 :Int?) (Null :Int?))"],
  ["let s: Int(1..3)? = 2\nlet a = s == 3", "(Convert :Int(...)? (Int 3 :Int))"],
  ["let a = u == n", "(Binary == :Bool (Local u#5 :_) (Convert :_ (Local n#0 :Int)))"],
  ["let a = n == x", "(Binary == :Bool (Local n#0 :Int) (Local x#3 :Float))"],
  ["let a = o ?? n", "(Coalesce :Int (Local o#2 :Int?) (Local n#0 :Int))"],
  ["let a = o ?? u", "(Coalesce :_ (Convert :_ (Local o#2 :Int?)) (Local u#5 :_))"],
  ['let a = d["k"] ?? []', "(List :List<Int> [])"],
  ["var a = o\na = n", "(Assign a#6 (Convert :Int? (Local n#0 :Int)) [])"],
  ['d["k"][small] = u', "(Assign d#4 (Convert :Int (Local u#5 :_))"],
  ["let a = u[n]", "(Index true :_ (Local u#5 :_) (Convert :_ (Local n#0 :Int)))"],
  ['let a = U(id="x", tags=[n])', '(FieldValue id (Validate :Id U.id (Text "x" :String)))'],
  ['let a = U(id="x", tags=u)', "(FieldValue tags (Validate :List<Int> U.tags (Local u#5 :_)))"],
  ['let a = U(id="x", tags=[u])', "(Validate :List<Int> U.tags (List :List<_> [(Local u#5 :_)]))"],
  ['let a = U(id="x", tags=[], nick="n")', '(FieldValue nick (Convert :String? (Text "n" :String)))'],
  ["null ?! E.V(1)", "(Bang :_ (Null :_?) (MakeVariant"],
];
for (const [line, expected] of table) {
  test(line, () => assert.ok(converted(line).includes(expected), converted(line)));
}

test("defaults of fields are validated", () => {
  assert.match(
    printed("insert-conversions", ...header),
    "(Field age :Int(...) (Validate :Int(...) U.age (Int 3 :Int)))",
  );
});

test.run();
