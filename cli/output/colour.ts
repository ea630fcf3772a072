// Colour on stderr: when it is used, and its sequences.

import type { ColourPolicy } from "../call/wanted-output.ts";
import type { Variables } from "../package/env-file.ts";

export type Colour = "error" | "warning" | "heading";

/** Puts a text in a colour, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

const sequences: Readonly<Record<Colour, string>> = { error: "31;1", warning: "33;1", heading: "36;1" };

const coloured: Paint = (colour, text) => `\u001b[${sequences[colour]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

/**
 * Whether stderr is coloured: `--color` decides, without it `FUSE_COLOR`; `auto` looks at `NO_COLOR` and the terminal.
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

export const painter = (colour: boolean): Paint => (colour ? coloured : plain);
