// Tests of expand-derived-types.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled } from "./testing.ts";

const NAME = "expand-derived-types";

test("a derived type is a type with the fields that remain; the base keeps the defaults", () => {
  const text = compiled(
    NAME,
    ...["type C = B without y", "type A:", "  x: Int", "  y: Int", "  z: Int = 3", "type B = A without x"],
  );
  const z = "(Field z (Type :Int) (InheritedDefault main.fuse:A z))";
  assert.ok(text.includes(`(Struct main.fuse:C C [${z}])`));
  assert.ok(text.includes(`(Struct main.fuse:B B [(Field y (Type :Int) -) ${z}])`));
});

test.run();
