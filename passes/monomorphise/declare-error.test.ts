// declare-error, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { linesAfter } from "./testing.ts";

test("the opaque type of errors is a struct with a message", () => {
  const found = linesAfter(
    "declare-error",
    "requires time",
    'app "a":',
    '  print(time.parse("", "%F"))',
  ).join(" ");
  assert.match(found, /\(Struct built-in:Error Error \[\(Field message :String -\)\]\)/);
});

test("a program without such errors has no such struct", () => {
  assert.not.match(linesAfter("declare-error", 'app "a":', "  print(1)").join(" "), /built-in/);
});

test.run();
