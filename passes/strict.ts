// The option of the passes that check the strict architecture (chapter 2.15).

import * as t from "io-ts";

const strictOptions = t.type({ strict: t.literal(true) });

/** Whether a pass is to check the strict architecture: without the option it does nothing. */
export const isStrict = (options: unknown): boolean => strictOptions.is(options);
