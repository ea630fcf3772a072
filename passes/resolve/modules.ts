// How the passes of this stage run: module by module, with a report of what is wrong in each.

import { both, left, right, type These } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import { mapKept } from "../../ir/framework/rewrite.ts";

/** Says what is wrong at a span of the module. */
export type Report = (at: number, message: string, code?: string) => void;

interface Modules<M> {
  readonly kind: "Program";
  readonly at: number;
  readonly modules: readonly M[];
}
/** A program whose modules are taken a step further; all else stays. */
type Stepped<P, N> = Omit<P, "modules"> & { readonly modules: readonly N[] };

/**
 * Takes each module a step further. Diagnostics come in order of modules and positions, each once.
 * A program of which no module changed is kept.
 */
export const throughModules = <M extends { readonly path: string }, P extends Modules<M>, N>(
  program: P & Modules<M>,
  step: (module: M, report: Report) => N,
): These<readonly Diagnostic[], Stepped<P, N>> => {
  const diagnostics: Diagnostic[] = [];
  const visit = (module: M): N => {
    const found = new Map<string, Diagnostic>();
    const result = step(module, (at, message, code) => {
      const key = `${at} ${code} ${message}`;
      if (!found.has(key)) found.set(key, error(module.path, at, message, code));
    });
    for (const each of [...found.values()].sort((a, b) => a.at - b.at)) diagnostics.push(each);
    return result;
  };
  const modules = mapKept(program.modules, visit, undefined);
  const result: Stepped<P, N> =
    (modules as readonly unknown[]) === program.modules
      ? (program as unknown as Stepped<P, N>)
      : { ...program, modules };
  return diagnostics.length === 0 ? right(result) : both(diagnostics, result);
};

/** For errors behind which no later pass makes sense. */
export const orNothing = <P>(outcome: These<readonly Diagnostic[], P>): These<readonly Diagnostic[], P> =>
  outcome._tag === "Both" ? left(outcome.left) : outcome;
