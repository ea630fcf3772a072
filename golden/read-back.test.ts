// A JSON dump at any boundary is as good as the program: read back it is equal, and compiles on to the same end.

import { readdirSync } from "node:fs";
import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Compilation, compile } from "../pipeline/compile.ts";
import { type DumpPoint, jsonDump, readDump } from "../pipeline/dump.ts";
import { behind, isReachable } from "../pipeline/points.ts";
import { standard } from "../pipeline/standard.ts";
import { compileFile } from "./compiled.ts";

const names = readdirSync("golden/programs").filter((name) => name.endsWith(".fuse"));
const boundaries = standard.map(({ boundary }) => boundary).filter((name) => isReachable(standard, name));
const last = boundaries.at(-1)!;
const after = (pass: string): DumpPoint => ({ pass, at: "after" });

/** How a compilation ends: the dump of the last boundary, or the diagnostics. */
const endOf = ({ program, diagnostics }: Compilation): string =>
  program === null ? JSON.stringify(diagnostics) : jsonDump(after(last), program);

for (const name of names) {
  test(`${name} ends the same from the dump of every boundary`, () => {
    const whole = compileFile(`golden/programs/${name}`);
    const dumped = whole.shown.filter(({ point }) => boundaries.includes(point.pass));
    if (whole.program !== null) assert.is(dumped.length, boundaries.length);
    for (const { point, state } of dumped) {
      const text = jsonDump(point, state);
      const read = readDump(text, point.pass, state.language);
      if (isLeft(read)) throw new Error(`${point.pass}: ${read.left}`);
      assert.is(jsonDump(point, read.right), text);
      const resumed = compile({
        stages: behind(standard, point.pass),
        options: {},
        start: read.right,
        until: last,
        points: [],
        verify: true,
      });
      assert.is(endOf(resumed), endOf(whole), `from ${point.pass}`);
    }
  });
}

test.run();
