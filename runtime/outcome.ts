// How a run ended, on every backend.

import { envelopeOf } from "./envelope.ts";
import { brokenAt, Failure, hostPanic, OutputClosed, Panic, type Site } from "./failures.ts";
import { textOf } from "./text.ts";
import type { Value } from "./values.ts";

/**
 * How a run ended (03, section 10); plain data, so that a worker can send it. `path` is the file and `at` the span of
 * the expression that failed; the empty path and -1 where that is not known.
 */
export type Outcome =
  | { readonly kind: "ended" }
  | {
      readonly kind: "failure";
      readonly code: string;
      readonly message: string;
      readonly path: string;
      readonly at: number;
    }
  /** An error value that nobody took: its text form, and its envelope as JSON if its type has one. */
  | { readonly kind: "uncaught"; readonly message: string; readonly envelope: string | null }
  | { readonly kind: "panic"; readonly message: string; readonly path: string; readonly at: number };

export const ENDED: Outcome = { kind: "ended" };

/** The outcome of a run that ends with an error value (03, 10.2). */
export const uncaught = (error: Value): Outcome => ({
  kind: "uncaught",
  message: textOf(error),
  envelope: envelopeOf(error),
});

/** The outcome of a run that ends by throwing, where it stands. */
export const brokenOff = (cause: unknown, where: Site): Outcome => {
  if (cause instanceof OutputClosed) return ENDED;
  const { thrown, site } = brokenAt(cause, where);
  const { path, at } = site;
  if (thrown instanceof Failure)
    return { kind: "failure", code: thrown.code, message: thrown.message, path, at };
  const { message } = thrown instanceof Panic ? thrown : hostPanic(thrown);
  return { kind: "panic", message, path, at };
};
