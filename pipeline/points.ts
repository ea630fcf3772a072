// Names on the pipeline: boundaries, passes, and the points before and behind them at which a program can be shown.

import type { DumpPoint } from "./dump.ts";
import { passesOf, type Stage, stageBefore } from "./stage.ts";

/** All boundary and pass names, in pipeline order, each once. */
export const namesOf = (stages: readonly Stage[]): readonly string[] => [
  ...new Set(stages.flatMap(({ boundary, passes }) => [...passes.map(({ name }) => name), boundary])),
];

/** The stage that a pass or boundary belongs to. */
export const stageOf = (stages: readonly Stage[], name: string): Stage | undefined =>
  stages.find(({ boundary }) => boundary === name) ??
  passesOf(stages).find(({ pass }) => pass.name === name)?.stage;

/** The point that `NAME` or `NAME:before` names, or null: nothing stands in front of the first stage. */
export const pointOf = (stages: readonly Stage[], text: string): DumpPoint | null => {
  const before = text.endsWith(":before");
  const name = before ? text.slice(0, -":before".length) : text;
  if (stageOf(stages, name) === undefined) return null;
  const isFirstStage = stages[0]?.boundary === name;
  return before && isFirstStage ? null : { pass: name, at: before ? "before" : "after" };
};

/** A stage in which nothing is left to do ends nowhere. */
export const isReachable = (stages: readonly Stage[], boundary: string): boolean =>
  (stages.find((stage) => stage.boundary === boundary)?.passes.length ?? 0) > 0;

/** Every pass and every boundary that can be reached, in pipeline order. */
export const allPoints = (stages: readonly Stage[]): readonly DumpPoint[] =>
  stages
    .filter(({ boundary }) => isReachable(stages, boundary))
    .flatMap(({ boundary, passes }) => [...passes.map(({ name }) => name), boundary])
    .filter((name, i, names) => names.indexOf(name) === i)
    .map((pass) => ({ pass, at: "after" }));

/** The stages up to `boundary`, itself included. */
export const upTo = (stages: readonly Stage[], boundary: string): ReadonlySet<string> => {
  const wanted = new Set<string>();
  let stage = stages.find((each) => each.boundary === boundary);
  while (stage) {
    wanted.add(stage.boundary);
    stage = stageBefore(stages, stage.boundary);
  }
  return wanted;
};

/** The stages without what lies in front of `name` or is it: what is left to do for a program taken up there. */
export const behind = (stages: readonly Stage[], name: string): readonly Stage[] => {
  const index = stages.indexOf(stageOf(stages, name)!);
  return stages.map((stage, i) => {
    if (i < index || stage.boundary === name) return { ...stage, passes: [] };
    if (i > index) return stage;
    const last = stage.passes.findLastIndex((pass) => pass.name === name);
    return { ...stage, passes: stage.passes.slice(last + 1) };
  });
};
