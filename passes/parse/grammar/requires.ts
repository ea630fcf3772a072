// What is wrong with the `requires` lines of a file: where they stand, what they name (chapter 1.4, notes).

import type { Ident } from "../../../ir/leaves.ts";

/** A `requires` line, as the grammar makes it. */
export interface Requires {
  readonly kind: "Requires";
  readonly documented: boolean;
  readonly capabilities: readonly [Ident, ...Ident[]];
}

const known: ReadonlySet<string> = new Set(["db", "crypto", "network", "time", "files"]);

/** Reports a line's faults; `late` says that another declaration stands before it. */
export const checkRequires = (
  { documented, capabilities }: Requires,
  late: boolean,
  report: (at: number, message: string) => void,
): void => {
  const first = capabilities[0].at;
  if (late) report(first, "requires declarations must appear before other top-level declarations");
  if (documented) report(first, "requires declarations cannot have doc comments");
  for (const { name, at } of capabilities) {
    if (!known.has(name))
      report(at, `unknown capability '${name}': expected db, crypto, network, time or files`);
  }
};
