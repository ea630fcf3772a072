// The compiler as the command line sees it, made of the pipeline and the backends.

import { isLeft, right } from "fp-ts/Either";
import { format } from "../../passes/format/format.ts";
import { listing } from "../../pipeline/listing.ts";
import { namesOf, stageOf } from "../../pipeline/points.ts";
import { type Backend, stageBefore } from "../../pipeline/stage.ts";
import { standard } from "../../pipeline/standard.ts";
import type { Compiler, PassName } from "../compiler.ts";
import { makePageDeep, runDeep } from "./deep.ts";
import { type Job, prepare } from "./job.ts";
import { withDeepStack } from "./overflow.ts";
import { makePage } from "./page.ts";
import { programOf } from "./program.ts";
import { pipelineOf } from "./stages.ts";

/** From a dump inside a stage every backend can go on that could in front of it. */
const backendsFrom = (name: string): readonly Backend[] => {
  const stage = stageOf(standard, name)!;
  return stage.boundary === name ? stage.runs : (stageBefore(standard, stage.boundary) ?? stage).runs;
};

/** A page watches everything by itself. */
const plainCheck = {
  goal: "check",
  backend: "ast",
  role: null,
  strict: false,
  dumps: [],
  form: "text",
  verify: false,
  fromPass: null,
  records: null,
} as const;

export const compiler: Compiler = {
  passes: namesOf(standard).map((name): PassName => ({ name, backends: backendsFrom(name) })),
  describePasses: async (pipelineFile) => {
    const pipeline = await pipelineOf(pipelineFile);
    return isLeft(pipeline) ? pipeline : right(listing(pipeline.right.stages));
  },
  open: async ({ goal, backend, role, entry, packageFolder, strict, observation, records, colour, deep }) => {
    const { dumps, form, verify, pipelineFile, fromPass, write } = observation;
    const prepared = await prepare({
      goal,
      backend,
      role,
      entry,
      packageFolder,
      strict,
      dumps,
      form,
      verify,
      pipelineFile,
      fromPass,
      records,
    });
    if (isLeft(prepared)) return prepared;
    return right(programOf(prepared.right, { deep, coloured: colour }, write));
  },
  page: async ({ entry, packageFolder, pipelineFile, deep }) => {
    const job: Job = { ...plainCheck, entry, packageFolder, pipelineFile };
    return withDeepStack(
      () => makePage(job),
      () => makePageDeep(deep, job),
    );
  },
  format,
  runDeep,
};
