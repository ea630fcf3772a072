// For the tests of passes: the standard pipeline's own order, so that it is written down once.

import type { AnyPass } from "../pipeline/stage.ts";
import { standard } from "../pipeline/standard.ts";

export type { AnyPass };

/** The passes of some stages, in pipeline order. */
export const passesOfStages = (...boundaries: readonly string[]): readonly AnyPass[] =>
  standard.filter(({ boundary }) => boundaries.includes(boundary)).flatMap(({ passes }) => passes);
