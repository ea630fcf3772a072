// What a cache entry rests on: the call it was made for and the content of every file that was looked at.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nearestManifest, type PackagePaths } from "../package/find.ts";

export interface RecordKey {
  readonly paths: PackagePaths;
  /** What else of the call has a say, as `name\tvalue`. */
  readonly mode: string;
  /** Names the very build of `fuse`. */
  readonly toolchain: string;
}

export const sha1 = (content: string | Uint8Array): string =>
  createHash("sha1").update(content).digest("hex");

const ABSENT = "-";

const digestOfFile = (path: string): string => {
  try {
    return sha1(readFileSync(path));
  } catch {
    return ABSENT;
  }
};

/** What identifies a record besides contents. The nearest manifest above the entry decides on `root:` imports. */
const headOf = ({ paths, mode, toolchain }: RecordKey, entry: string): readonly string[] => [
  `entry\t${entry}`,
  `toolchain\t${toolchain}`,
  mode,
  `folder\t${paths.folder}`,
  `manifest\t${paths.manifest ?? ABSENT}`,
  `root\t${nearestManifest(dirname(entry)) ?? ABSENT}`,
];

/**
 * The lines of a record; `texts` are all files that were read, by absolute path. Null where a path holds what
 * separates lines.
 */
export const recordOf = (
  key: RecordKey,
  entry: string,
  texts: ReadonlyMap<string, string>,
): readonly string[] | null => {
  const digests = new Map(Array.from(texts, ([path, text]) => [path, sha1(text)]));
  const lock = join(key.paths.folder, "fuse.lock");
  if (key.paths.manifest !== null && !digests.has(lock)) digests.set(lock, digestOfFile(lock));
  const separators = /[\t\n]/;
  if ([entry, key.paths.folder, ...digests.keys()].some((path) => separators.test(path))) return null;
  return [...headOf(key, entry), ...Array.from(digests, ([path, digest]) => `${digest}\t${path}`)];
};

export interface Held {
  readonly entry: string;
  /** The files it rests on, absolute. */
  readonly files: readonly string[];
}

/** What a record says, if it was made for this key and nothing has changed since; else null. */
export const heldBy = (key: RecordKey, lines: readonly string[]): Held | null => {
  const entry = key.paths.entry ?? lines[0]?.split("\t")[1] ?? "";
  const head = headOf(key, entry);
  if (!head.every((line, i) => lines[i] === line)) return null;
  const files = lines.slice(head.length).map((line) => line.split("\t"));
  return files.every(([digest, path]) => path !== undefined && digestOfFile(path) === digest)
    ? { entry, files: files.map(([, path]) => path!) }
    : null;
};

/** The folder for what is remembered of an entry that was named. */
export const cacheFolder = (entry: string): string =>
  join(dirname(nearestManifest(dirname(entry)) ?? entry), ".fuse-cache");
