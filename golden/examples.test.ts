// The examples run on the built command and print what stands in examples/expected.

import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { matchSnapshots } from "./snapshots.ts";
import { subjectsIn } from "./subjects.ts";

const subjects = subjectsIn("examples");

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["dist/fuse.cjs", ...args], { encoding: "utf8" });

test("every example runs and prints what is expected", () => {
  const outputs = new Map<string, string>();
  for (const { name, entry } of subjects) {
    const { status, stdout, stderr } = run("run", "--verify", entry);
    assert.is(status, 0, `${name}: ${stderr}`);
    outputs.set(`${name}.txt`, stdout);
  }
  matchSnapshots("examples/expected", outputs);
});

test("every example is formatted", () => {
  for (const { name, entry } of subjects) assert.is(run("fmt", "--check", entry).stdout, "", name);
});

test.run();
