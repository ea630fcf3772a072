// Tests of lower-interpolation.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "../resolve/testing.ts";

const NAME = "lower-interpolation";

test("an interpolated string is the concatenation of its parts", () => {
  const text = compiled(NAME, "fn f(n: Int):", '  print("a${n}b${"${n}"}")');
  assert.ok(text.includes('(Concat [(Text "a") (Name n) (Text "b") (Concat [(Name n)])])'));
});

test("a plain string stays", () => {
  assert.ok(compiled(NAME, "fn f():", '  print("a")').includes('(Arg (Text "a"))'));
});

test.run();
