// What outlasts a wait: the locals that some state uses without having bound them itself.
//
// A local that is live behind a wait is one of these, for there is a way from the wait to a use of it that binds it
// nowhere. (The contrary need not hold: a state may be entered without a wait. What is kept then is of no use, and does
// no harm: it is moved, not counted.)

import type { NodeOf } from "../../../ir/framework/language.ts";
import { traverse } from "../../../ir/framework/rewrite.ts";
import { Resumable, type ResumableGrammar } from "../../../ir/resumable.ts";
import type { Local } from "../../../ir/symbols.ts";
import type { State } from "./nodes.ts";

interface Seen {
  /** The ids of locals that the state has bound so far. */
  readonly bound: Set<number>;
  /** By id. */
  readonly kept: Map<number, Local>;
}

const use = (local: Local, { bound, kept }: Seen): void => {
  if (!bound.has(local.id)) kept.set(local.id, local);
};

type Atom = NodeOf<ResumableGrammar, "Atom">;

const usesToken = (
  { memory, values }: { readonly memory: Local | null; readonly values: readonly Atom[] },
  to: { readonly Atom: (atom: Atom, seen: Seen) => void },
  seen: Seen,
): void => {
  if (memory) use(memory, seen);
  for (const value of values) to.Atom(value, seen);
};

const usesLocal = ({ local }: { readonly local: Local }, _: unknown, seen: Seen): void => use(local, seen);

/** A branch binds for what stands behind it only if all branches do that lead there: so all `Let`s count. */
const uses = traverse<ResumableGrammar, Seen>(Resumable, {
  Stmt: {
    Let: ({ local, value }, to, seen) => {
      to.Expr(value, seen);
      seen.bound.add(local.id);
    },
    Assign: ({ local, value }, to, seen) => {
      to.Expr(value, seen);
      use(local, seen);
    },
    Recycle: ({ token, local }, _, seen) => {
      use(local, seen);
      seen.bound.add(token.id);
    },
    Dup: usesLocal,
    Drop: usesLocal,
    Unique: usesLocal,
  },
  Expr: { Local: usesLocal, MakeStruct: usesToken, MakeVariant: usesToken },
  Atom: { Local: usesLocal },
});

/** The locals of a function that outlast its waits; parameters are bound in the first state. */
export const keptIn = (states: readonly State[], params: readonly Local[]): readonly Local[] => {
  const kept = new Map<number, Local>();
  let bound = new Set(params.map(({ id }) => id));
  for (const state of states) {
    uses.State(state, { bound, kept });
    bound = new Set();
  }
  return [...kept.values()];
};
