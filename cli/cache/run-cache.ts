// Remembers compiled programs, as long as every file they were made of stays the same.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EntryKind } from "../../ir/mono.ts";
import { type Call, hasOption } from "../call/call.ts";
import { lookingOptions } from "../call/options.ts";
import type { Backend } from "../compiler.ts";
import type { PackagePaths } from "../package/find.ts";
import { replaceFile } from "../replace-file.ts";
import type { CompiledProgram } from "../run/executable.ts";
import { cacheFolder, type Held, heldBy, type RecordKey, recordOf, sha1 } from "./record.ts";

export interface RunKey {
  readonly paths: PackagePaths;
  /** Null where the choice is ours. */
  readonly backend: Backend | null;
  /** The kind of entry that the program was made for. */
  readonly role: EntryKind;
  readonly toolchain: string;
}

export interface Remembered extends Held {
  readonly program: CompiledProgram;
}

/** Whether a compiled program may be taken from the cache, or kept there. */
export const isCacheable = (call: Call): boolean =>
  call.command === "run" && !lookingOptions.some((name) => hasOption(call, name));

const folderOf = ({ entry, folder }: PackagePaths): string =>
  entry === null ? join(folder, ".fuse-cache") : cacheFolder(entry);

/** Whether it is worth looking: there is a cache at all. */
export const mayHold = (paths: PackagePaths): boolean => existsSync(folderOf(paths));

/** Where the program of a call is kept. */
export const programPath = ({ paths, backend, role }: RunKey): string => {
  const digest = sha1(JSON.stringify([paths.entry, paths.manifest, backend, role]));
  return join(folderOf(paths), `run-${digest.slice(0, 16)}.bin`);
};

const keyOf = ({ paths, backend, role, toolchain }: RunKey): RecordKey => ({
  paths,
  toolchain,
  mode: `${role}\t${backend ?? "-"}`,
});

/** Between the record with the backend's name, as text, and the bytes of the program. */
const END = Buffer.from("\n\n");

/** The program that is remembered under the key, null if there is none or anything has changed. */
export const findProgram = (key: RunKey): Remembered | null => {
  let content: Buffer;
  try {
    content = readFileSync(programPath(key));
  } catch {
    return null;
  }
  const end = content.indexOf(END);
  if (end < 0) return null;
  const [backend, digest, ...lines] = content.toString("utf8", 0, end).split("\n");
  const bytes = content.subarray(end + END.length);
  if ((backend !== "vm" && backend !== "aot") || digest !== sha1(bytes)) return null;
  const held = heldBy(keyOf(key), lines);
  return held && { ...held, program: { backend, bytes } };
};

/** Remembers a program; `texts` are all files that it was made of, by absolute path. */
export const rememberProgram = (
  key: RunKey,
  entry: string,
  texts: ReadonlyMap<string, string>,
  { backend, bytes }: CompiledProgram,
): void => {
  const lines = recordOf(keyOf(key), entry, texts);
  if (!lines) return;
  const head = Buffer.from([backend, sha1(bytes), ...lines].join("\n"));
  replaceFile(programPath(key), Buffer.concat([head, END, bytes]));
};
