// Functions whose calls may be replaced by their bodies, and how that is done.

import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import { NO_PLACE } from "../../ir/derived.ts";
import type { FormOf } from "../../ir/framework/language.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { Local } from "../../ir/symbols.ts";
import { UNIT } from "../../ir/types.ts";
import { type Frame, fresh } from "../fresh.ts";
import { callsOut, mayFail, neverEnds } from "./effects.ts";
import { type Expr, type Fn, letBe, type Stmt } from "./nodes.ts";

/** `failsInPlace`: it may fail at a position of its own file. */
export interface Inlinable {
  readonly fn: Fn;
  readonly failsInPlace: boolean;
}

/** The value that a statement of a straight line evaluates; undefined if it is no such statement. */
const evaluatedBy = (node: Stmt, isLast: boolean): Expr | null | undefined => {
  if (node.kind === "Let" || node.kind === "Do") return node.value;
  return node.kind === "Return" && isLast ? node.value : undefined;
};

/**
 * A straight line that calls nothing: so the function is on no cycle of the call graph, its calls do not count (03,
 * 7.3), and nothing is active above it. A Result function takes what is raised in it, so it must not raise.
 */
const inlinable = (fn: Fn, limit: number): Inlinable | null => {
  const { statements } = fn.body;
  if (fn.counts !== "nothing" || statements.length > limit) return null;
  let failsInPlace = false;
  for (const [i, each] of statements.entries()) {
    const value = evaluatedBy(each, i === statements.length - 1);
    if (value === undefined) return null;
    if (value === null) continue;
    if (callsOut(value) || neverEnds(value)) return null;
    failsInPlace ||= mayFail(value) && value.at !== NO_PLACE;
  }
  return { fn, failsInPlace };
};

export const inlinableOf = (functions: readonly Fn[], limit: number): ReadonlyMap<string, Inlinable> =>
  new Map(
    functions.flatMap((fn) => {
      const found = inlinable(fn, limit);
      return found ? [[fn.id, found]] : [];
    }),
  );

/** What a copy of a body has in place of its own locals and positions. */
interface Copy {
  readonly frame: Frame;
  readonly locals: Map<number, Local>;
  readonly place: (at: number) => number;
}

const copyOf = (local: Local, { frame, locals }: Copy): Local => {
  const known = locals.get(local.id);
  if (known) return known;
  const copy = fresh(frame, local.name);
  locals.set(local.id, copy);
  return copy;
};

const copied = rewrite<AnfGrammar, AnfGrammar, Copy>(Anf, Anf, {
  Atom: { Local: (n, _, copy) => ({ ...n, local: copyOf(n.local, copy) }) },
  Expr: { Local: (n, _, copy) => ({ ...n, local: copyOf(n.local, copy) }) },
});

const valueIn = (node: Expr, copy: Copy): Expr => {
  const now = copied.Expr(node, copy);
  return { ...now, at: copy.place(node.at) };
};

const statementIn = (node: Stmt, copy: Copy): Stmt => {
  if (node.kind === "Let") {
    const value = valueIn(node.value, copy);
    return letBe(copyOf(node.local, copy), node.type, value, copy.place(node.at));
  }
  return node.kind === "Do" ? { ...node, at: copy.place(node.at), value: valueIn(node.value, copy) } : node;
};

/**
 * The body of a call with the arguments bound, and its value. What has no position of its own fails where the call is;
 * so does all of a body from another file, which cannot fail by itself.
 */
export const inlined = (
  fn: Fn,
  { args, at }: FormOf<AnfGrammar, "Expr", "Call">,
  path: string,
  frame: Frame,
): { readonly statements: readonly Stmt[]; readonly result: Expr } => {
  const place = (own: number): number => (own === NO_PLACE || fn.path !== path ? at : own);
  const copy: Copy = { frame, locals: new Map(), place };
  const bound = fn.params.map(({ local, type }, i) => letBe(copyOf(local, copy), type, args[i]!, at));
  const statements = [...bound];
  let result: Expr = { kind: "Unit", at, type: UNIT };
  for (const each of fn.body.statements) {
    if (each.kind !== "Return") statements.push(statementIn(each, copy));
    else if (each.value) result = valueIn(each.value, copy);
  }
  return { statements, result };
};
