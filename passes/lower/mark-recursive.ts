// mark-recursive: functions that can come to call themselves again are marked, for their calls count (03, 7.3).

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Matched, type MatchedGrammar, Suspending, type SuspendingGrammar } from "../../ir/matched.ts";
import { isMadeId } from "../../ir/mono.ts";
import type { Type } from "../../ir/types.ts";
import { callGraphOf, cyclic } from "./call-graph.ts";
import { isAdapterId } from "./value-functions.ts";

type Fn = NodeOf<SuspendingGrammar, "Function">;
type Counts = NodeOf<MatchedGrammar, "Function">["counts"];
type CountsOf = (fn: Fn) => Counts;

const body = rewrite<SuspendingGrammar, MatchedGrammar, CountsOf>(Suspending, Matched, {
  Function: {
    Function: (n, to, countsOf) => ({
      ...{ kind: "Function", at: n.at, id: n.id, name: n.name, path: n.path, suspends: n.suspends },
      ...{ counts: countsOf(n), params: n.params.map((param) => to.Param(param, countsOf)) },
      ...{ result: n.result, locals: n.locals, body: to.Block(n.body, countsOf) },
    }),
  },
});

/** A default is one, whatever parameters it has; of a function for values of a type, the type tells. */
const isLevel = (id: string, first: Type | undefined): boolean =>
  !isAdapterId(id) && (id.endsWith(")") || first?.kind !== "Option");

/**
 * Only calls of a program's own functions count as calls, though a cycle may lead through functions that passes made.
 * Where those call each other, for a value or a default that is nested deep, each call is a level; an option is none,
 * for it nests nothing, and what only leads to the function of a function value is none.
 */
const countsIn = (functions: readonly Fn[]): CountsOf => {
  const graph = callGraphOf(functions, "calls and tasks");
  const calls = cyclic(graph, () => true);
  const levels = cyclic(graph, isMadeId);
  return ({ id, params }) => {
    if (!isMadeId(id)) return calls.has(id) ? "calls" : "nothing";
    return levels.has(id) && isLevel(id, params[0]?.type) ? "levels" : "nothing";
  };
};

export const markRecursive = pass({
  name: "mark-recursive",
  purpose: "Marks functions that can come to call themselves again.",
  from: Suspending,
  to: Matched,
  run: (program) => right(body.Program(program, countsIn(program.functions))),
});
