// JSON in compiled programs.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, printed } from "./testing.ts";

test("a JSON text becomes a value of unknown type", async () => {
  const lines = await printed(
    ["fn read(text: String) -> Int:", "  let d = json.decode(text)", '  return d["n"] + 1'],
    'print(read("{\\"n\\": 41}"))',
    'let tail = "}"',
    'print(read("{\\"n\\": 9007199254740992" + tail))',
    'print(json.decode("[1.5, 0.1234567890123456789, \\"t\\", null, {}]"))',
  );
  assert.equal(lines, ["42", "9007199254740993", "[1.5, 0.12345678901234568, t, null, {}]"]);
});

test("a text that is no JSON says why, and what is no text cannot be read", async () => {
  assert.is(
    await failure([], 'print(json.decode("[1,]"))'),
    "invalid json: expected a value at line 1, column 4",
  );
  assert.match(await failure([], 'print(json.decode(json.decode("1")))'), "must be of type String");
});

test.run();
