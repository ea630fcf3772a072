// Who calls whom, and who can come to call itself again.

import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Trees, type TreesGrammar } from "../../ir/matched.ts";

type Fn = NodeOf<TreesGrammar, "Function">;

/** The functions that each function may call. */
export type CallGraph = ReadonlyMap<string, readonly string[]>;

/** Stands for whatever function value is called: it calls every function that is used as a value. */
export const HELD = "(held)";

/** A task counts on from its `spawn`, but who makes it does not wait for it. */
type Edges = "calls" | "calls and tasks";

interface Calls {
  readonly edges: Edges;
  readonly called: Set<string>;
  readonly held: Set<string>;
}

const calls = traverse<TreesGrammar, Calls>(Trees, {
  Expr: {
    Call: (n, to, found) => {
      found.called.add(n.function);
      for (const arg of n.args) to.Expr(arg, found);
    },
    CallValue: (n, to, found) => {
      found.called.add(HELD);
      to.Expr(n.callee, found);
      for (const arg of n.args) to.Expr(arg, found);
    },
    Prim: (n, to, found) => {
      if (n.op === "unknown.call") found.called.add(HELD);
      for (const arg of n.args) to.Expr(arg, found);
    },
    Spawn: (n, to, found) => {
      if (found.edges === "calls and tasks") found.called.add(n.function);
      for (const arg of n.args) to.Expr(arg, found);
    },
    FunctionValue: (n, _, found) => hold(n, found),
    Closure: (n, to, found) => {
      hold(n, found);
      to.Expr(n.captured, found);
    },
  },
});

const hold = (
  { entries, dynamic }: { readonly entries: readonly string[]; readonly dynamic: string },
  { held }: Calls,
): void => {
  for (const id of entries) held.add(id);
  held.add(dynamic);
};

export const callGraphOf = (functions: readonly Pick<Fn, "id" | "body">[], edges: Edges): CallGraph => {
  const held = new Set<string>();
  const graph = new Map<string, readonly string[]>();
  for (const fn of functions) {
    const called = new Set<string>();
    calls.Block(fn.body, { edges, called, held });
    graph.set(fn.id, [...called]);
  }
  graph.set(HELD, [...held]);
  return graph;
};

/** A function on the way of Tarjan's algorithm. */
interface Visited {
  readonly id: string;
  readonly index: number;
  low: number;
  /** How many of its callees were looked at. */
  next: number;
  onStack: boolean;
}

/**
 * The functions on a cycle of the graph among those that `counts` accepts: the members of its strongly connected
 * components, as found by Tarjan (1972), that have several members or call themselves. Linear, with a stack of its own.
 */
export const cyclic = (graph: CallGraph, counts: (id: string) => boolean): ReadonlySet<string> => {
  const found = new Set<string>();
  const visited = new Map<string, Visited>();
  const component: Visited[] = [];
  const path: Visited[] = [];

  const enter = (id: string): void => {
    const visit = { id, index: visited.size, low: visited.size, next: 0, onStack: true };
    visited.set(id, visit);
    component.push(visit);
    path.push(visit);
  };
  const leave = (visit: Visited): void => {
    path.pop();
    const caller = path.at(-1);
    if (caller) caller.low = Math.min(caller.low, visit.low);
    if (visit.low !== visit.index) return;
    // the component is what came onto the stack since
    const members = component.splice(component.lastIndexOf(visit));
    for (const member of members) member.onStack = false;
    const calledBySelf = graph.get(visit.id)?.includes(visit.id);
    if (members.length > 1 || calledBySelf) for (const { id } of members) found.add(id);
  };

  for (const root of graph.keys()) {
    if (visited.has(root) || !counts(root)) continue;
    enter(root);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const callee = graph.get(visit.id)?.[visit.next++];
      if (callee === undefined) leave(visit);
      else if (graph.has(callee) && counts(callee)) {
        const known = visited.get(callee);
        if (!known) enter(callee);
        else if (known.onStack) visit.low = Math.min(visit.low, known.index);
      }
    }
  }
  return found;
};
