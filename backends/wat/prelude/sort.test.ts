// The order of texts in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { sortedKeys } from "../../../runtime/json-encode.ts";
import { newPrelude } from "./testing.ts";

/** With many that begin alike. */
const key = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("a", "b", "\u0000", "é", "\uffff", "😀"), maxLength: 20 }),
  fc.nat(2000).map((n) => `the same ${n}`),
);

test("the keys of a map are in the order of their code points", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 100 }), (keys) => {
      const map = prelude.map("int");
      for (const each of keys) prelude.putInt(map, each, 1n);
      const sorted = prelude.run.map_sorted_keys!(map);
      assert.equal(
        prelude.wordsOf(sorted).map((text) => prelude.textOf(text)),
        sortedKeys(keys),
      );
      prelude.run.drop!(sorted);
      prelude.run.drop!(map);
      assert.is(prelude.live, 0);
    }),
  );
});

test.run();
