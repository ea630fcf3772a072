// Checks a call as a whole: options that need each other, options that exclude each other, arguments that are missing.

import type { PassName } from "../compiler.ts";
import { type Call, hasOption, optionValue, type UsageError, usageError } from "./call.ts";
import type { OptionName } from "./options.ts";

type Rule = (call: Call, passes: readonly PassName[] | null) => UsageError | null;

/** The first rule that the call breaks. */
export const checkCombinations = (call: Call, passes: readonly PassName[] | null): UsageError | null => {
  for (const rule of rules) {
    const wrong = rule(call, passes);
    if (wrong) return wrong;
  }
  return null;
};

const missingArguments: Rule = ({ command, plain, ...call }) => {
  if (command === "deps" && plain.length === 0)
    return usageError("fuse deps expects a subcommand: lock or publish-check", {
      code: "wrapper_missing_subcommand",
    });
  if (command === "new" && plain.length === 0) return usageError("fuse new expects DIR");
  return command === "clean" && !call.options.has("cache") ? usageError("fuse clean expects --cache") : null;
};

const twoPaths: Rule = ({ command, plain, manifestPath }) => {
  const path = command === "clean" ? plain[0] : command === "deps" ? plain[1] : undefined;
  return path !== undefined && manifestPath !== null ? usageError(`unexpected argument: ${path}`) : null;
};

const workspaceEntry: Rule = (call) => {
  if (!hasOption(call, "workspace")) return null;
  const file = optionValue(call, "file") ?? (call.entry?.endsWith(".fuse") ? call.entry : null);
  if (file !== null) return usageError(`--workspace checks folders, unexpected entry file: ${file}`);
  return call.entry !== null && call.manifestPath !== null
    ? usageError(`unexpected argument: ${call.entry}`)
    : null;
};

const pageEntry: Rule = (call) =>
  call.command === "passes" && call.plain.length > 0 && !hasOption(call, "html")
    ? usageError(`unexpected argument: ${call.plain[0]} (an entry needs --html FILE)`)
    : null;

const dumpOptions: Rule = (call) => {
  const needy: readonly OptionName[] = ["dump-format", "dump-diff", "dump-to"];
  const alone = hasOption(call, "dump-pass") ? undefined : needy.find((name) => hasOption(call, name));
  if (alone) return usageError(`--${alone} needs --dump-pass NAME`);
  return hasOption(call, "dump-diff") && optionValue(call, "dump-format") === "json"
    ? usageError("--dump-diff does not go with --dump-format json")
    : null;
};

const fromPass: Rule = (call, passes) => {
  const name = optionValue(call, "from-pass");
  if (name === null) return null;
  if (name === "all" || name === "list" || name.endsWith(":before"))
    return usageError(`--from-pass expects the name of one pass, found: ${name}`);
  if (call.entry === null) return usageError("--from-pass expects an entry file, a file of JSON dumps");
  const backend = optionValue(call, "backend")?.replace("native", "vm");
  const able = passes?.find((pass) => pass.name === name)?.backends;
  return backend && able && !able.some((each) => each === backend)
    ? usageError(`--from-pass ${name} does not go with --backend ${backend} (only with ${able.join(", ")})`)
    : null;
};

const rules: readonly Rule[] = [missingArguments, twoPaths, workspaceEntry, pageEntry, dumpOptions, fromPass];
