// Tests of expand-derived-types.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "./testing.ts";

const NAME = "expand-derived-types";

test("a derived type is a type with the fields that remain", () => {
  const text = compiled(
    NAME,
    ...["type C = B without y", "type A:", "  x: Int", "  y: Int", "  z: Int = 3", "type B = A without x"],
  );
  assert.ok(text.includes("(Struct main.fuse:C C [(Field z (Type :Int) (Int 3))])"));
  assert.ok(text.includes("(Struct main.fuse:B B [(Field y (Type :Int) -) (Field z (Type :Int) (Int 3))])"));
});

test.run();
