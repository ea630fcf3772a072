// What the command line accepts already and does not do yet.

import type { CommandName } from "./call/commands.ts";
import { problem } from "./problem.ts";

/** The commands that come with a later version. */
export const laterCommands: ReadonlySet<CommandName> = new Set([
  "build",
  "dev",
  "openapi",
  "migrate",
  "deps",
  "lsp",
]);

export const comesLater = (what: string) => problem(`${what} comes in a later version`);
