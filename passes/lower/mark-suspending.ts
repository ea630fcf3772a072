// mark-suspending: functions a call of which may wait, for a task or for a time, are marked.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite, traverse } from "../../ir/framework/rewrite.ts";
import { Suspending, type SuspendingGrammar, Trees, type TreesGrammar } from "../../ir/matched.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import { callGraphOf, HELD } from "./call-graph.ts";

type Fn = NodeOf<TreesGrammar, "Function">;

/** Operations that wait. */
const waiting: ReadonlySet<PrimitiveName> = new Set<PrimitiveName>(["task.await", "time.sleep"]);

const looked = traverse<TreesGrammar, { waits: boolean }>(Trees, {
  Expr: {
    Prim: (n, to, found) => {
      if (waiting.has(n.op)) found.waits = true;
      for (const arg of n.args) to.Expr(arg, found);
    },
  },
});

const waits = ({ body }: Fn): boolean => {
  const found = { waits: false };
  looked.Block(body, found);
  return found.waits;
};

/**
 * The functions that wait, and those that call them. If one that is used as a value may wait, all of those are called as
 * if they might, since who calls a value does not know which it is. What a task does waits in the task alone.
 */
const suspendingIn = (functions: readonly Fn[]): ReadonlySet<string> => {
  const graph = callGraphOf(functions, "calls");
  const callers = new Map<string, string[]>();
  for (const [caller, callees] of graph) {
    for (const callee of callees) {
      const known = callers.get(callee);
      if (known) known.push(caller);
      else callers.set(callee, [caller]);
    }
  }
  const found = new Set(functions.filter(waits).map(({ id }) => id));
  // a set visits what is added while it is visited
  for (const id of found) {
    for (const caller of callers.get(id) ?? []) found.add(caller);
    if (id === HELD) for (const held of graph.get(HELD) ?? []) found.add(held);
  }
  return found;
};

const body = rewrite<TreesGrammar, SuspendingGrammar, ReadonlySet<string>>(Trees, Suspending, {
  Function: {
    Function: (n, to, suspending) => ({
      ...{ kind: "Function", at: n.at, id: n.id, name: n.name, path: n.path },
      ...{ suspends: suspending.has(n.id), params: n.params.map((param) => to.Param(param, suspending)) },
      ...{ result: n.result, locals: n.locals, body: to.Block(n.body, suspending) },
    }),
  },
});

export const markSuspending = pass({
  name: "mark-suspending",
  purpose: "Marks functions a call of which may wait.",
  from: Trees,
  to: Suspending,
  run: (program) => right(body.Program(program, suspendingIn(program.functions))),
});
