// name-declarations, by example.

import { isLeft } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type AnyPass, passesOfStages, programOf } from "../testing.ts";
import { nameDeclarations } from "./name-declarations.ts";

/** The ids in a file, in order. */
const idsOf = (...lines: readonly string[]): readonly string[] => {
  let program: unknown = programOf({ "lib/a.fuse": `${lines.join("\n")}\n` });
  for (const pass of passesOfStages("parse", "link") as readonly AnyPass[]) {
    const outcome = pass.run(program as never, { options: {} });
    if (isLeft(outcome)) throw new Error(JSON.stringify(outcome.left));
    program = outcome.right;
    if (pass === nameDeclarations) break;
  }
  return [...JSON.stringify(program).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!);
};

test("an id is the module and the name", () => {
  assert.equal(idsOf("fn f():", "  return", "type T:", "  n: Int"), ["lib/a.fuse:f", "lib/a.fuse:T"]);
});

test("a name that is declared again has an id that no name leads to", () => {
  assert.equal(idsOf("enum E:", "  A", "enum E:", "  B"), ["lib/a.fuse:E", "lib/a.fuse:E#1"]);
});

test("impls are numbered, and methods are named below them", () => {
  const impl = (of: string) => [`impl ${of} for T:`, "  fn m():", "    return"];
  const ids = idsOf(...impl("A"), ...impl("B")).toSorted();
  assert.equal(ids, ["lib/a.fuse:impl0", "lib/a.fuse:impl0.m", "lib/a.fuse:impl1", "lib/a.fuse:impl1.m"]);
});

test.run();
