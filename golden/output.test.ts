// What the golden programs print, and how they end, on the built command.

import { spawnSync } from "node:child_process";
import { test } from "uvu";
import { matchSnapshots } from "./snapshots.ts";
import { subjectsIn } from "./subjects.ts";

/** Status, stdout and stderr; paths relative to the repository. */
const story = (command: string, entry: string): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/fuse.cjs", command, entry], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  const errors = stderr.replaceAll(process.cwd(), ".").replaceAll("\\", "/");
  return `status ${status}\n--- stdout\n${stdout}--- stderr\n${errors}`;
};

test("every golden program ends as its snapshot says", () => {
  const stories = subjectsIn("golden/programs").map(({ name, entry }): [string, string] => [
    `${name}.txt`,
    story("run", entry),
  ]);
  for (const name of ["tests.fuse", "modules/main.fuse"]) {
    stories.push([`${name.split(/[./]/)[0]}.report.txt`, story("test", `golden/programs/${name}`)]);
  }
  matchSnapshots("golden/output", new Map(stories));
});

test.run();
