// Which locals of a function hold one value from their definition on.

import { Anf, type AnfGrammar } from "../../ir/anf.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import type { Fn } from "./nodes.ts";

/** Seen once: defined; seen again: defined or assigned a second time. */
interface Seen {
  readonly once: Set<number>;
  readonly again: Set<number>;
}

const define = (id: number, { once, again }: Seen): void => {
  (once.has(id) ? again : once).add(id);
};

const definitions = traverse<AnfGrammar, Seen>(Anf, {
  Param: { Param: ({ local }, _, seen) => define(local.id, seen) },
  Stmt: {
    Let: ({ local }, _, seen) => define(local.id, seen),
    /** An assignment to a part of a local changes what it holds, too. */
    Assign: ({ local }, _, seen) => define(local.id, seen),
  },
});

/**
 * Whether a local is defined in one place only, and never assigned. Where such a local is used its definition was
 * executed, since a program uses a local only where it is in scope.
 */
export const singlesOf = (fn: Fn): ((id: number) => boolean) => {
  const seen: Seen = { once: new Set(), again: new Set() };
  definitions.Function(fn, seen);
  return (id) => seen.once.has(id) && !seen.again.has(id);
};
