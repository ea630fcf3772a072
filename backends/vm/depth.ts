// How deep calls may nest. The active calls that count are counted in one integer, so that a call costs an addition; as
// long as there are fewer frames than calls allowed, nothing needs to be tested.

import { DEPTH, depthPanic } from "../../runtime/failures.ts";
import type { Counted } from "./image.ts";

/** Calls are counted in the lower half, levels in the upper half. */
const HALF = 16;

/** What a call adds to the depth. */
export const counting: Readonly<Record<Counted, number>> = { nothing: 0, calls: 1, levels: 1 << HALF };

/** Throws the panic of a call with which the depth would be too large. */
export const checkDepth = (depth: number): void => {
  if ((depth & ((1 << HALF) - 1)) > DEPTH) throw depthPanic("calls");
  if (depth >>> HALF > DEPTH) throw depthPanic("a value nested");
};
