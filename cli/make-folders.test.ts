// make-folders, by example.

import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolders } from "./make-folders.ts";
import { folderWith } from "./testing.ts";

test("makes what is missing and keeps what is there", () => {
  const folder = folderWith({ "a/x": "" });
  makeFolders(join(folder, "a/b/c"));
  makeFolders(join(folder, "a/b/c"));
  assert.ok(statSync(join(folder, "a/b/c")).isDirectory());
});

test("fails where a file is in the way", () => {
  assert.throws(() => makeFolders(join(folderWith({ x: "" }), "x/y")), /ENOTDIR/);
});

test.run();
