// Which nodes of a program may wait when they are evaluated: in them, operations that wait and calls of functions that do.

import { type AnyNode, formOf, schemaOf, subtreesOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Matched, type MatchedGrammar } from "../../ir/matched.ts";
import type { Block, Expr, Fn, Step, Stmt } from "./program.ts";

type Functions = ReadonlyMap<string, Fn>;

const sortOf = (node: AnyNode): string =>
  ["Block", "Stmt", "Step", "Expr", "Entry"].find((sort) => formOf(schemaOf(Matched), sort, node))!;

/** Whether functions that are used as values may wait: if one may, they all say so. */
const valuesWait = (functions: Functions): boolean => {
  const held = new Set<string>();
  const hold = ({ entries }: { readonly entries: readonly string[] }): void => {
    for (const id of entries) held.add(id);
  };
  const look = traverse<MatchedGrammar>(Matched, {
    Expr: {
      FunctionValue: hold,
      Closure: (n, to) => {
        hold(n);
        to.Expr(n.captured);
      },
    },
  });
  for (const { body } of functions.values()) look.Block(body);
  return [...held].some((id) => functions.get(id)!.suspends);
};

export type Waits = (node: Block | Stmt | Expr | Step) => boolean;

/** Tells it of each node; what was found out of a node is remembered. */
export const waitingIn = (functions: Functions): Waits => {
  const known = new WeakMap<object, boolean>();
  let held: boolean | undefined;
  const itself = (node: AnyNode): boolean => {
    if (node.kind === "Call") return functions.get(node.function as string)!.suspends;
    if (node.kind === "Prim" && (node.op === "task.await" || node.op === "time.sleep")) return true;
    if (node.kind !== "CallValue" && !(node.kind === "Prim" && node.op === "unknown.call")) return false;
    held ??= valuesWait(functions);
    return held;
  };
  const inside = (node: AnyNode): boolean =>
    Object.entries(formOf(schemaOf(Matched), sortOf(node), node)!).some(
      ([name, field]) =>
        field.role !== "leaf" &&
        subtreesOf(field, node[name]).some((child) => child !== null && waits(child)),
    );
  const waits = (node: AnyNode): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const found = itself(node) || inside(node);
    known.set(node, found);
    return found;
  };
  return (node) => waits(node as unknown as AnyNode);
};
