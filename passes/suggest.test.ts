// Tests of suggestions.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { nearest } from "./suggest.ts";

test("a third of the letters may differ", () => {
  assert.is(nearest("prnit", ["input", "print"]), "print");
  assert.is(nearest("Strin", ["Int", "String"]), "String");
  assert.is(nearest("x", ["y"]), undefined);
  assert.is(nearest("counter", ["total"]), undefined);
});

test.run();
