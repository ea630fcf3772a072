// parse.property, by example.

import fc from "fast-check";
import { isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { endOf, startOf } from "../../../ir/framework/span.ts";
import { verify } from "../../../ir/framework/verify.ts";
import { Surface } from "../../../ir/surface.ts";
import { jumbled, mutated, program } from "./arbitrary.ts";
import { parsed } from "./sample.ts";

const sources = fc.oneof(mutated, jumbled, fc.string());

test("the program that is mutated below is right itself", () => {
  assert.equal(parsed(program).diagnostics, []);
});

test("every source gives a tree of Surface", () => {
  fc.assert(
    fc.property(sources, (text) => {
      const found = verify(Surface, "Module", parsed(text).module);
      assert.equal(isRight(found) ? [] : found.left, []);
    }),
    { numRuns: 400 },
  );
});

test("diagnostics are in order, one per offset, and inside the file", () => {
  fc.assert(
    fc.property(sources, (text) => {
      const { diagnostics } = parsed(text);
      for (const [i, { at }] of diagnostics.entries()) {
        assert.ok(startOf(at) >= 0 && endOf(at) <= text.length);
        if (i > 0) assert.ok(startOf(at) > startOf(diagnostics[i - 1]!.at));
      }
    }),
    { numRuns: 400 },
  );
});

test("a file with an error has a diagnostic: what gives none is read alike with and without recovery", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const { diagnostics, module } = parsed(`${text}\n`);
      const worse = parsed(`${text}\n\nfn extra(:\n  x\n`);
      if (diagnostics.length > 0) return;
      assert.equal(worse.diagnostics.length, 1);
      assert.equal(worse.module.items.slice(0, module.items.length), module.items);
    }),
    { numRuns: 100 },
  );
});

test.run();
