// Statements that become several: all but the last stand before it in the block around it.

import type { Frame } from "../fresh.ts";

/** The context of a pass that makes several statements of one: `before` are those to stand before the next. */
export interface Hoisting<S> extends Frame {
  before: S[];
}

/** The statements, where one is expected. */
export const several = <S, L extends S>(statements: readonly S[], last: L, context: Hoisting<S>): L => {
  context.before.push(...statements);
  return last;
};

/** The statements of a block, rewritten each, with what they put before themselves; the list itself if none changed. */
export const hoisted = <A, S>(
  statements: readonly A[],
  rewritten: (statement: A) => S,
  context: Hoisting<S>,
): readonly S[] => {
  const outer = context.before;
  const result: S[] = [];
  let changed = false;
  for (const statement of statements) {
    context.before = [];
    const last = rewritten(statement);
    changed ||= (last as unknown) !== statement || context.before.length > 0;
    result.push(...context.before, last);
  }
  context.before = outer;
  return changed ? result : (statements as readonly unknown[] as readonly S[]);
};
