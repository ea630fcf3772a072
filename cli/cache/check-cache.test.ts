// check-cache, by example.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findPackage } from "../package/find.ts";
import { folderWith } from "../testing.ts";
import { type CheckKey, findCheck, forgetCheck, recordPath, rememberCheck } from "./check-cache.ts";

const files = { "fuse.toml": "[package]", "main.fuse": "a", "lib.fuse": "b", "data.json": "{}" };

/** A package that was checked, with or without the entry named. */
const checked = (entry: string | null) => {
  const folder = folderWith(files);
  const paths = findPackage({ entry, manifestPath: null }, folder);
  const key: CheckKey = { paths, strict: false, toolchain: "1" };
  const texts = Object.keys(files).map((name) => join(folder, name));
  rememberCheck(
    key,
    join(folder, "main.fuse"),
    new Map(texts.map((path) => [path, readFileSync(path, "utf8")])),
  );
  return { folder, key };
};

for (const entry of [null, "main.fuse"])
  test(`remembered until a file changes, ${entry ?? "package"} mode`, () => {
    const { folder, key } = checked(entry);
    assert.is(findCheck(key), join(folder, "main.fuse"));
    for (const name of Object.keys(files)) {
      const path = join(folder, name);
      const text = readFileSync(path, "utf8");
      writeFileSync(path, `${text} `);
      assert.is(findCheck(key), null, name);
      rmSync(path);
      assert.is(findCheck(key), null, name);
      writeFileSync(path, text);
    }
    assert.ok(findCheck(key));
    writeFileSync(join(folder, "fuse.lock"), "");
    assert.is(findCheck(key), null);
  });

test("another toolchain, strict checks and a forgotten check find nothing", () => {
  const { key } = checked(null);
  assert.is(findCheck({ ...key, toolchain: "2" }), null);
  assert.is(findCheck({ ...key, strict: true }), null);
  forgetCheck(key);
  assert.is(findCheck(key), null);
  forgetCheck(key);
});

test("a manifest nearer to the entry changes what root: means", () => {
  const folder = folderWith({ "fuse.toml": "", "src/main.fuse": "" });
  const key = {
    paths: findPackage({ entry: null, manifestPath: null }, folder),
    strict: false,
    toolchain: "1",
  };
  rememberCheck(key, join(folder, "src/main.fuse"), new Map([[join(folder, "src/main.fuse"), ""]]));
  assert.ok(findCheck(key));
  writeFileSync(join(folder, "src/fuse.toml"), "");
  assert.is(findCheck(key), null);
});

test("records have their places", () => {
  const packageMode = checked(null);
  assert.is(recordPath(packageMode.key), join(packageMode.folder, ".fuse/build/check.meta"));
  assert.is(
    recordPath({ ...packageMode.key, strict: true }),
    join(packageMode.folder, ".fuse/build/check.strict.meta"),
  );
  const fileMode = checked("main.fuse");
  assert.match(recordPath(fileMode.key), /[\\/]\.fuse-cache[\\/]check-[0-9a-f]{16}\.tsv$/);
});

test("a folder that cannot be written to is no failure", () => {
  const folder = folderWith({ "main.fuse": "", ".fuse-cache": "a file is in the way" });
  const paths = findPackage({ entry: "main.fuse", manifestPath: null }, folder);
  const key = { paths, strict: false, toolchain: "1" };
  rememberCheck(key, paths.entry!, new Map());
  forgetCheck(key);
  assert.not.ok(existsSync(recordPath(key)));
  assert.is(dirname(recordPath(key)), join(folder, ".fuse-cache"));
});

test("a record that is broken is no record", () => {
  const { key } = checked(null);
  for (const text of ["", "x", "entry\t", "\n\n\n\n\n\n\n"]) {
    writeFileSync(recordPath(key), text);
    assert.is(findCheck(key), null);
  }
});

test.run();
