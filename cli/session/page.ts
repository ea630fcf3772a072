// The page of `fuse passes --html`, made from one compilation with every point watched.

import { type Either, isLeft, right } from "fp-ts/Either";
import { compile } from "../../pipeline/compile.ts";
import { page } from "../../pipeline/page.ts";
import { allPoints } from "../../pipeline/points.ts";
import type { Page, Problem } from "../compiler.ts";
import { locate } from "../output/positions.ts";
import { modulePath } from "./entry.ts";
import { type Job, prepare } from "./job.ts";

/** The last boundary of the standard pipeline. */
const LAST = "wat";

/** Compiles the entry as far as it goes and writes down what was seen. */
export const makePage = async (job: Job): Promise<Either<Problem, Page>> => {
  const prepared = await prepare(job);
  if (isLeft(prepared)) return prepared;
  const { stages, options, start: read } = prepared.right;
  const start = read();
  if (isLeft(start)) return start;
  const points = allPoints(stages);
  const { diagnostics, sources, shown, timings } = compile({
    stages,
    options,
    start: start.right.state,
    ...(start.right.loaded && { sources: start.right.loaded.sources }),
    until: LAST,
    points,
    verify: false,
  });
  const problems = diagnostics.map(({ path, at, message }) => {
    const { line, column } = locate(sources.get(path) ?? "", at);
    return `${path}:${line}:${column}: ${message}`;
  });
  const title = modulePath(job.packageFolder, job.entry);
  return right({ diagnostics, sources, html: page({ title, stages, shown, timings, problems }) });
};
