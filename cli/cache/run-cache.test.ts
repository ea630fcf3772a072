// run-cache, by example.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findPackage } from "../package/find.ts";
import { folderWith } from "../testing.ts";
import { findProgram, mayHold, programPath, type RunKey, rememberProgram } from "./run-cache.ts";

const program = { backend: "vm", bytes: Uint8Array.of(1, 10, 10, 0, 255) } as const;

/** A program that was compiled and kept. */
const kept = () => {
  const folder = folderWith({ "main.fuse": "a", "lib.fuse": "b" });
  const key: RunKey = {
    paths: findPackage({ entry: "main.fuse", manifestPath: null }, folder),
    backend: null,
    role: "app",
    toolchain: "1",
  };
  const entry = join(folder, "main.fuse");
  rememberProgram(
    key,
    entry,
    new Map([
      [entry, "a"],
      [join(folder, "lib.fuse"), "b"],
    ]),
    program,
  );
  return { folder, key, entry };
};

test("a program is found, byte for byte, until a file it was made of changes", () => {
  const { folder, key, entry } = kept();
  const found = findProgram(key);
  assert.is(found?.entry, entry);
  assert.is(found?.program.backend, "vm");
  assert.equal([...(found?.program.bytes ?? [])], [...program.bytes]);
  assert.equal(found?.files, [entry, join(folder, "lib.fuse")]);
  writeFileSync(join(folder, "lib.fuse"), "c");
  assert.is(findProgram(key), null);
});

test("another backend, kind of entry or toolchain finds nothing", () => {
  const { key } = kept();
  assert.is(findProgram({ ...key, role: "main" }), null);
  assert.is(findProgram({ ...key, backend: "aot" }), null);
  assert.is(findProgram({ ...key, toolchain: "2" }), null);
});

test("a program that is cut off, changed or gone is no program", () => {
  const { key } = kept();
  const path = programPath(key);
  const content = readFileSync(path);
  for (const spoiled of [
    content.subarray(0, -1),
    Buffer.concat([content, Buffer.from("x")]),
    Buffer.alloc(0),
  ]) {
    writeFileSync(path, spoiled);
    assert.is(findProgram(key), null);
  }
  rmSync(path);
  assert.is(findProgram(key), null);
});

test("without a cache folder there is no reason to look", () => {
  const { key } = kept();
  assert.ok(mayHold(key.paths));
  const folder = folderWith({ "main.fuse": "" });
  const paths = findPackage({ entry: "main.fuse", manifestPath: null }, folder);
  assert.not.ok(mayHold(paths));
  assert.not.ok(existsSync(join(folder, ".fuse-cache")));
});

test.run();
