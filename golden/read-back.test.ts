// A JSON dump at any boundary is as good as the program: read back it is equal, and compiles on to the same end.

import { readdirSync } from "node:fs";
import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Compilation, compile } from "../pipeline/compile.ts";
import { type DumpPoint, jsonDump, readDump } from "../pipeline/dump.ts";
import { behind, upTo } from "../pipeline/points.ts";
import { standard } from "../pipeline/standard.ts";
import { compileFile } from "./compiled.ts";

const names = readdirSync("golden/programs").filter((name) => name.endsWith(".fuse"));
const boundaries = standard.map(({ boundary }) => boundary);
/** Where the pipeline ends. */
const ends = ["registers", "wat"];
const after = (pass: string): DumpPoint => ({ pass, at: "after" });

/** The end of a compilation that was taken up: the dump of that boundary. */
const endOf = ({ program, diagnostics }: Compilation, end: string): string =>
  program === null ? JSON.stringify(diagnostics) : jsonDump(after(end), program);

for (const name of names) {
  test(`${name} ends the same from the dump of every boundary`, () => {
    const { program, shown } = compileFile(`golden/programs/${name}`);
    const states = new Map(shown.map(({ point, state }) => [point.pass, state]));
    const dumped = boundaries.filter((boundary) => states.has(boundary));
    if (program !== null) assert.equal(dumped, boundaries);
    for (const boundary of dumped) {
      const state = states.get(boundary)!;
      const text = jsonDump(after(boundary), state);
      const read = readDump(text, boundary, state.language);
      if (isLeft(read)) throw new Error(`${boundary}: ${read.left}`);
      assert.is(jsonDump(after(boundary), read.right), text);
      for (const until of ends.filter((end) => states.has(end) && upTo(standard, end).has(boundary))) {
        const stages = behind(standard, boundary);
        const resumed = compile({ stages, options: {}, start: read.right, until, points: [], verify: true });
        assert.is(endOf(resumed, until), jsonDump(after(until), states.get(until)!), `from ${boundary}`);
      }
    }
  });
}

test.run();
