// `fuse run`: runs an app of a program.

import { isLeft } from "fp-ts/Either";
import type { Problem } from "../compiler.ts";
import type { Context } from "../context.ts";
import { comesLater, laterBackends, PROGRAM_ARGUMENTS_COME_LATER } from "../later.ts";
import { reportEnding } from "../output/failures.ts";
import type { Job } from "../package/job.ts";
import { compileProgram, withProgram } from "./program.ts";

export const run = (context: Context): Promise<number> => {
  const { call, reporter } = context;
  const refuse = ({ backend }: Job): Problem | null => {
    if (PROGRAM_ARGUMENTS_COME_LATER && call.programArguments.length > 0)
      return comesLater("calling `main` with program arguments");
    return backend !== null && laterBackends.has(backend) ? comesLater(`the backend ${backend}`) : null;
  };
  return withProgram(
    context,
    "run",
    async (opened) => {
      const result = await compileProgram(context, opened);
      if (isLeft(result)) return result.left;
      const ending = await opened.program.run(opened.job.app, call.programArguments);
      return reportEnding(reporter, ending, result.right.files);
    },
    refuse,
  );
};
