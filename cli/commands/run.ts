// `fuse run`: runs an app of a program.

import { isLeft } from "fp-ts/Either";
import { isCacheable, rememberProgram } from "../cache/run-cache.ts";
import type { Compiled, Problem } from "../compiler.ts";
import type { Context } from "../context.ts";
import { comesLater, PROGRAM_ARGUMENTS_COME_LATER } from "../later.ts";
import { reportEnding } from "../output/failures.ts";
import { compileProgram, filesOf, type Opened, withProgram } from "./program.ts";

export const run = (context: Context): Promise<number> => {
  const { call, reporter } = context;
  const refuse = (): Problem | null =>
    PROGRAM_ARGUMENTS_COME_LATER && call.programArguments.length > 0
      ? comesLater("calling `main` with program arguments")
      : null;
  return withProgram(
    context,
    "run",
    async (opened) => {
      const result = await compileProgram(context, opened);
      if (isLeft(result)) return result.left;
      await remember(context, opened, result.right.compiled);
      const ending = await opened.program.run(opened.job.app, call.programArguments);
      return reportEnding(reporter, ending, result.right.files);
    },
    refuse,
  );
};

/** Keeps the compiled program for the next call, where the backend has something to keep. */
const remember = async (
  { call, paths, toolchain }: Context,
  { job, program }: Opened,
  compiled: Compiled,
): Promise<void> => {
  const made = isCacheable(call) ? await program.compiled() : null;
  if (made === null) return;
  const key = { paths, backend: job.backend, toolchain: toolchain.id };
  rememberProgram(key, job.entry, filesOf(job, compiled), made);
};
