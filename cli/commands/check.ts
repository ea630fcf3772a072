// `fuse check`: checks a program, and remembers when there was nothing to say.

import { isLeft } from "fp-ts/Either";
import { type CheckKey, forgetCheck, isCacheable, rememberCheck } from "../cache/check-cache.ts";
import { hasOption } from "../call/call.ts";
import type { Context } from "../context.ts";
import { compileProgram, filesOf, withProgram } from "./program.ts";
import { checkWorkspace } from "./workspace.ts";

export const check = (context: Context): Promise<number> => {
  const { call, paths, toolchain } = context;
  if (hasOption(call, "workspace")) return checkWorkspace(context);
  const key: CheckKey = { paths, strict: hasOption(call, "strict-architecture"), toolchain: toolchain.id };
  return withProgram(context, "check", async (opened) => {
    const result = await compileProgram(context, opened);
    if (!isCacheable(call)) return isLeft(result) ? result.left : 0;
    if (isLeft(result)) {
      forgetCheck(key);
      return result.left;
    }
    rememberCheck(key, opened.job.entry, filesOf(opened.job, result.right.compiled));
    return 0;
  });
};
