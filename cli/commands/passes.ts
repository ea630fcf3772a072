// `fuse passes`: lists the pipeline.

import { resolve } from "node:path";
import { isLeft } from "fp-ts/Either";
import { hasOption, optionValue } from "../call/call.ts";
import type { Context } from "../context.ts";
import { comesLater } from "../later.ts";
import { reportProblem } from "../output/failures.ts";

/** Also what `--dump-pass=list` does. */
export const passes = async ({
  call,
  compiler,
  currentFolder,
  reporter,
  print,
}: Context): Promise<number> => {
  if (hasOption(call, "html")) return reportProblem(reporter, comesLater("fuse passes --html"));
  const pipeline = optionValue(call, "pipeline");
  const listing = await compiler.describePasses(pipeline === null ? null : resolve(currentFolder, pipeline));
  if (isLeft(listing)) return reportProblem(reporter, listing.left);
  print(listing.right);
  return 0;
};
