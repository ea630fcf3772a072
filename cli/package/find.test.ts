// find, by example.

import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderWith } from "../testing.ts";
import { findPackage } from "./find.ts";

const folder = folderWith({
  "fuse.toml": "",
  "tool.fuse": "",
  "main.fuse": "",
  "src/main.fuse": "",
  "inner/fuse.toml": "",
  "inner/go.fuse": "",
});
const at = (path: string): string => join(folder, path);
const find = (entry: string | null, manifestPath: string | null, current: string) =>
  findPackage({ entry, manifestPath }, at(current));

test("the nearest manifest above the current folder", () => {
  assert.is(find(null, null, "src").manifest, at("fuse.toml"));
  assert.is(find(null, null, "inner").manifest, at("inner/fuse.toml"));
});

test("with an entry that exists, the nearest above it", () => {
  assert.is(find("inner/go.fuse", null, ".").folder, at("inner"));
  assert.is(find("gone.fuse", null, "inner").folder, at("inner"));
});

test("a manifest that is named, by itself or by its folder", () => {
  assert.is(find(null, "inner", ".").manifest, at("inner/fuse.toml"));
  assert.is(find(null, "../fuse.toml", "inner").folder, at("."));
  assert.is(find(null, "nowhere", ".").manifest, at("nowhere"));
});

test("an entry is looked up in the current folder first, then in the package", () => {
  assert.is(find("main.fuse", null, "src").entry, at("src/main.fuse"));
  assert.is(find("tool.fuse", null, "src").entry, at("tool.fuse"));
  assert.is(find("main.fuse", "..", "src").entry, at("main.fuse"));
  assert.is(find("gone.fuse", null, "src").entry, at("src/gone.fuse"));
});

test.run();
