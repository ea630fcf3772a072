// The whole of `fuse` from its arguments to its exit status.

import { isLeft } from "fp-ts/Either";
import type { Call, Request, UsageError } from "./call/call.ts";
import type { CommandName } from "./call/commands.ts";
import { commandHelp, usageSummary } from "./call/help.ts";
import { parse } from "./call/parse.ts";
import { check } from "./commands/check.ts";
import { clean } from "./commands/clean.ts";
import { fmt } from "./commands/fmt.ts";
import { makeInit, makeNew } from "./commands/new.ts";
import { passes } from "./commands/passes.ts";
import { run } from "./commands/run.ts";
import { test } from "./commands/test.ts";
import type { Compiler } from "./compiler.ts";
import type { Run, Toolchain } from "./context.ts";
import { enter } from "./enter.ts";
import { currentFolderOf, type Host, voiceOf } from "./host.ts";
import { comesLater, laterCommands } from "./later.ts";
import { defectOf, reportProblem } from "./output/failures.ts";
import type { Reporter } from "./output/reporter.ts";
import { findPackage, isPackageFolder } from "./package/find.ts";

const runs: { readonly [name in CommandName]?: Run } = {
  run,
  check,
  test,
  fmt,
  passes,
  clean,
  new: makeNew,
  init: makeInit,
};

/** Does what the arguments say and gives the exit status. Whatever goes wrong is shown; nothing is thrown. */
export const runCommandLine = async (
  host: Host,
  toolchain: Toolchain,
  compiler: Compiler,
): Promise<number> => {
  const { reporter } = voiceOf(host, host.variables);
  try {
    const request = parse(host.args, { isPackageFolder, passes: compiler.passes });
    return isLeft(request)
      ? reportUsageError(reporter, request.left)
      : await answer(host, toolchain, compiler, request.right, reporter);
  } catch (thrown) {
    return reportProblem(reporter, defectOf(thrown));
  }
};

const reportUsageError = (reporter: Reporter, { message, suggestion, code }: UsageError): number => {
  const hint = suggestion === null ? null : `did you mean '${suggestion}'?`;
  if (reporter.json) reporter.message("error", [message, ...(hint ? [hint] : [])].join("; "), code);
  else reporter.message("error", message);
  if (hint) reporter.textOnly(`${hint}\n`);
  reporter.textOnly(`\n${usageSummary(reporter.paint("heading", "Usage:"))}`);
  return 2;
};

const answer = async (
  host: Host,
  toolchain: Toolchain,
  compiler: Compiler,
  request: Request,
  reporter: Reporter,
): Promise<number> => {
  switch (request.kind) {
    case "nothing":
      reporter.textOnly(usageSummary(reporter.paint("heading", "Usage:")));
      return 2;
    case "help":
      host.writeOut(request.command === null ? usageSummary() : commandHelp(request.command));
      return 0;
    case "version":
      host.writeOut(`fuse ${toolchain.version}\n`);
      return 0;
    case "call":
      return perform(host, toolchain, compiler, request.call);
  }
};

const perform = async (host: Host, toolchain: Toolchain, compiler: Compiler, call: Call): Promise<number> => {
  const folder = currentFolderOf(host);
  if (isLeft(folder)) return reportProblem(voiceOf(host, host.variables).reporter, folder.left);
  const paths = findPackage(call, folder.right);
  const voice = enter(host, call, paths);
  const print = host.writeOut;
  return runOf(call)({ call, compiler, toolchain, currentFolder: folder.right, paths, print, ...voice });
};

const runOf = (call: Call): Run => {
  if (call.options.get("dump-pass")?.includes("list")) return passes;
  if (laterCommands.has(call.command))
    return ({ reporter }) => reportProblem(reporter, comesLater(`fuse ${call.command}`));
  return runs[call.command]!;
};
