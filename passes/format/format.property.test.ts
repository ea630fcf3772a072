// What holds for the formatting of every text.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { anySource, lexableSource } from "../parse/lexer/arbitrary.ts";
import { lex } from "../parse/lexer/lex.ts";
import { format } from "./format.ts";

const runs = { numRuns: 500 };
const anyText = fc.oneof(anySource, lexableSource, fc.string({ unit: "binary" }));

test("formatting twice changes nothing more", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = format(text);
      assert.is(format(once), once);
    }),
    runs,
  );
});

test("the tokens of a file without lexical errors stay the same", () => {
  fc.assert(
    fc.property(fc.oneof(lexableSource, anySource), (text) => {
      const before = lex("a.fuse", text);
      if (before.diagnostics.length > 0) return;
      const after = lex("a.fuse", format(text));
      assert.is(after.tokens, before.tokens);
      assert.equal([...after.values], [...before.values]);
      assert.equal([...after.docs], [...before.docs]);
      assert.equal(after.diagnostics, []);
    }),
    runs,
  );
});

test("a file ends with one LF, has none in a row outside of strings, and no CR LF", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const formatted = format(text);
      if (formatted !== "" && formatted !== "\uFEFF") assert.ok(formatted.endsWith("\n"));
      if (!formatted.includes('"""')) assert.not.ok(/\n\n\n|[^\n]\n\n$|\r\n/.test(formatted));
    }),
    runs,
  );
});

test.run();
