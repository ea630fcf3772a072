// command-line, by example.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { span } from "../ir/framework/span.ts";
import { folderWith, fuse } from "./testing.ts";

const good = { "a.fuse": "print(1)\n" };

test("a successful command says so in step lines", async () => {
  assert.equal(await fuse(folderWith(good), ["run", "a.fuse"]), {
    status: 0,
    out: "",
    err: "[run] start\n[run] ok\n",
  });
});

test("diagnostics end a command with 1", async () => {
  const folder = folderWith({ "a.fuse": "  wrong\n" });
  const { status, err } = await fuse(folder, ["check", "a.fuse"]);
  assert.is(status, 1);
  assert.is(
    err,
    `[check] start\nerror: this is wrong (${join(folder, "a.fuse")}:1:3)\n    wrong\n    ^\n[check] failed\n`,
  );
});

test("a file that cannot be read has a code", async () => {
  const { status, err } = await fuse(folderWith({}), ["check", "gone.fuse", "--diagnostics", "json"]);
  assert.is(status, 1);
  assert.match(
    err,
    /"code":"wrapper_file_read","kind":"cli_message","level":"error","message":"failed to read/,
  );
});

test("a defect is a panic without a stack trace", async () => {
  const { status, err } = await fuse(folderWith({ "a.fuse": "crash" }), ["run", "a.fuse"]);
  assert.is(status, 101);
  assert.is(err, "[run] start\npanic: internal error: crashed\n[run] failed\n");
});

test("usage errors show the usage summary, in JSON only a line", async () => {
  const text = await fuse(folderWith({}), ["chekc"]);
  assert.is(text.status, 2);
  assert.match(text.err, /^error: unknown command: chekc\ndid you mean 'check'\?\n\nUsage:/);
  const json = await fuse(folderWith({}), ["chekc", "--diagnostics=json"]);
  assert.is(json.err.split("\n").length, 2);
});

test("nothing asked, help and version", async () => {
  const nothing = await fuse(folderWith({}), []);
  assert.equal([nothing.status, nothing.out], [2, ""]);
  assert.match(nothing.err, /^Usage: fuse/);
  assert.match((await fuse(folderWith({}), ["help", "test"])).out, /^Usage: fuse test .*--filter/s);
  assert.is((await fuse(folderWith({}), ["-V"])).out, "fuse 1.2.3\n");
});

test("a failed run shows its message and place, in JSON a payload", async () => {
  const ending = {
    kind: "failed",
    message: "index out of bounds",
    code: "runtime_index_bounds",
    envelope: null,
    place: { path: "a.fuse", at: span(6, 7) },
  } as const;
  const folder = folderWith(good);
  const text = await fuse(folder, ["run", "a.fuse"], { ending });
  assert.is(text.status, 1);
  assert.match(text.err, /\nrun error: index out of bounds\n {2}at .*a\.fuse:1:7\n/);
  const json = await fuse(folder, ["run", "a.fuse", "--diagnostics", "json"], { ending });
  assert.ok(
    json.err.includes(
      '{"error":{"code":"validation_error","fields":[{"code":"runtime_index_bounds","message":"index out of bounds","path":"$"}],"message":"validation failed"}}\n',
    ),
  );
});

test("a panic names its place and ends with 101", async () => {
  const ending = {
    kind: "panicked",
    message: "overflow",
    place: { path: "a.fuse", at: span(0, 1) },
  } as const;
  const { status, err } = await fuse(folderWith(good), ["run", "a.fuse"], { ending });
  assert.is(status, 101);
  assert.match(err, /\npanic: overflow \(.*a\.fuse:1:1\)\n\[run\] failed\n$/);
});

test("the manifest gives entry and backend", async () => {
  const folder = folderWith({ ...good, "fuse.toml": '[package]\nentry = "a.fuse"\nbackend = "jit"\n' });
  const { status, err } = await fuse(folder, ["check"]);
  assert.equal([status, err], [1, "error: unknown backend: jit (expected ast, vm or aot)\n"]);
  assert.is((await fuse(folder, ["check", "--backend", "ast"])).status, 0);
  assert.not.ok(existsSync(join(folder, ".fuse")));
});

test("without an entry nothing starts", async () => {
  const { status, err } = await fuse(folderWith({}), ["run"]);
  assert.is(status, 1);
  assert.match(err, /^error: no entry: .*fuse\.toml/);
});

test("a check that succeeds is remembered, one that fails is forgotten", async () => {
  const folder = folderWith({ ...good, "fuse.toml": '[package]\nentry = "a.fuse"\n' });
  await fuse(folder, ["check"]);
  assert.ok(existsSync(join(folder, ".fuse/build/check.meta")));
  writeFileSync(join(folder, "a.fuse"), "wrong");
  await fuse(folder, ["check"]);
  assert.not.ok(existsSync(join(folder, ".fuse/build/check.meta")));
});

test("the whole workspace", async () => {
  const folder = folderWith({
    "a/fuse.toml": '[package]\nentry = "m.fuse"\n',
    "a/m.fuse": "",
    "b/fuse.toml": '[package]\nentry = "m.fuse"\n',
    "b/m.fuse": "wrong",
    "c/fuse.toml": "[package]\n",
    "node_modules/d/fuse.toml": "nonsense",
  });
  const { status, err } = await fuse(folder, ["check", "--workspace"]);
  assert.is(status, 1);
  assert.match(err, /check: a — ok\nerror: this is wrong .*\nworkspace check: 1 of 2 package\(s\) failed\n/s);
});

test("fmt writes only what changes, and with --check nothing", async () => {
  const folder = folderWith({ "a.fuse": "x  \n" });
  assert.equal(await fuse(folder, ["fmt", "--check", "a.fuse"]), { status: 1, out: "a.fuse\n", err: "" });
  assert.equal(await fuse(folder, ["fmt", "a.fuse"]), { status: 0, out: "", err: "" });
  assert.is(readFileSync(join(folder, "a.fuse"), "utf8"), "x\n");
});

test("fmt leaves a package that does not load alone", async () => {
  const folder = folderWith({ "a.fuse": "wrong  \n", "fuse.toml": '[package]\nentry = "a.fuse"\n' });
  const { status, err } = await fuse(folder, ["fmt", "--diagnostics", "json"]);
  assert.is(status, 1);
  assert.match(err, /"kind":"diagnostic".*\n.*wrapper_format_aborted/);
});

test("clean removes cache folders and counts them", async () => {
  const folder = folderWith({ ".fuse-cache/x": "", "sub/.fuse-cache/y": "", "sub/keep": "" });
  const first = await fuse(folder, ["clean", "--cache"]);
  assert.is(
    first.err,
    `[clean] start\n[clean] removed 2 .fuse-cache directories under ${folder}\n[clean] ok\n`,
  );
  assert.ok(existsSync(join(folder, "sub/keep")));
  const second = await fuse(folder, ["clean", "--cache", "sub"]);
  assert.match(second.err, /no \.fuse-cache directories found under .*sub\n/);
});

test("new makes a package once, init keeps what is there", async () => {
  const folder = folderWith({ "there/src/main.fuse": "mine" });
  const made = await fuse(folder, ["new", "shop"]);
  assert.is(made.status, 0);
  assert.is(readFileSync(join(folder, "shop/.gitignore"), "utf8"), ".fuse/\n.fuse-cache/\n.env\n");
  assert.is((await fuse(folder, ["new", "shop"])).status, 1);
  assert.is((await fuse(join(folder, "shop"), ["init"])).status, 1);
  assert.is((await fuse(join(folder, "there"), ["init"])).out, "fuse.toml\n.gitignore\n");
  assert.is(readFileSync(join(folder, "there/src/main.fuse"), "utf8"), "mine");
});

test("the pipeline is listed without a program", async () => {
  assert.is((await fuse(folderWith({}), ["passes"])).out, "parse: the source\n");
  assert.equal(await fuse(folderWith({}), ["build", "--dump-pass=list"]), {
    status: 0,
    out: "parse: the source\n",
    err: "",
  });
});

test("timings are a table, or one line of JSON", async () => {
  const folder = folderWith(good);
  assert.match(
    (await fuse(folder, ["check", "--time-passes", "a.fuse"])).err,
    /\nparse +1\.00 ms\ntotal +1\.00 ms\n/,
  );
  assert.match(
    (await fuse(folder, ["check", "--time-passes", "a.fuse", "--diagnostics=json"])).err,
    /\n\{"kind":"pass_timings","passes":\[\{"ms":1,"name":"parse"\}\],"total_ms":1\}\n/,
  );
});

test("colour comes from .env too, and a .env that cannot be read is a warning", async () => {
  const coloured = await fuse(folderWith({ ...good, ".env": "FUSE_COLOR=always" }), ["check", "a.fuse"]);
  assert.match(coloured.err, "\u001b[36;1m[check]\u001b[0m start\n");
  const warned = await fuse(folderWith({ ...good, ".env/x": "" }), ["check", "a.fuse"]);
  assert.match(warned.err, /^warning: failed to read .*\.env/);
  assert.is(warned.status, 0);
});

test("dumps never replace the entry", async () => {
  const folder = folderWith(good);
  const { status, err } = await fuse(folder, ["check", "a.fuse", "--dump-pass=parse", "--dump-to=a.fuse"]);
  assert.is(status, 1);
  assert.match(err, /^error: failed to write .*: it is the entry file\n$/);
  assert.is(readFileSync(join(folder, "a.fuse"), "utf8"), good["a.fuse"]);
});

test("what comes later says so", async () => {
  const { status, err } = await fuse(folderWith(good), ["dev", "a.fuse"]);
  assert.equal([status, err], [1, "error: fuse dev comes in a later version\n"]);
});

test.run();
