// The built command, end to end: programs run, dumps taken up, pipelines changed. It takes dist/ as it is.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderWith, type Outcome } from "../testing.ts";

const command = resolve("dist/fuse.cjs");

const fuse = (folder: string, ...args: readonly string[]): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status: status ?? -1, out: stdout, err: stderr };
};

const program = `fn double(n: Int) -> Int:
  return n * 2

app "main":
  print("twice: \${double(21)}")

test "doubles":
  print("testing")
  assert(double(2) == 4)

test "fails":
  assert(double(1) == 3, "no")
`;

const report = "testing\nok doubles\nFAILED fails: assert failed: no\nFAILED (1 failed of 2 tests)\n";
const ran: Outcome = { status: 0, out: "twice: 42\n", err: "[run] start\n[run] ok\n" };

const withProgram = (more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ "with blanks/m.fuse": program, ...more });
const MAIN = "with blanks/m.fuse";

test("run runs the app, test the tests", () => {
  const folder = withProgram();
  assert.equal(fuse(folder, "run", MAIN), ran);
  assert.equal(fuse(folder, "test", MAIN), {
    status: 1,
    out: report,
    err: "[test] start\n[test] failed\n",
  });
});

test("a program with diagnostics shows them and does not run", () => {
  const folder = folderWith({ "m.fuse": 'app "x":\r\n  print("é", nope)\r\n' });
  const { status, out, err } = fuse(folder, "run", "m.fuse", "--diagnostics=json");
  assert.equal([status, out], [1, ""]);
  const { line, column, span_start, path } = JSON.parse(err.split("\n")[1]!);
  assert.equal([line, column, span_start, path], [2, 14, 24, join(folder, "m.fuse")]);
});

test("a program goes on from every boundary, in another folder too", () => {
  const folder = withProgram();
  assert.is(
    fuse(folder, "check", MAIN, "--dump-pass=all", "--dump-format=json", "--dump-to=d/all.json").status,
    0,
  );
  const dumps = readFileSync(join(folder, "d/all.json"), "utf8");
  assert.not.match(dumps, folder);
  const elsewhere = folderWith({ "all.json": dumps });
  for (const name of ["parse", "desugar", "resolve", "typecheck", "monomorphise", "match"]) {
    assert.equal(fuse(elsewhere, "run", "--from-pass", name, "all.json", "--verify"), ran, name);
    assert.is(fuse(elsewhere, "test", "--from-pass", name, "all.json").out, report, name);
  }
});

const backends = ["ast", "vm", "aot"] as const;

test("all backends run a program alike, from source and from dumps that lead to them", () => {
  const folder = withProgram();
  fuse(folder, "check", MAIN, "--dump-pass=all", "--dump-format=json", "--dump-to=all.json");
  const starts = { ast: ["match"], vm: ["lower", "own", "registers"], aot: ["lower", "own", "wat"] };
  for (const backend of backends) {
    assert.equal(fuse(folder, "run", MAIN, "--backend", backend), ran, backend);
    for (const name of starts[backend]) {
      assert.equal(fuse(folder, "run", "--from-pass", name, "all.json", "--backend", backend), ran, name);
    }
  }
});

test("a compiled program is kept, and its failures have their positions", () => {
  const failing = 'app "x":\n  let n = 0\n  print("before")\n  print(1 / n)\n';
  for (const backend of ["vm", "aot"]) {
    const folder = folderWith({ "m.fuse": failing });
    const first = fuse(folder, "run", "m.fuse", "--backend", backend);
    const at = `${join(folder, "m.fuse")}:4:9`;
    const err = `[run] start\npanic: division by zero (${at})\n[run] failed\n`;
    assert.equal(first, { status: 101, out: "before\n", err });
    assert.is(readdirSync(join(folder, ".fuse-cache")).length, 1);
    assert.equal(fuse(folder, "run", "m.fuse", "--backend", backend), first);
    writeFileSync(join(folder, "m.fuse"), failing.replace("1 / n", "n"));
    assert.is(fuse(folder, "run", "m.fuse", "--backend", backend).out, "before\n0\n");
  }
});

test("a call that looks into the compiler keeps nothing", () => {
  const folder = folderWith({ "m.fuse": program });
  fuse(folder, "run", "m.fuse", "--backend=vm", "--verify");
  assert.not.ok(existsSync(join(folder, ".fuse-cache")));
});

test("calls may be deep on every backend, kept or not", () => {
  const deep = `fn down(n: Int) -> Int:
  if n == 0:
    return 0
  return 1 + down(n - 1)

app "x":
  print(down(9999))
  print(down(10000))
`;
  for (const backend of backends) {
    const folder = folderWith({ "m.fuse": deep });
    for (const _ of ["compiled", "kept"]) {
      const { status, out, err } = fuse(folder, "run", "m.fuse", "--backend", backend);
      assert.equal([status, out], [101, "9999\n"], backend);
      assert.match(err, /panic: calls deeper than 10000 levels \(.*m\.fuse:4:14\)/, backend);
    }
  }
});

/** A function with so many parameters that 10,000 of its frames need a larger stack than a program is tried with. */
const wide = (): string => {
  const numbers = Array.from({ length: 30 }, (_, i) => i);
  const each = (show: (i: number) => string): string => numbers.map(show).join(", ");
  return `fn wide(n: Int, ${each((i) => `a${i}: Int`)}) -> Int:
  if n == 1:
    print("bottom")
    return a29
  let below = wide(n - 1, ${each((i) => `a${i} + ${i}`)})
  return below + ${numbers.map((i) => `a${i}`).join(" - ")}

fn lines():
  for i in 1..300:
    print("line \${i}")
  print(wide(10000, ${each(() => "0")}) != 7)

app "x":
  lines()

test "a":
  print("a")

test "b":
  lines()

test "c":
  print("c")
`;
};

test("what needs a larger stack than it is tried with prints everything once", () => {
  const folder = folderWith({ "m.fuse": wide() });
  const lines = [...Array.from({ length: 300 }, (_, i) => `line ${i + 1}\n`), "bottom\n", "true\n"].join("");
  for (const _ of ["compiled", "kept"])
    assert.equal(fuse(folder, "run", "m.fuse"), { status: 0, out: lines, err: "[run] start\n[run] ok\n" });
  const { out } = fuse(folder, "test", "m.fuse");
  assert.is(out, `a\n${lines}c\nok a\nok b\nok c\nok (3 tests)\n`);
});

test("dumps come in pipeline order, each once, before the output", () => {
  const { out } = fuse(
    withProgram(),
    "run",
    MAIN,
    ..."lower parse lower tokenise:before".split(" ").flatMap((name) => ["--dump-pass", name]),
  );
  assert.equal(out.match(/^(=== \S+|twice.*)/gm), [
    "=== tokenise:before",
    "=== parse",
    "=== lower",
    "twice: 42",
  ]);
});

test("diagnostics of a dumped program have its positions and lines", () => {
  const folder = folderWith({ "m.fuse": 'app "x":\n  print(nope)\n' });
  const { out } = fuse(folder, "check", "m.fuse", "--dump-pass=parse", "--dump-format=json");
  writeFileSync(join(folder, "d.json"), out);
  const { status, err } = fuse(folder, "check", "--from-pass=parse", "d.json");
  assert.is(status, 1);
  assert.match(err, /\(.*m\.fuse:2:9\)\n {4}print\(nope\)\n {10}\^\n/);
});

test("a damaged dump is refused", () => {
  const folder = withProgram();
  const { out } = fuse(folder, "check", MAIN, "--dump-pass=resolve", "--dump-format=json");
  for (const damaged of [
    out.slice(0, -9),
    out.replace('"Resolved"', '"Core"'),
    out.replace(/\["Int"[^\]]*\],/, ""),
  ]) {
    writeFileSync(join(folder, "d.json"), damaged);
    const { status, err } = fuse(folder, "run", "--from-pass=resolve", "d.json");
    assert.is(status, 1);
    assert.match(err, /^error: \[FUSE_DUMP_INVALID\] .*d\.json: [^\n]*\n$/);
  }
});

const plugin = (run: string): string => `export default ({ languages: { Core }, right }) =>
  ({ name: "mine", purpose: "Does as it likes.", from: Core, to: Core, run: (program) => ${run} });
`;
const pluginFile = JSON.stringify({ plugins: [{ module: "./mine.mjs", after: "desugar" }] });

test("a plugin is a pass among the others", () => {
  const folder = withProgram({ "p/mine.mjs": plugin("right(program)"), "p/p.json": pluginFile });
  const { status, out, err } = fuse(
    folder,
    "run",
    MAIN,
    "--pipeline=p/p.json",
    "--dump-pass=mine",
    "--dump-diff",
    "--time-passes",
  );
  assert.equal([status, out], [0, "=== mine\ntwice: 42\n"]);
  assert.match(err, /^mine +[\d.]+ ms$/m);
});

test("a plugin that fails, or makes what its language does not allow, is found out", () => {
  const failing = withProgram({ "mine.mjs": plugin("nothing.at.all"), "p.json": pluginFile });
  assert.equal(fuse(failing, "run", MAIN, "--pipeline=p.json"), {
    status: 101,
    out: "",
    err: "[run] start\npanic: the plugin pass mine failed: nothing is not defined\n[run] failed\n",
  });
  const wrong = withProgram({ "mine.mjs": plugin("right({ ...program, more: 1 })"), "p.json": pluginFile });
  const { status, err } = fuse(wrong, "run", MAIN, "--pipeline=p.json", "--verify");
  assert.is(status, 101);
  assert.match(err, /panic: the pass mine gave no Core program/);
});

test("what a pipeline file took away is an unknown pass", () => {
  const folder = withProgram({ "p.json": '{"disable":["remove-unreachable"]}' });
  assert.equal(fuse(folder, "run", MAIN, "--pipeline=p.json"), ran);
  const { status, err } = fuse(folder, "run", MAIN, "--pipeline=p.json", "--dump-pass=remove-unreachable");
  assert.equal([status, err], [2, "error: unknown pass: remove-unreachable\n"]);
});

test("deep nesting and long chains are checked and run", () => {
  const deep = `app "x":\n  print(${"[".repeat(400)}${"]".repeat(400)} == null)\n`;
  const long = `app "x":\n  print(${Array(5000).fill("1").join(" + ")})\n`;
  const folder = folderWith({ "deep.fuse": deep, "long.fuse": long });
  assert.equal(fuse(folder, "check", "deep.fuse").status, 0);
  assert.equal(fuse(folder, "run", "deep.fuse").out, "false\n");
  assert.equal(fuse(folder, "run", "long.fuse").out, "5000\n");
});

test("the dumps of a workspace go to one file", () => {
  const manifest = '[package]\nentry = "m.fuse"\n';
  const files = { "a/m.fuse": "", "b/m.fuse": "", "a/fuse.toml": manifest, "b/fuse.toml": manifest };
  const folder = folderWith(files);
  assert.is(fuse(folder, "check", "--workspace", "--dump-pass=parse", "--dump-to=d.txt").status, 0);
  assert.is(readFileSync(join(folder, "d.txt"), "utf8").match(/^=== parse/gm)?.length, 2);
});

test("a cache is seen in its notice only", () => {
  const folder = withProgram();
  assert.is(fuse(folder, "check", MAIN).err, "[check] start\n[check] ok\n");
  assert.ok(existsSync(join(folder, "with blanks/.fuse-cache")));
  assert.match(fuse(folder, "check", MAIN).err, /\ncheck: ok \(cached, no changes\)\n/);
  writeFileSync(join(folder, MAIN), program.replace("n * 2", "n * nope"));
  assert.is(fuse(folder, "check", MAIN).status, 1);
});

test.run();
