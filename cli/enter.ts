// Entering a package: its settings become the process's, and decide on how messages look.

import type { Call } from "./call/call.ts";
import { commands } from "./call/commands.ts";
import { type Host, type Voice, voiceOf } from "./host.ts";
import type { PackagePaths } from "./package/find.ts";
import { settingsOf } from "./package/settings.ts";

/** Takes over the settings of the package, for commands that work on one. */
export const enter = (host: Host, call: Call, paths: PackagePaths): Voice => {
  if (commands[call.command].takes !== "entry") return voiceOf(host, host.variables);
  const { variables, warning } = settingsOf(host.variables, paths.folder);
  Object.assign(host.variables, variables);
  const voice = voiceOf(host, variables);
  if (warning !== null) voice.reporter.message("warning", warning);
  return voice;
};
