// `fuse check --workspace`: checks every package below a folder.

import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isLeft } from "fp-ts/Either";
import type { Context } from "../context.ts";
import { reportProblem } from "../output/failures.ts";
import { framed } from "../output/framed.ts";
import { isFile } from "../package/find.ts";
import { prepareJob } from "../package/job.ts";
import { entryOf, readManifest } from "../package/manifest.ts";
import { problem } from "../problem.ts";
import { observationOf } from "./observation.ts";
import { compileProgram, openProgram } from "./program.ts";

const skipped = new Set(["target", "node_modules"]);

const foldersIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !skipped.has(entry.name))
      .map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
};

/** Every folder with a `fuse.toml` at or below `root`, in sorted order. */
export const packagesBelow = (root: string): readonly string[] => {
  const found: string[] = [];
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (isFile(join(folder, "fuse.toml"))) found.push(folder);
    open.push(...foldersIn(folder));
  }
  return found.sort();
};

type Outcome = "ok" | "failed" | "no entry";

export const checkWorkspace = async (context: Context): Promise<number> => {
  const { call, currentFolder, reporter } = context;
  const root = resolve(currentFolder, call.entry ?? call.manifestPath ?? ".");
  const observation = observationOf(context, root);
  if (isLeft(observation)) return reportProblem(reporter, observation.left);
  return framed(context.reporter, context.call.command, async () => {
    const folders = packagesBelow(root);
    if (folders.length === 0) return reportProblem(reporter, problem(`no packages found under ${root}`));
    let checked = 0;
    let failed = 0;
    for (const folder of folders) {
      const outcome = await checkPackage(context, folder, observation);
      if (outcome !== "no entry") checked++;
      if (outcome === "failed") failed++;
      if (outcome === "ok") {
        const shown = relative(currentFolder, folder) || ".";
        reporter.say({ text: `check: ${shown} — ok`, json: { event: "check.ok", package: folder } });
      }
    }
    reporter.textOnly(
      failed === 0
        ? `workspace check: ${checked} package(s) — all ok\n`
        : `workspace check: ${failed} of ${checked} package(s) failed\n`,
    );
    return failed === 0 ? 0 : 1;
  });
};

/** Shows what is wrong with a package. */
const checkPackage = async (
  context: Context,
  folder: string,
  observation: ReturnType<typeof observationOf>,
): Promise<Outcome> => {
  const { call, reporter } = context;
  const manifest = join(folder, "fuse.toml");
  const read = readManifest(manifest);
  if (!isLeft(read) && entryOf(read.right.manifest) === null) return "no entry";
  const job = prepareJob(call, { manifest, folder, entry: null });
  const opened = isLeft(job) ? job : await openProgram(context, job.right, "check", observation);
  if (isLeft(opened)) {
    reportProblem(reporter, opened.left);
    return "failed";
  }
  return isLeft(await compileProgram(context, opened.right)) ? "failed" : "ok";
};
