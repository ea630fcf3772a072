// Program arguments, end to end: `fn main` is bound and called, on every backend. It takes dist/ as it is.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderWith, type Outcome } from "../testing.ts";

const command = resolve("dist/fuse.cjs");

const fuse = (folder: string, ...args: readonly string[]): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "run", "m.fuse", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status: status ?? -1, out: stdout, err: stderr };
};

const greeting = `fn main(name: String(1..12), times: Int(1..5) = 1, loud: Bool = name == "Bo", nick: String?):
  print("\${name} \${times} \${loud} \${nick}")

app "none":
  print("app")
`;

const ran = (out: string): Outcome => ({ status: 0, out, err: "[run] start\n[run] ok\n" });

/** What is printed for problems: code and path of each. */
const problemsIn = ({ status, out, err }: Outcome): readonly string[] => {
  assert.equal([status, out], [2, ""]);
  const [start, envelope, end] = err.split("\n");
  assert.equal([start, end], ["[run] start", "[run] validation failed"]);
  const { error } = JSON.parse(envelope!);
  return error.fields.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`);
};

for (const backend of ["ast", "vm", "aot"]) {
  const run = (...args: readonly string[]) => {
    const folder = folderWith({ "m.fuse": greeting });
    return fuse(folder, "--backend", backend, ...args);
  };

  test(`${backend}: parameters are bound, absent ones have their defaults`, () => {
    assert.equal(run("--", "--name", "Ada", "--times=2", "--loud"), ran("Ada 2 true null\n"));
    assert.equal(run("--", "--name=Bo", "--nick", "-b"), ran("Bo 1 true -b\n"));
    assert.equal(run("--"), ran("app\n"));
  });

  test(`${backend}: all problems are reported, in order`, () => {
    const problems = problemsIn(run("--", "--what", "--name=", "--times=x", "--no-nick", "--more=1"));
    assert.equal(problems, [
      ...["invalid_value name", "invalid_value times", "invalid_type nick"],
      ...["unknown_flag more", "unknown_flag what"],
    ]);
    assert.equal(problemsIn(run("--", "extra")), ["invalid_args $"]);
  });
}

test("a program that is kept takes other arguments; its app is kept apart", () => {
  const folder = folderWith({ "m.fuse": greeting });
  assert.equal(fuse(folder, "--", "--name=Ada"), ran("Ada 1 false null\n"));
  assert.equal(fuse(folder, "--", "--name=Eve", "--no-loud"), ran("Eve 1 false null\n"));
  assert.is(readdirSync(join(folder, ".fuse-cache")).length, 1);
});

test("--help prints how main is declared, and runs nothing", () => {
  const { status, out } = fuse(folderWith({ "m.fuse": greeting }), "--", "--bogus", "--help");
  assert.is(status, 0);
  assert.match(out, /--name +String\(1\.\.12\) +required/);
  assert.match(out, /--loud +Bool +default name == "Bo"/);
  assert.match(out, /--nick +String\? +optional/);
});

test("a program without main takes no arguments", () => {
  const { status, out, err } = fuse(folderWith({ "m.fuse": 'app "x":\n  print(1)\n' }), "--", "--a");
  assert.equal([status, out], [1, ""]);
  assert.match(err, "`fn main`");
});

test("what goes wrong in main is shown as in an app, in a deep call, too", () => {
  const deep = `fn down(n: Int) -> Int:
  if n == 0:
    return 1 / n
  return down(n - 1) + 1

fn main(n: Int):
  print("start")
  print(down(n))
`;
  for (const backend of ["ast", "vm", "aot"]) {
    const folder = folderWith({ "m.fuse": deep });
    const { status, out, err } = fuse(folder, "--backend", backend, "--", "--n=9000");
    assert.equal([status, out], [101, "start\n"], backend);
    assert.match(err, "panic: division by zero");
  }
});

test.run();
