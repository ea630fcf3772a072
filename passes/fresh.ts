// New locals of the function that a pass works in.

import type { Local } from "../ir/symbols.ts";

/** How many locals the function has so far. */
export interface Frame {
  locals: number;
}

/** A local that the function does not have yet. */
export const fresh = (frame: Frame, name: string): Local => ({ name, id: frame.locals++, kind: "temp" });

/** A new local that is assigned again. */
export const freshVar = (frame: Frame, name: string): Local => ({ ...fresh(frame, name), kind: "var" });

/** A function whose body is rewritten in a frame of its own: the pass's context with the function's count of locals. */
export const inFrame = <N extends { readonly locals: number; readonly body: unknown }, B, C extends Frame>(
  fn: N,
  context: Omit<C, "locals">,
  rewritten: (body: N["body"], frame: C) => B,
) => {
  const frame = { ...context, locals: fn.locals } as C;
  const body = rewritten(fn.body, frame);
  return { ...fn, body, locals: frame.locals };
};
