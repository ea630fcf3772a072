// How a run ended, on every backend.

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
