// The wishes of a call that looks into the compiler.

import { openSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Either, left, right } from "fp-ts/Either";
import { hasOption, optionValue } from "../call/call.ts";
import type { Observation, PassTiming, Problem } from "../compiler.ts";
import type { Context } from "../context.ts";
import { makeFolders } from "../make-folders.ts";
import type { Reporter } from "../output/reporter.ts";
import { writeAll } from "../output/write.ts";
import { fileProblem } from "../problem.ts";

const isSameFile = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
};

/** Fails when the file for the dumps cannot be made, or is the very `entry` that is read. */
export const observationOf = (context: Context, entry: string): Either<Problem, Observation> => {
  const { call, currentFolder, print } = context;
  const path = (name: "dump-to" | "pipeline"): string | null => {
    const value = optionValue(call, name);
    return value === null ? null : resolve(currentFolder, value);
  };
  const wishes = {
    dumps: call.options.get("dump-pass") ?? [],
    form: hasOption(call, "dump-diff")
      ? "diff"
      : optionValue(call, "dump-format") === "json"
        ? "json"
        : "text",
    verify: hasOption(call, "verify"),
    timePasses: hasOption(call, "time-passes"),
    pipelineFile: path("pipeline"),
    fromPass: optionValue(call, "from-pass"),
  } as const;
  const target = path("dump-to");
  if (target === null) return right({ ...wishes, write: print });
  try {
    if (isSameFile(target, entry)) throw new Error("it is the entry file");
    makeFolders(dirname(target));
    const file = openSync(target, "w");
    return right({ ...wishes, write: (text) => writeAll(file, text) });
  } catch (error) {
    return left(fileProblem("write", target, error));
  }
};

/** The table of `--time-passes`. */
export const reportTimings = (reporter: Reporter, timings: readonly PassTiming[]): void => {
  const total = timings.reduce((sum, { ms }) => sum + ms, 0);
  const rows = [...timings, { name: "total", ms: total }];
  const width = Math.max(...rows.map(({ name }) => name.length));
  reporter.say({
    text: rows.map(({ name, ms }) => `${name.padEnd(width)}  ${ms.toFixed(2).padStart(9)} ms`).join("\n"),
    json: { kind: "pass_timings", passes: timings.map(({ name, ms }) => ({ name, ms })), total_ms: total },
  });
};
