// Compiling: runs the stages that a command and its dumps need, and gathers what they give.

import type { Diagnostic } from "../ir/diagnostic.ts";
import { compilerOf, type PassOptions, type State } from "./compiler.ts";
import { inOrder } from "./diagnostics.ts";
import type { DumpPoint } from "./dump.ts";
import { type Completed, type Timing, timing, verification, watching } from "./interceptors.ts";
import { stageOf, upTo } from "./points.ts";
import { type Stage, stageBefore } from "./stage.ts";

/** What to compile, how far, and what to look at on the way. */
export interface CompileRequest {
  readonly stages: readonly Stage[];
  readonly options: PassOptions;
  readonly start: State;
  /** The boundary that the command needs. */
  readonly until: string;
  readonly points: readonly DumpPoint[];
  readonly verify: boolean;
  /** The source text of each file, by path, in loading order; without it, of the modules that the program has. */
  readonly sources?: ReadonlyMap<string, string>;
}

/** A program at one point of the pipeline; `before` is the program in front of that pass or stage. */
export interface Shown {
  readonly point: DumpPoint;
  readonly before: State | null;
  readonly state: State;
}

export interface Compilation {
  /** In order, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** The source text of each file, by path, in loading order. */
  readonly sources: ReadonlyMap<string, string>;
  /** The programs asked for, in pipeline order, as far as their passes were completed. */
  readonly shown: readonly Shown[];
  readonly timings: readonly Timing[];
  /** The program at the boundary asked for; null if there are diagnostics. */
  readonly program: State | null;
}

/** Runs the pipeline. Throws a `Defect` where verification finds one. */
export const compile = (request: CompileRequest): Compilation => {
  const { stages, options, start, until, points, verify } = request;
  const timings: Timing[] = [];
  const completed: Completed[] = [];
  const compiler = compilerOf(stages, options, [
    ...(verify ? [verification] : []),
    timing(timings),
    ...(points.length > 0 ? [watching((each) => completed.push(each))] : []),
  ]);
  const boundaries = new Set(
    [until, ...points.map(({ pass }) => stageOf(stages, pass)!.boundary)].flatMap((boundary) => [
      ...upTo(stages, boundary),
    ]),
  );
  const ends = compiler.run(start, boundaries);
  const sources = request.sources ?? sourcesOf([start, ...ends.values()]);
  const diagnostics = inOrder(
    [...new Set([...ends.values()].flatMap((end) => end.diagnostics))],
    [...sources.keys()],
  );
  const end = ends.get(until)!;
  return {
    diagnostics,
    sources,
    shown: shownOf(stages, points, completed, ends, start),
    timings,
    program: diagnostics.length === 0 && !end.stopped ? end : null,
  };
};

const isWhole = (state: State | undefined): state is State =>
  state !== undefined && !state.stopped && state.diagnostics.length === 0;

/** In pipeline order: stage by stage the wanted passes, then the wanted boundary. */
const shownOf = (
  stages: readonly Stage[],
  points: readonly DumpPoint[],
  completed: readonly Completed[],
  ends: ReadonlyMap<string, State>,
  start: State,
): readonly Shown[] => {
  const wants = (pass: string, at: DumpPoint["at"]) =>
    points.some((point) => point.pass === pass && point.at === at);
  const pair = (pass: string, before: State, after: State): readonly Shown[] => [
    ...(wants(pass, "before")
      ? [{ point: { pass, at: "before" } as const, before: null, state: before }]
      : []),
    ...(wants(pass, "after") ? [{ point: { pass, at: "after" } as const, before, state: after }] : []),
  ];
  return stages.flatMap((stage) => {
    const { boundary, passes } = stage;
    const of = completed.filter((each) => each.boundary === boundary && each.name !== boundary);
    const end = ends.get(boundary);
    const front = stageBefore(stages, boundary);
    const before = (front && ends.get(front.boundary)) ?? start;
    const first =
      wants(boundary, "before") && isWhole(before) ? pair(boundary, before, before).slice(0, 1) : [];
    const last =
      passes.length > 0 && isWhole(end)
        ? pair(boundary, before, end).filter(({ point }) => point.at === "after")
        : [];
    return [...first, ...of.flatMap((each) => pair(each.name, each.before, each.after)), ...last];
  });
};

interface WithSources {
  readonly modules?: readonly { readonly path: string; readonly text: string }[];
  readonly sources?: readonly { readonly path: string; readonly text: string }[];
}

const sourcesOf = (states: readonly State[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const { program } of states) {
    const { modules, sources } = program as WithSources;
    for (const { path, text } of modules ?? sources ?? []) texts.set(path, text);
  }
  return texts;
};
