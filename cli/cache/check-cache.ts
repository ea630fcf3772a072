// Remembers that a check found nothing, as long as every file it looked at stays the same.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Call, hasOption } from "../call/call.ts";
import { lookingOptions } from "../call/options.ts";
import { nearestManifest, type PackagePaths } from "../package/find.ts";
import { removeFile, replaceFile } from "../replace-file.ts";

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

const sha1 = (content: string | Uint8Array): string => createHash("sha1").update(content).digest("hex");

const ABSENT = "-";

const digestOfFile = (path: string): string => {
  try {
    return sha1(readFileSync(path));
  } catch {
    return ABSENT;
  }
};

/** Where the record of a check is kept. */
export const recordPath = ({ paths, strict }: CheckKey): string => {
  if (paths.entry === null)
    return join(paths.folder, ".fuse", "build", strict ? "check.strict.meta" : "check.meta");
  const manifest = nearestManifest(dirname(paths.entry));
  const name = sha1(JSON.stringify([paths.entry, paths.manifest, strict])).slice(0, 16);
  return join(dirname(manifest ?? paths.entry), ".fuse-cache", `check-${name}.tsv`);
};

/** What identifies a check besides contents. The nearest manifest above the entry decides on `root:` imports. */
const headOf = ({ paths, strict, toolchain }: CheckKey, entry: string): readonly string[] => [
  `entry\t${entry}`,
  `toolchain\t${toolchain}`,
  `strict\t${strict}`,
  `folder\t${paths.folder}`,
  `manifest\t${paths.manifest ?? ABSENT}`,
  `root\t${nearestManifest(dirname(entry)) ?? ABSENT}`,
];

/** The entry of the check that is remembered under the key, null if there is none or anything has changed. */
export const findCheck = (key: CheckKey): string | null => {
  let lines: readonly string[];
  try {
    lines = readFileSync(recordPath(key), "utf8").split("\n");
  } catch {
    return null;
  }
  const entry = key.paths.entry ?? lines[0]?.split("\t")[1] ?? "";
  const head = headOf(key, entry);
  const unchanged = lines.slice(head.length).every((line) => {
    const [digest, path] = line.split("\t");
    return path !== undefined && digestOfFile(path) === digest;
  });
  return head.every((line, i) => lines[i] === line) && unchanged ? entry : null;
};

/** Remembers a check that found nothing: `texts` are all files it read, by absolute path. */
export const rememberCheck = (key: CheckKey, entry: string, texts: ReadonlyMap<string, string>): void => {
  const digests = new Map(Array.from(texts, ([path, text]) => [path, sha1(text)]));
  const lock = join(key.paths.folder, "fuse.lock");
  if (key.paths.manifest !== null && !digests.has(lock)) digests.set(lock, digestOfFile(lock));
  const separators = /[\t\n]/;
  if ([entry, key.paths.folder, ...digests.keys()].some((path) => separators.test(path))) return;
  const files = Array.from(digests, ([path, digest]) => `${digest}\t${path}`);
  replaceFile(recordPath(key), [...headOf(key, entry), ...files].join("\n"));
};

/** Forgets a check that failed. A record that cannot be removed no longer fits its files anyway. */
export const forgetCheck = (key: CheckKey): void => removeFile(recordPath(key));
