// A diagnostic: what the compiler has to say about a place in a program. A value, never thrown.

/** `at` is a span (see `framework/span.ts`) in the file `path`; `code` is a `FUSE_…` code or null. */
export interface Diagnostic {
  readonly level: "error" | "warning";
  readonly path: string;
  readonly at: number;
  readonly code: string | null;
  readonly message: string;
  /** It is told behind all that are not (2.15). */
  readonly last?: true;
}

export const error = (path: string, at: number, message: string, code: string | null = null): Diagnostic => ({
  level: "error",
  path,
  at,
  code,
  message,
});
