// Tests of lower-type-shorthand.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "../resolve/testing.ts";

const NAME = "lower-type-shorthand";

test("suffixes become generic types", () => {
  const text = compiled(NAME, "fn f(n: Int?, m: List<Int?>) -> Int!A!B:", "  return n");
  assert.ok(text.includes("(Param n (GenericType Option [(NamedType Int)]) -)"));
  assert.ok(text.includes("(GenericType List [(GenericType Option [(NamedType Int)])])"));
  assert.ok(
    text.includes(
      "(GenericType Result [(NamedType Int) (GenericType Result [(NamedType A) (NamedType B)])])",
    ),
  );
});

test("a result without error domain has one argument", () => {
  const text = compiled(NAME, "fn f() -> Int!:", "  return 1");
  assert.ok(text.includes("(GenericType Result [(NamedType Int)])"));
});

test.run();
