// `fuse run`: runs an app of a program, or its `main` with arguments.

import { isLeft } from "fp-ts/Either";
import { isCacheable, rememberProgram } from "../cache/run-cache.ts";
import { wantedRole } from "../call/call.ts";
import type { Compiled } from "../compiler.ts";
import type { Context } from "../context.ts";
import { reportEnding } from "../output/failures.ts";
import { compileProgram, filesOf, type Opened, withProgram } from "./program.ts";

export const run = (context: Context): Promise<number> => {
  const { call, reporter } = context;
  return withProgram(context, "run", async (opened) => {
    const result = await compileProgram(context, opened);
    if (isLeft(result)) return result.left;
    await remember(context, opened, result.right.compiled);
    const ending = await opened.program.run({ app: opened.job.app, args: call.programArguments });
    return reportEnding(reporter, ending, result.right.files);
  });
};

/** Keeps the compiled program for the next call, where the backend has something to keep. */
const remember = async (
  { call, paths, toolchain }: Context,
  { job, program }: Opened,
  compiled: Compiled,
): Promise<void> => {
  const made = isCacheable(call) ? await program.compiled() : null;
  if (made === null) return;
  const key = { paths, backend: job.backend, role: wantedRole(call), toolchain: toolchain.id };
  rememberProgram(key, job.entry, filesOf(job, compiled), made);
};
