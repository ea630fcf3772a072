// The `fuse` executable: answers a check that was answered before by itself, and loads the compiler for all else.

import { join } from "node:path";
import { isLeft } from "fp-ts/Either";
import { findCheck, isCacheable } from "../cache/check-cache.ts";
import { isCacheable as isRunCacheable, mayHold } from "../cache/run-cache.ts";
import { type Call, hasOption } from "../call/call.ts";
import { commands } from "../call/commands.ts";
import { lookingOptions } from "../call/options.ts";
import { parse } from "../call/parse.ts";
import { currentFolderOf, type Host, processHost, voiceOf } from "../host.ts";
import { defectOf, reportProblem } from "../output/failures.ts";
import { findPackage, isPackageFolder } from "../package/find.ts";
import { settingsOf } from "../package/settings.ts";
import { buildId, version } from "./build.ts";
import { loadCached } from "./code-cache.ts";
import type { Installation, Main } from "./main.ts";
import type { Runner } from "./runner.ts";

/** The call that the arguments make, if they do; passes are not known here. */
const callOf = (host: Host): Call | null => {
  const request = parse(host.args, { isPackageFolder, passes: null });
  return isLeft(request) || request.right.kind !== "call" ? null : request.right.call;
};

/** Shows the result of a check if nothing has changed since, and gives whether it did. */
const answerFromCache = (host: Host, call: Call): boolean => {
  if (!isCacheable(call)) return false;
  const folder = currentFolderOf(host);
  if (isLeft(folder)) return false;
  const paths = findPackage(call, folder.right);
  const entry = findCheck({ paths, strict: hasOption(call, "strict-architecture"), toolchain: buildId });
  if (entry === null) return false;
  const { variables, warning } = settingsOf(host.variables, paths.folder);
  const { reporter } = voiceOf(host, variables);
  if (warning !== null) reporter.message("warning", warning);
  reporter.step("check", "start");
  if (paths.entry !== null)
    reporter.say({ text: "check: ok (cached, no changes)", json: { event: "check.cached", entry } });
  reporter.step("check", "ok");
  return true;
};

/** A call that only checks, and looks at nothing in the compiler, needs no more than the front end. */
const bundleFor = (call: Call | null): string => {
  const checks = call?.command === "check" && !lookingOptions.some((name) => hasOption(call, name));
  return checks ? "checker.cjs" : "compiler.cjs";
};

/** The code cache is written behind a call that had the compiler work, so that it holds what such calls need. */
const answerWithCompiler = async (host: Host, call: Call | null): Promise<number> => {
  const { exports, save } = loadCached<Main>(join(__dirname, bundleFor(call)), buildId);
  const status = await exports.main(host, installation);
  if (call !== null && commands[call.command].takes === "entry") save();
  return status;
};

const installation: Installation = { version, id: buildId, bundles: __dirname };

/** The exit status of a program that was compiled before; null if it was not. */
const runFromCache = async (host: Host, call: Call): Promise<number | null> => {
  const folder = currentFolderOf(host);
  if (!isRunCacheable(call) || isLeft(folder) || !mayHold(findPackage(call, folder.right))) return null;
  const { exports, save } = loadCached<Runner>(join(__dirname, "runner.cjs"), buildId);
  const status = await exports.runCached(host, call, installation);
  if (status !== null) save();
  return status;
};

const main = async (host: Host): Promise<number> => {
  const call = callOf(host);
  if (call !== null && answerFromCache(host, call)) return 0;
  const status = call === null ? null : await runFromCache(host, call);
  return status ?? answerWithCompiler(host, call);
};

const host = processHost();
const panic = (thrown: unknown): void =>
  process.exit(reportProblem(voiceOf(host, host.variables).reporter, defectOf(thrown)));

// What Node itself has to warn about is not for the users of `fuse`, nor is where a defect was thrown.
process.removeAllListeners("warning");
process.on("uncaughtException", panic);
process.on("unhandledRejection", panic);
main(host).then((status) => process.exit(status), panic);
