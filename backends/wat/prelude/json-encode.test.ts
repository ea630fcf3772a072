// Strings as JSON in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { newPrelude } from "./testing.ts";

const content = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom("a", '"', "\\", "\n", "\u0001", "\u001f", "\u007f", "é", "😀"),
    maxLength: 30,
  }),
);

test("a string is quoted and escaped behind what is there", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(content, fc.array(content, { maxLength: 4 }), fc.boolean(), (start, parts, shared) => {
      const first = prelude.text(start);
      if (shared) prelude.run.dup!(first);
      let out = first;
      for (const part of parts) {
        const text = prelude.text(part);
        out = prelude.run.json_put_text!(out, text);
        prelude.run.drop!(text);
      }
      const expected = start + parts.map((part) => JSON.stringify(part)).join("");
      assert.is(prelude.textOf(out), expected);
      assert.is(prelude.isAscii(out), Buffer.byteLength(expected) === expected.length);
      prelude.run.drop!(out);
      if (shared) prelude.run.drop!(first);
      assert.is(prelude.live, 0);
    }),
  );
});

test.run();
