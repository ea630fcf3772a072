// The examples run on the built command and print what stands in examples/expected.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { matchSnapshots } from "./snapshots.ts";

const names = readdirSync("examples").filter((name) => name.endsWith(".fuse"));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ["dist/fuse.cjs", ...args], { encoding: "utf8" });

test("every example runs and prints what is expected", () => {
  const outputs = new Map<string, string>();
  for (const name of names) {
    const { status, stdout, stderr } = run("run", "--verify", `examples/${name}`);
    assert.is(status, 0, `${name}: ${stderr}`);
    outputs.set(name.replace(/\.fuse$/, ".txt"), stdout);
  }
  matchSnapshots("examples/expected", outputs);
});

test("every example is formatted", () => {
  for (const name of names) assert.is(run("fmt", "--check", `examples/${name}`).stdout, "", name);
});

test.run();
