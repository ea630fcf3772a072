// The files that a program is loaded from: a disk, or texts in memory.

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Why a file cannot be read. */
export type Unreadable = "missing" | "unreadable";

/** Paths are absolute. */
export interface Files {
  readonly read: (path: string) => Uint8Array | Unreadable;
  /** One text for all paths that lead to the same file. */
  readonly identity: (path: string) => string;
  readonly isFile: (path: string) => boolean;
}

export const disk: Files = {
  read: (path) => {
    try {
      return readFileSync(path);
    } catch {
      return existsSync(path) ? "unreadable" : "missing";
    }
  },
  identity: (path) => {
    try {
      return realpathSync.native(path);
    } catch {
      return path;
    }
  },
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
};

/** Texts by absolute path in front of other files: what an editor has open, or a test. */
export const inMemory = (texts: ReadonlyMap<string, string>, others?: Files): Files => ({
  read: (path) => {
    const text = texts.get(path);
    return text === undefined ? (others?.read(path) ?? "missing") : Buffer.from(text);
  },
  identity: (path) => (texts.has(path) ? path : (others?.identity(path) ?? path)),
  isFile: (path) => texts.has(path) || (others?.isFile(path) ?? false),
});

/** The nearest `fuse.toml` in the folder or above it, or null. Each folder is looked at once. */
export const manifestFinder = ({ isFile }: Files): ((folder: string) => string | null) => {
  const known = new Map<string, string | null>();
  const find = (folder: string): string | null => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const path = join(folder, "fuse.toml");
    const above = dirname(folder);
    const manifest = isFile(path) ? path : above === folder ? null : find(above);
    known.set(folder, manifest);
    return manifest;
  };
  return find;
};
