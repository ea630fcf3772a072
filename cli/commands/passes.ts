// `fuse passes`: lists the pipeline, or shows a program at every point of it on a page.

import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isLeft } from "fp-ts/Either";
import { type Call, optionValue } from "../call/call.ts";
import type { Context } from "../context.ts";
import { makeFolders } from "../make-folders.ts";
import { reportDiagnostics } from "../output/diagnostics.ts";
import { reportProblem } from "../output/failures.ts";
import { findPackage } from "../package/find.ts";
import { prepareJob } from "../package/job.ts";
import { fileProblem } from "../problem.ts";

/** Also what `--dump-pass=list` does. */
export const passes = (context: Context): Promise<number> => {
  const file = optionValue(context.call, "html");
  return file === null ? list(context) : makePage(context, resolve(context.currentFolder, file));
};

const pipelineFile = ({ call, currentFolder }: Context): string | null => {
  const path = optionValue(call, "pipeline");
  return path === null ? null : resolve(currentFolder, path);
};

const list = async (context: Context): Promise<number> => {
  const listing = await context.compiler.describePasses(pipelineFile(context));
  if (isLeft(listing)) return reportProblem(context.reporter, listing.left);
  context.print(listing.right);
  return 0;
};

/** The page is written for a wrong program too: it shows what was reached. */
const makePage = async (context: Context, file: string): Promise<number> => {
  const { call, compiler, toolchain, currentFolder, reporter } = context;
  const wanted: Call = { ...call, entry: call.plain[0] ?? null };
  const job = prepareJob(wanted, findPackage(wanted, currentFolder));
  if (isLeft(job)) return reportProblem(reporter, job.left);
  const { entry, packageFolder } = job.right;
  const page = await compiler.page({
    entry,
    packageFolder,
    deep: toolchain.deep,
    pipelineFile: pipelineFile(context),
  });
  if (isLeft(page)) return reportProblem(reporter, page.left);
  const { diagnostics, sources, html } = page.right;
  try {
    makeFolders(dirname(file));
    writeFileSync(file, html);
  } catch (error) {
    return reportProblem(reporter, fileProblem("write", file, error));
  }
  reportDiagnostics(reporter, diagnostics, { folder: packageFolder, sources });
  return diagnostics.length > 0 ? 1 : 0;
};
