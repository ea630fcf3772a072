// Documents are read back as they were written.

import { isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { document } from "./documents.ts";

const { codec } = document;

test("a document survives a dump", () => {
  const value = {
    entries: [
      ["a", [1n, 1.5, -0, "x", null, true]],
      ["b", 9223372036854775807n],
    ],
  } as const;
  const read = codec.decode(JSON.parse(JSON.stringify(codec.encode(value))));
  assert.ok(isRight(read));
  assert.equal(read.right, value);
});

test("what is no document is refused", () => {
  for (const wrong of [1, "x", ["i", "1.5"], ["z", "x"], ["m", ["a"]], ["m", [1, null]], {}])
    assert.not.ok(isRight(codec.decode(wrong)), JSON.stringify(wrong));
});

test.run();
