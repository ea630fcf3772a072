// `fuse clean --cache`: removes the cache folders below a folder.

import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Context } from "../context.ts";
import { reportProblem } from "../output/failures.ts";
import { framed } from "../output/framed.ts";
import { isFile, isFolder } from "../package/find.ts";
import { fileProblem, problem } from "../problem.ts";

const CACHE = ".fuse-cache";

export const clean = (context: Context): Promise<number> => {
  const { call, currentFolder, reporter } = context;
  return framed(context.reporter, context.call.command, () => {
    const path = resolve(currentFolder, call.plain[0] ?? call.manifestPath ?? ".");
    const root = isFile(path) && basename(path) === "fuse.toml" ? dirname(path) : path;
    if (!isFolder(root))
      return reportProblem(reporter, problem(`expected a folder or a fuse.toml, found: ${path}`));
    try {
      const removed = removeCaches(root);
      reporter.step(call.command, summary(removed, root));
      return 0;
    } catch (error) {
      return reportProblem(reporter, fileProblem("write", root, error));
    }
  });
};

/** Removes every folder named `.fuse-cache` at or below `root` and gives their number; links are not followed. */
const removeCaches = (root: string): number => {
  let removed = 0;
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(folder, entry.name);
      if (entry.name !== CACHE) open.push(path);
      else {
        rmSync(path, { recursive: true });
        removed++;
      }
    }
  }
  return removed;
};

const summary = (removed: number, root: string): string =>
  removed === 0
    ? `no ${CACHE} directories found under ${root}`
    : `removed ${removed} ${CACHE} ${removed === 1 ? "directory" : "directories"} under ${root}`;
