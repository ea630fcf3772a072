// Whether what is written to stderr is coloured (03, section 17): one rule for `fuse` and for the programs it runs.

import type { Variables } from "./environment.ts";

export type ColourPolicy = "auto" | "always" | "never";

/**
 * Whether stderr is coloured: `option`, what `--color` says, decides, without it `FUSE_COLOR`; `auto` looks at
 * `NO_COLOR` and the terminal.
 */
export const isColoured = (
  option: ColourPolicy | null,
  variables: Variables,
  stderrIsTerminal: boolean,
): boolean => {
  const policy = option ?? variables.FUSE_COLOR;
  if (policy === "always" || policy === "never") return policy === "always";
  const forced = variables.FUSE_COLOR_FORCE_TTY;
  const terminal = forced === undefined ? stderrIsTerminal : forced === "1";
  return terminal && variables.NO_COLOR === undefined;
};
