// Makes problems: what ends a command with an error message.

import type { Problem } from "./compiler.ts";

export const problem = (message: string, code: string | null = null): Problem => ({
  message,
  code,
  defect: false,
});

/** The code of a wrong call that may show only when a pipeline file was read. */
export const UNKNOWN_PASS = "wrapper_unknown_pass";

/** Says what the system said, without its call names: `no such file or directory`. */
const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : message.replace(/^[A-Z0-9_]+: /, "").replace(/, \w+( '.*')?$/s, "");
};

/** `doing` is `read` or `write`. */
export const fileProblem = (doing: "read" | "write", path: string, error: unknown): Problem =>
  problem(`failed to ${doing} ${path}: ${reasonOf(error)}`, `wrapper_file_${doing}`);
