// The runner's bundle: runs a program that was compiled before, without the compiler.

import { relative } from "node:path";
import { isLeft } from "fp-ts/Either";
import { findProgram, isCacheable } from "../cache/run-cache.ts";
import { type Call, wantedRole } from "../call/call.ts";
import { enter } from "../enter.ts";
import { currentFolderOf, type Host } from "../host.ts";
import { reportEnding } from "../output/failures.ts";
import { framed } from "../output/framed.ts";
import { findPackage } from "../package/find.ts";
import { prepareJob } from "../package/job.ts";
import { loaded } from "../run/compiled.ts";
import type { RunRequest } from "../run/launch.ts";
import { runProgram } from "../run/launch.ts";
import { readText } from "../text-file.ts";
import { runInWorker } from "./deep-stack.ts";
import type { Installation } from "./main.ts";

export interface Runner {
  /** The exit status of a call whose program is in the cache; null if it is not, or anything is wrong with the call. */
  readonly runCached: (host: Host, call: Call, installation: Installation) => Promise<number | null>;
  readonly runDeep: (request: unknown) => Promise<unknown>;
}

/** The texts of the files a program was made of, by the paths that its positions name. */
const sourcesOf = (folder: string, files: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap((file) => {
      const text = readText(file);
      return isLeft(text) ? [] : [[relative(folder, file).replaceAll("\\", "/"), text.right] as const];
    }),
  );

export const runCached: Runner["runCached"] = async (host, call, { id, bundles }) => {
  const currentFolder = currentFolderOf(host);
  if (!isCacheable(call) || isLeft(currentFolder)) return null;
  const paths = findPackage(call, currentFolder.right);
  const job = prepareJob(call, paths);
  if (isLeft(job)) return null;
  const { backend, app, packageFolder } = job.right;
  const found = findProgram({ paths, backend, role: wantedRole(call), toolchain: id });
  if (found === null) return null;
  const { reporter, colour } = enter(host, call, paths);
  return framed(reporter, call.command, async () => {
    const executable = loaded(found.program);
    const wanted = { app, args: call.programArguments };
    const deep = (request: unknown) => runInWorker(bundles, "runner.cjs", request);
    const ending = await runProgram(executable, wanted, { deep, coloured: colour });
    const sources =
      ending.kind === "done" ? new Map<string, string>() : sourcesOf(packageFolder, found.files);
    return reportEnding(reporter, ending, { folder: packageFolder, sources });
  });
};

export const runDeep: Runner["runDeep"] = async (request) => {
  const { program, functions, invocation, skipped } = request as RunRequest;
  if (program.backend === "ast") throw new Error("the interpreter needs the compiler's bundle");
  return loaded(program).run(functions, invocation, skipped).outcomes;
};
