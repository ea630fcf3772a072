// New locals of the function that a pass works in.

import type { Local } from "../../ir/symbols.ts";

/** How many locals the function has so far. */
export interface Frame {
  locals: number;
}

/** A local that the function does not have yet. */
export const fresh = (frame: Frame, name: string): Local => ({ name, id: frame.locals++, kind: "temp" });
