// Loads a CommonJS bundle through V8's code cache, so that it is not compiled anew at every start.

import { lstatSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire as requireFrom } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { replaceFile } from "../replace-file.ts";

export interface Loaded<Exports> {
  readonly exports: Exports;
  /** Whether a cache was taken. */
  readonly cached: boolean;
  /** Writes the cache, unless there is one; best called when everything that is needed has run. */
  readonly save: () => void;
}

/**
 * How much code V8 runs before it optimises a function. By default it is so eager that a compiler, which lives for half a
 * second, loses a third of it to code that is thrown away again.
 */
const PATIENCE = "--interrupt-budget=500000";

/** V8 takes a cache only under the flags it was made under, so every bundle is loaded so; unknown flags are printed. */
const bePatient = (): void => {
  if (Number.parseInt(process.versions.v8, 10) < 14) setFlagsFromString(PATIENCE);
};

/** V8 refuses a cache of another version or other flags by itself; the name keeps versions from pushing each other out. */
const cacheName = (bundle: string, id: string): string =>
  `${basename(bundle)}.${id}.${process.version}-${process.arch}.cache`;

/** A folder of our own under the system's temporary one; null if it is not ours alone: a cache is code. */
const privateFolder = (): string | null => {
  try {
    const user = process.getuid?.() ?? 0;
    const folder = join(tmpdir(), `fuse-${user}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const ours = process.getuid === undefined || (uid === user && (mode & 0o077) === 0);
    return ours && lstatSync(folder).isDirectory() ? folder : null;
  } catch {
    return null;
  }
};

const tryRead = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
};

/** Loads the bundle; `id` names its content. */
export const loadCached = <Exports>(bundle: string, id: string): Loaded<Exports> => {
  const beside = join(dirname(bundle), cacheName(bundle, id));
  const elsewhere = (): string | null => {
    const folder = privateFolder();
    return folder && join(folder, cacheName(bundle, id));
  };
  const spare = (): Buffer | null => {
    const path = elsewhere();
    return path === null ? null : tryRead(path);
  };
  bePatient();
  const cachedData = tryRead(beside) ?? spare() ?? undefined;
  const parameters = "exports, require, module, __filename, __dirname, importFromLauncher";
  const source = `(function (${parameters}) {${readFileSync(bundle, "latin1")}\n})`; // bundles are ASCII
  const script = new Script(source, {
    filename: bundle,
    ...(cachedData ? { cachedData } : {}),
  });
  const cached = cachedData !== undefined && script.cachedDataRejected === false;
  const module = { exports: {} };
  const importModule = (url: string): Promise<unknown> => import(url);
  const run = script.runInThisContext();
  run(module.exports, requireFrom(bundle), module, bundle, dirname(bundle), importModule);
  return {
    exports: module.exports as Exports,
    cached,
    save: () => {
      if (cached) return;
      const data = script.createCachedData();
      if (replaceFile(beside, data)) return;
      const path = elsewhere();
      if (path !== null) replaceFile(path, data);
    },
  };
};
