// What the operands of a statement need: a reference more in front of it, or one less behind it.

import { isManaged, type Unwrapping, unwrappings } from "../../ir/ownership.ts";
import type { Local } from "../../ir/symbols.ts";
import type { Holdings } from "./holdings.ts";
import type { Live } from "./live.ts";
import type { Expr, Stmt } from "./nodes.ts";
import { eachUse, type Takes } from "./operands.ts";

export interface Settled {
  /** In front of the statement. */
  readonly dups: readonly Local[];
  /** Behind it; in order of their ids, which is the order of their definitions. */
  readonly drops: readonly Local[];
}

export interface Needs {
  /** The owners that are needed behind the statement. At each point these, and no others, have a reference. */
  readonly live: Live;
  readonly holdings: Holdings;
  readonly takes: Takes;
}

/**
 * An owner that is needed later is duplicated for each operand that takes it. One that is not gives its own reference
 * to one of them; where it is borrowed, too, it must stay until the operation is done. Its operands are live then.
 */
export const settle = (node: Stmt, { live, holdings, takes }: Needs): Settled => {
  const dups: Local[] = [];
  const drops: Local[] = [];
  const moved = new Set<number>();
  const borrowed = new Set<number>();
  const note = (local: Local, taken: boolean): void => {
    const { id } = local;
    const owner = holdings.ownerOf(id);
    if (taken && holdings.isManaged(id)) {
      if (owner !== id || live.has(id) || moved.has(id)) dups.push(local);
      else moved.add(id);
    }
    if (owner !== undefined && !(taken && owner === id)) borrowed.add(owner);
  };
  eachUse(node, takes, (atom, taken) => {
    if (atom.kind === "Local") note(atom.local, taken);
  });
  if (node.kind === "Unique") note(node.local, false);
  for (const id of borrowed) {
    if (live.has(id)) continue;
    if (moved.has(id)) dups.push(holdings.localOf(id));
    drops.push(holdings.localOf(id));
  }
  for (const id of [...moved, ...borrowed]) live.add(id);
  return { dups, drops: drops.sort((a, b) => a.id - b.id) };
};

const isUnwrapping = (op: string): op is Unwrapping => (unwrappings as readonly string[]).includes(op);

/** The content of a wrapper that is not needed later is taken, and the wrapper with it. */
export const unwrapped = (value: Expr, { live, holdings }: Needs): Expr => {
  if (value.kind !== "Prim" || !isUnwrapping(value.op) || !isManaged(value.type)) return value;
  const base = value.args[0];
  if (base?.kind !== "Local" || live.has(base.local.id) || !holdings.isOwner(base.local.id)) return value;
  return { kind: "Unwrap", at: value.at, type: value.type, op: value.op, base };
};
