// What holds for the tokens of every text.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { startOf } from "../../../ir/framework/span.ts";
import { kindOf } from "../../../ir/tokens.ts";
import { anySource, lexableSource } from "./arbitrary.ts";
import { lex } from "./lex.ts";

const runs = { numRuns: 400 };
const kindsIn = (text: string): readonly string[] => [...lex("a.fuse", text).tokens].map(kindOf);

test("every text becomes tokens that end with EOF", () => {
  fc.assert(
    fc.property(fc.oneof(anySource, fc.string({ unit: "binary" })), (text) => {
      assert.is(kindsIn(text).at(-1), "eof");
    }),
    runs,
  );
});

test("tokens stand in order, inside the text, and do not overlap", () => {
  fc.assert(
    fc.property(anySource, (text) => {
      const { starts, ends } = lex("a.fuse", text);
      starts.forEach((start, i) => {
        assert.ok(start >= (i === 0 ? 0 : ends[i - 1]!) && ends[i]! >= start && ends[i]! <= text.length);
      });
    }),
    runs,
  );
});

const pairs: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
  indent: "dedent",
  stringOpen: "stringClose",
  interpolationOpen: "interpolationClose",
};
const closers = new Set(Object.values(pairs));

test("brackets, strings, INDENT and DEDENT are balanced", () => {
  fc.assert(
    fc.property(anySource, (text) => {
      const open: string[] = [];
      for (const kind of kindsIn(text)) {
        if (kind in pairs) open.push(pairs[kind]!);
        if (closers.has(kind)) assert.is(open.pop(), kind);
      }
      assert.equal(open, []);
    }),
    runs,
  );
});

test("diagnostics stand in order, each at a place of its own, and each line that has one is spoiled", () => {
  fc.assert(
    fc.property(anySource, (text) => {
      const { diagnostics, spoiled, tokens } = lex("a.fuse", text);
      const places = diagnostics.map((one) => startOf(one.at));
      assert.equal(
        places,
        [...new Set(places)].sort((a, b) => a - b),
      );
      for (const [first, last] of spoiled) {
        assert.ok(first <= last && diagnostics.length > 0);
        assert.is(kindOf(tokens.charAt(last)), "newline");
      }
    }),
    runs,
  );
});

test("chunks begin at column 0 and cover the file", () => {
  fc.assert(
    fc.property(lexableSource, (text) => {
      const { chunks, starts } = lex("a.fuse", text);
      assert.is(chunks[0] ?? 0, 0);
      for (const first of chunks) assert.ok(starts[first] === 0 || text.charAt(starts[first]! - 1) === "\n");
    }),
    runs,
  );
});

test("the sources that count as correct have no lexical diagnostics", () => {
  fc.assert(
    fc.property(lexableSource, (text) => {
      assert.equal(lex("a.fuse", text).diagnostics, []);
    }),
    { numRuns: 100 },
  );
});

test.run();
