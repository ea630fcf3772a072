// Snapshots: texts that a test compares with files, or writes to them when asked to.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as assert from "uvu/assert";

const updating = process.env.FUSE_UPDATE_GOLDEN === "1";

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"))
    : [];

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Holds one file against a text, or makes it so. */
export const matchSnapshot = (path: string, text: string): void => {
  if (updating) {
    write(path, text);
    return;
  }
  assert.ok(existsSync(path), `missing snapshot ${path}; run npm run golden:update and read the diff`);
  assert.fixture(readFileSync(path, "utf8"), text, `stale snapshot ${path}`);
};

/**
 * Holds the files below `folder` against `texts` (by path inside the folder). A missing, a stale and an orphaned
 * file each fail; with FUSE_UPDATE_GOLDEN=1 the folder is made to hold just these texts instead.
 */
export const matchSnapshots = (folder: string, texts: ReadonlyMap<string, string>): void => {
  const wanted = new Map([...texts].map(([name, text]) => [`${folder}/${name}`, text]));
  const orphans = filesBelow(folder).filter((path) => !wanted.has(path));
  if (updating) for (const path of orphans) rmSync(path);
  else assert.equal(orphans, [], "orphaned snapshots; run npm run golden:update and read the diff");
  for (const [path, text] of wanted) matchSnapshot(path, text);
};
