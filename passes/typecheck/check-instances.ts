// check-instances: the instances of generic functions come to an end, and their methods are called as they are made.

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred } from "../../ir/typed.ts";
import type { Type } from "../../ir/types.ts";
import { declarationsOf } from "./declarations.ts";
import { type Edge, instanceGraph } from "./instances/graph.ts";
import { growingCalls } from "./instances/growth.ts";
import { unique } from "./unique.ts";

const shown = (types: Iterable<Type>): string => [...types].map(({ text }) => text).join(", ");

const growth = ({ path, at, from, to, args }: Edge): Diagnostic => {
  const params = from?.function.typeParams.map(({ type }) => type) ?? [];
  const caller = from ? `"${from.function.name}" with ${shown(params)}` : "this body";
  const message = `endless instances: ${caller} needs "${to.function.name}" with ${shown(args)}, and so on until types are nested more than 32 deep; call it with types that do not grow`;
  return error(path, at, message, "FUSE_GENERIC_RECURSION");
};

/** Chapter 2.11.4: what is called on a type must not use `self`. A call of itself makes no instance. */
const misuses = ({ path, at, from, to }: Edge): readonly Diagnostic[] =>
  from === to
    ? []
    : to.misused.map(({ name }) => {
        const caller = `"${to.function.name}" calls "${name}" here (for ${shown(to.bound.values())})`;
        const message = `${caller} on the type itself, but it uses "self", so it needs a value; call it on a value there, or take "self" out of it`;
        return error(path, at, message);
      });

/** The first at each place: a call may grow in several instances of what is around it. */
const firstAtPlace = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((each) => [`${each.path} ${each.at}`, each] as const).reverse()).values(),
];

export const checkInstances = pass({
  name: "check-instances",
  purpose: "Reports calls that need endless instances, or a type's method that needs a value.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const graph = instanceGraph(program.interfaces, declarationsOf(program));
    const growing = firstAtPlace([...growingCalls(graph)].map(growth));
    const diagnostics = unique([...growing, ...graph.calls.flatMap(misuses)]);
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
