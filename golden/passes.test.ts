// What every pass does to the golden programs: a snapshot behind each pass that changed one.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { programText } from "../pipeline/dump.ts";
import { passesOf } from "../pipeline/stage.ts";
import { standard } from "../pipeline/standard.ts";
import { compileFile } from "./compiled.ts";
import { matchSnapshots } from "./snapshots.ts";
import { subjectsIn } from "./subjects.ts";

/** Programs that run, and such that this version can only check. */
const subjects = [...subjectsIn("golden/programs"), ...subjectsIn("golden/accepted")];
const passNames = passesOf(standard).map(({ pass }) => pass.name);

/** `07-lower-interpolation.txt`, numbered by the place in the pipeline. */
const fileOf = (pass: string): string =>
  `${String(passNames.indexOf(pass) + 1).padStart(2, "0")}-${pass}.txt`;

const seen = new Set<string>();
const snapshots = new Map<string, string>();
for (const { name, entry } of subjects) {
  const { shown } = compileFile(entry);
  for (const { point, before, state } of shown) {
    if (!passNames.includes(point.pass) || before === null) continue;
    const text = programText(state);
    if (text === programText(before) && state.language.name === before.language.name) continue;
    seen.add(point.pass);
    if (text !== programText(before)) snapshots.set(`${name}/${fileOf(point.pass)}`, `${text}\n`);
  }
}

test("every pass does to the golden programs what the snapshots say", () =>
  matchSnapshots("golden/snapshots", snapshots));

test("every pass that is no check changes some golden program", () => {
  const checks = /^(check|reject)-/;
  const idle = passNames.filter((name) => !checks.test(name) && !seen.has(name));
  assert.equal(idle, []);
});

test.run();
