// What the golden programs print, and how they end, on the built command.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "uvu";
import { matchSnapshots } from "./snapshots.ts";

const names = readdirSync("golden/programs").filter((name) => name.endsWith(".fuse"));

/** Status, stdout and stderr; paths relative to the repository. */
const story = (command: string, name: string): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["dist/fuse.cjs", command, `golden/programs/${name}`],
    { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  const errors = stderr.replaceAll(process.cwd(), ".").replaceAll("\\", "/");
  return `status ${status}\n--- stdout\n${stdout}--- stderr\n${errors}`;
};

test("every golden program ends as its snapshot says", () => {
  const stories = names.map((name): [string, string] => [
    name.replace(/\.fuse$/, ".txt"),
    story("run", name),
  ]);
  stories.push(["tests.report.txt", story("test", "tests.fuse")]);
  matchSnapshots("golden/output", new Map(stories));
});

test.run();
