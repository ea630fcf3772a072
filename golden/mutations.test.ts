// Whatever is done to a program, the compiler answers with a program that verifies, or with diagnostics in the file.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { endOf, startOf } from "../ir/framework/span.ts";
import { mutated } from "./arbitrary/mutated.ts";
import { compileText } from "./compiled.ts";

test("a changed program compiles and verifies, or is told what is wrong with it", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      // Throws where a pass does, and where verification finds a defect.
      const { diagnostics, program } = compileText("changed.fuse", text);
      assert.is(program === null, diagnostics.length > 0, "a program or diagnostics, never both or none");
      const keys = diagnostics.map(({ at, code, message }) => JSON.stringify([startOf(at), code, message]));
      assert.is(new Set(keys).size, keys.length, "each once");
      for (const [i, { at, path, level, message }] of diagnostics.entries()) {
        assert.is(path, "changed.fuse");
        assert.is(level, "error");
        assert.ok(message.length > 0 && !message.includes("undefined"), message);
        assert.ok(startOf(at) <= endOf(at) && endOf(at) <= text.length, `inside the file: ${message}`);
        const before = diagnostics[i - 1];
        assert.ok(before === undefined || startOf(before.at) <= startOf(at), `in order: ${message}`);
      }
    }),
    { numRuns: 2000 },
  );
});

test.run();
