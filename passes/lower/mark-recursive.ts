// mark-recursive: functions that can come to call themselves again are marked, for their calls count (03, 7.3).

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Matched, type MatchedGrammar, Trees, type TreesGrammar } from "../../ir/matched.ts";
import { isMadeId } from "../../ir/mono.ts";
import { callGraphOf, cyclic } from "./call-graph.ts";

type Recursive = ReadonlySet<string>;

const body = rewrite<TreesGrammar, MatchedGrammar, Recursive>(Trees, Matched, {
  Function: {
    Function: (n, to, recursive) => ({
      ...{ kind: "Function", at: n.at, id: n.id, name: n.name, path: n.path },
      ...{ recursive: recursive.has(n.id), params: n.params.map((param) => to.Param(param, recursive)) },
      ...{ result: n.result, locals: n.locals, body: to.Block(n.body, recursive) },
    }),
  },
});

/**
 * Only calls of a program's own functions count, though a cycle may lead through functions that passes made. Those
 * count where they call each other without end: for a value or a default that is nested too deep.
 */
const recursiveIn = (functions: Parameters<typeof callGraphOf>[0]): Recursive => {
  const graph = callGraphOf(functions);
  const own = [...cyclic(graph, () => true)].filter((id) => !isMadeId(id));
  return new Set([...own, ...cyclic(graph, isMadeId)]);
};

export const markRecursive = pass({
  name: "mark-recursive",
  purpose: "Marks functions that can come to call themselves again.",
  from: Trees,
  to: Matched,
  run: (program) => right(body.Program(program, recursiveIn(program.functions))),
});
