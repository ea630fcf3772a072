// Other pipelines that must mean the same: optional passes left out, moved and repeated.

import type { AnyPass, Stage } from "../../pipeline/stage.ts";
import type { Dice } from "./dice.ts";

/** Stages whose optional passes come by chance; the needed ones stay where they are. */
export const varied = (stages: readonly Stage[], dice: Dice): readonly Stage[] =>
  stages.map((stage) => ({ ...stage, passes: runsOf(stage.passes).flatMap((run) => variedRun(run, dice)) }));

/** Neighbours that are optional and of the same language may change places. */
const runsOf = (passes: readonly AnyPass[]): readonly (readonly AnyPass[])[] => {
  const runs: AnyPass[][] = [];
  for (const pass of passes) {
    const before = runs.at(-1)?.at(-1);
    if (before?.optional && pass.optional && before.from === pass.from) runs.at(-1)!.push(pass);
    else runs.push([pass]);
  }
  return runs;
};

const variedRun = (run: readonly AnyPass[], dice: Dice): readonly AnyPass[] =>
  run[0]!.optional
    ? dice.shuffled(run.flatMap((pass) => Array.from({ length: dice.pick([0, 1, 1, 2]) }, () => pass)))
    : run;
