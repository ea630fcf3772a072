// Remembers that a check found nothing, as long as every file it looked at stays the same.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Call, hasOption } from "../call/call.ts";
import { lookingOptions } from "../call/options.ts";
import type { PackagePaths } from "../package/find.ts";
import { removeFile, replaceFile } from "../replace-file.ts";
import { cacheFolder, heldBy, type RecordKey, recordOf, sha1 } from "./record.ts";

export interface CheckKey {
  readonly paths: PackagePaths;
  readonly strict: boolean;
  /** Names the very build of `fuse`. */
  readonly toolchain: string;
}

/** Whether the cache may be used for a call; with `--backend` the manifest's own backend name goes unchecked. */
export const isCacheable = (call: Call): boolean =>
  call.command === "check" &&
  !hasOption(call, "backend") &&
  !hasOption(call, "workspace") &&
  !lookingOptions.some((name) => hasOption(call, name));

/** Where the record of a check is kept. */
export const recordPath = ({ paths, strict }: CheckKey): string => {
  if (paths.entry === null)
    return join(paths.folder, ".fuse", "build", strict ? "check.strict.meta" : "check.meta");
  const name = sha1(JSON.stringify([paths.entry, paths.manifest, strict])).slice(0, 16);
  return join(cacheFolder(paths.entry), `check-${name}.tsv`);
};

const keyOf = ({ paths, strict, toolchain }: CheckKey): RecordKey => ({
  paths,
  toolchain,
  mode: `strict\t${strict}`,
});

/** The entry of the check that is remembered under the key, null if there is none or anything has changed. */
export const findCheck = (key: CheckKey): string | null => {
  let text: string;
  try {
    text = readFileSync(recordPath(key), "utf8");
  } catch {
    return null;
  }
  return heldBy(keyOf(key), text.split("\n"))?.entry ?? null;
};

/** Remembers a check that found nothing: `texts` are all files it read, by absolute path. */
export const rememberCheck = (key: CheckKey, entry: string, texts: ReadonlyMap<string, string>): void => {
  const lines = recordOf(keyOf(key), entry, texts);
  if (lines) replaceFile(recordPath(key), lines.join("\n"));
};

/** Forgets a check that failed. A record that cannot be removed no longer fits its files anyway. */
export const forgetCheck = (key: CheckKey): void => removeFile(recordPath(key));
