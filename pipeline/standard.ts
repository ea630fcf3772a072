// The standard pipeline, from source text to what the backends run: the order of all passes is written down here.

import { Source } from "../ir/layout.ts";
import type { Stage } from "./stage.ts";

/** The language that the first stage takes. */
export const start = Source;

/** Stage by stage, pass by pass. */
export const standard: readonly Stage[] = [];
