// Finds the package a call is about: its manifest, its folder, and the entry file named on the command line.

import { existsSync, type Stats, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Call } from "../call/call.ts";

/** All absolute. */
export interface PackagePaths {
  /** Null without a package. */
  readonly manifest: string | null;
  /** The folder of the manifest, else the current folder. */
  readonly folder: string;
  /** The entry file named on the command line. */
  readonly entry: string | null;
}

/** What lies at the path; null if nothing that could be looked at does. */
const statOf = (path: string): Stats | null => {
  try {
    return statSync(path);
  } catch {
    return null;
  }
};

export const isFolder = (path: string): boolean => statOf(path)?.isDirectory() ?? false;
export const isFile = (path: string): boolean => statOf(path)?.isFile() ?? false;

/** Whether the path is a folder that contains a `fuse.toml`. */
export const isPackageFolder = (path: string): boolean => isFolder(path) && isFile(join(path, "fuse.toml"));

/** The nearest `fuse.toml` in the folder or above it. */
export const nearestManifest = (folder: string): string | null => {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, "fuse.toml");
    if (isFile(path)) return path;
    if (dirname(at) === at) return null;
  }
};

/** Looks at the file system only for what exists; nothing is read. */
export const findPackage = (
  { entry, manifestPath }: Pick<Call, "entry" | "manifestPath">,
  currentFolder: string,
): PackagePaths => {
  const manifest = findManifest(entry, manifestPath, currentFolder);
  const folder = manifest === null ? currentFolder : dirname(manifest);
  const folders = manifestPath === null ? [currentFolder, folder] : [folder, currentFolder];
  return { manifest, folder, entry: entry === null ? null : firstExisting(entry, folders) };
};

const findManifest = (
  entry: string | null,
  manifestPath: string | null,
  currentFolder: string,
): string | null => {
  if (manifestPath !== null) {
    const path = resolve(currentFolder, manifestPath);
    return isFolder(path) ? join(path, "fuse.toml") : path;
  }
  const file = entry === null ? null : resolve(currentFolder, entry);
  return nearestManifest(file !== null && existsSync(file) ? dirname(file) : currentFolder);
};

/** The path in the first folder where it exists; if there is none, in the first. */
const firstExisting = (path: string, folders: readonly string[]): string => {
  const candidates = folders.map((folder) => resolve(folder, path));
  return candidates.find((candidate) => existsSync(candidate)) ?? candidates[0]!;
};
