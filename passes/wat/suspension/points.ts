// Where functions may wait: calls of those that may, `task.await` and `time.sleep`.

import { traverse } from "../../../ir/framework/rewrite.ts";
import { Owned, type OwnedGrammar } from "../../../ir/owned.ts";
import type { Expr, OwnedBlock, OwnedExpr, OwnedFn, OwnedStmt, Suspension } from "./nodes.ts";

/** Which calls may wait. */
export interface Waiting {
  readonly functions: ReadonlySet<string>;
  /** Calls of function values may. */
  readonly values: boolean;
}

const held = traverse<OwnedGrammar, Set<string>>(Owned, {
  Expr: {
    FunctionValue: (n, _, ids) => addAll(ids, n),
    Closure: (n, to, ids) => {
      addAll(ids, n);
      to.Atom(n.captured, ids);
    },
  },
  Atom: { FunctionValue: (n, _, ids) => addAll(ids, n) },
});

const addAll = (ids: Set<string>, { entries, dynamic }: { entries: readonly string[]; dynamic: string }) => {
  for (const id of [...entries, dynamic]) ids.add(id);
};

/** What may wait in a program; if one of the functions that are used as values may, all of them are marked. */
export const waitingIn = (functions: readonly OwnedFn[]): Waiting => {
  const suspending = new Set(functions.filter(({ suspends }) => suspends).map(({ id }) => id));
  if (suspending.size === 0) return { functions: suspending, values: false };
  const values = new Set<string>();
  for (const { body } of functions) held.Block(body, values);
  return { functions: suspending, values: [...values].some((id) => suspending.has(id)) };
};

/** What the expression waits for; null if it gives its value at once. */
export const suspensionOf = (node: OwnedExpr, waiting: Waiting): Suspension | null => {
  switch (node.kind) {
    case "Call":
      return waiting.functions.has(node.function) ? node : null;
    case "CallValue":
      return waiting.values ? node : null;
    case "Prim":
      return ofPrimitive(node, waiting);
    default:
      return null;
  }
};

const ofPrimitive = (
  { op, at, type, args }: Extract<OwnedExpr, { readonly kind: "Prim" }>,
  { values }: Waiting,
): Suspension | null => {
  const [first, second] = args;
  switch (op) {
    case "task.await":
      return { kind: "TaskEnd", at, task: first! };
    case "time.sleep":
      return { kind: "Time", at, milliseconds: first! };
    case "unknown.call":
      return values ? { kind: "CallUnknown", at, type, callee: first!, args: second! } : null;
    default:
      return null;
  }
};

/** The value of the expression when what it waited for is there. */
export const arrived = ({ at, type }: OwnedExpr, on: Suspension): Expr => {
  if (on.kind === "Time") return { kind: "Unit", at, type };
  return on.kind === "TaskEnd" ? { kind: "Outcome", at, type, task: on.task } : { kind: "Arrived", at, type };
};

/** The statements of a block in which something waits, and in which ones of them, however deep. */
export const pointsIn = (block: OwnedBlock, waiting: Waiting): ReadonlySet<OwnedStmt> => {
  const points = new Set<OwnedStmt>();
  noteBlock(block, waiting, points);
  return points;
};

/** Whether something in the block waits. */
const noteBlock = ({ statements }: OwnedBlock, waiting: Waiting, points: Set<OwnedStmt>): boolean => {
  let found = false;
  for (const node of statements) {
    if (!waitsIn(node, waiting, points)) continue;
    points.add(node);
    found = true;
  }
  return found;
};

const waitsIn = (node: OwnedStmt, waiting: Waiting, points: Set<OwnedStmt>): boolean => {
  const inBlocks = (...blocks: readonly (OwnedBlock | null)[]): boolean =>
    // each one is looked at, whatever the others hold
    blocks.map((block) => block !== null && noteBlock(block, waiting, points)).includes(true);
  switch (node.kind) {
    case "If":
      return inBlocks(node.whenTrue, node.whenFalse);
    case "Loop":
      return inBlocks(node.test, node.body, node.step);
    case "Let":
    case "Assign":
    case "Do":
    case "Return":
      return node.value !== null && suspensionOf(node.value, waiting) !== null;
    default:
      return false;
  }
};
