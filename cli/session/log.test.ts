// Log lines, end to end, on every backend: their order among what is printed, and their colour. It takes dist/ as it is.

import { spawnSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderWith } from "../testing.ts";

const command = resolve("dist/fuse.cjs");
const backends = ["ast", "vm", "aot"];

const { FUSE_COLOR, FUSE_COLOR_FORCE_TTY, FUSE_LOG, NO_COLOR, ...plainVariables } = process.env;

/** What a command writes, stdout and stderr on one stream. */
const written = (
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): string => {
  const path = join(folder, "written");
  const stream = openSync(path, "w");
  const env = { ...plainVariables, ...variables };
  spawnSync(process.execPath, [command, ...args], { cwd: folder, env, stdio: ["ignore", stream, stream] });
  closeSync(stream);
  return readFileSync(path, "utf8").replace(/^.*\[run\].*\n/gm, "");
};

const deep = `fn down(n: Int) -> Int:
  if n == 0:
    return 0
  return down(n - 1) + 1

app "deep":
  print("one")
  log("warn", "two")
  print(down(9000))
  log("four", 4)
  print("five")

test "logs":
  log("error", "tested")
`;
const lines = (level: string): string =>
  `one\n[${level}] two\n9000\n{"data":4,"level":"info","message":"four"}\nfive\n`;
const coloured = lines("\u001b[33;1mWARN\u001b[0m");

for (const backend of backends) {
  test(`${backend}: lines stand where they were written, each once`, () => {
    const run = ["run", "--backend", backend, "m.fuse"];
    assert.is(written(folderWith({ "m.fuse": deep }), run), lines("WARN"));
  });

  test(`${backend}: --color decides, for a program that is kept, too`, () => {
    const folder = folderWith({ "m.fuse": deep });
    const run = ["run", "--backend", backend, "m.fuse"];
    assert.is(written(folder, [...run, "--color=always"], { NO_COLOR: "1" }), coloured);
    assert.is(readdirSync(folder).includes(".fuse-cache"), backend !== "ast");
    assert.is(written(folder, [...run, "--color=always"], { FUSE_COLOR: "never" }), coloured);
    assert.is(written(folder, [...run, "--color=never"], { FUSE_COLOR: "always" }), lines("WARN"));
  });

  test(`${backend}: the settings of a package hold for its log`, () => {
    const run = ["run", "--backend", backend, "m.fuse"];
    const folder = folderWith({ "m.fuse": deep, ".env": "FUSE_COLOR=always\nFUSE_LOG=warn\n" });
    const expected = coloured.replace(/^\{.*\n/m, "");
    for (let time = 0; time < 2; time++) assert.is(written(folder, run), expected);
  });
}

test("tests log like programs", () => {
  const text = written(folderWith({ "m.fuse": deep }), ["test", "--color", "always", "m.fuse"]);
  assert.ok(text.includes("\n[\u001b[31;1mERROR\u001b[0m] tested\nok logs\n"), text);
});

test.run();
