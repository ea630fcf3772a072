// What cuts across all passes: timing, verification and watching, each as an interceptor.

import { isLeft } from "fp-ts/Either";
import { verify } from "../ir/framework/verify.ts";
import type { Interceptor, State } from "./compiler.ts";
import type { AnyLanguage } from "./stage.ts";

/** One pass that ran, and how long it took. */
export interface Timing {
  readonly name: string;
  readonly ms: number;
}

/** A compiler defect: a pass made what its language does not allow. */
export class Defect extends Error {}

/** Appends a timing to `timings` for each pass that ran. */
export const timing =
  (timings: Timing[]): Interceptor =>
  ({ name }, run) =>
  (state) => {
    if (state.stopped) return state;
    const start = process.hrtime.bigint(); // `performance` would load half of Node's network
    const end = run(state);
    timings.push({ name, ms: Number(process.hrtime.bigint() - start) / 1e6 });
    return end;
  };

const faultOf = (language: AnyLanguage, program: unknown): string | null => {
  const judged = verify(language as { name: string; grammar: { Program: unknown } }, "Program", program);
  if (!isLeft(judged)) return null;
  const { path, message } = judged.left[0]!;
  return `${path}: ${message}`;
};

/** Checks what every pass gives against the language it promises. Throws a `Defect` that names both. */
export const verification: Interceptor =
  ({ name, pass }, run) =>
  (state) => {
    const end = run(state);
    if (end.program === state.program && end.language.name === state.language.name) return end;
    const fault = faultOf(end.language, end.program);
    if (fault !== null) throw new Defect(`the pass ${name} gave no ${pass.to.name} program: ${fault}`);
    return end;
  };

/** Checks a program that no pass made: one read from a dump. Gives what is wrong with it, or null. */
export const faultOfProgram = faultOf;

/** What a watcher is shown: a pass that is complete, with the program in front of it and behind it. */
export interface Completed {
  readonly name: string;
  readonly boundary: string;
  readonly before: State;
  readonly after: State;
}

/** Shows `watcher` each pass that found nothing wrong in a program that has nothing wrong. */
export const watching =
  (watcher: (completed: Completed) => void): Interceptor =>
  ({ name, boundary }, run) =>
  (before) => {
    const after = run(before);
    if (!after.stopped && after.diagnostics.length === 0) watcher({ name, boundary, before, after });
    return after;
  };
