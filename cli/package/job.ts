// Brings together what a command with an entry works on: package, manifest, entry, app and backend.

import { dirname, resolve } from "node:path";
import { type Either, isLeft, left, right } from "fp-ts/Either";
import { type Call, optionValue } from "../call/call.ts";
import type { Backend, Problem } from "../compiler.ts";
import { problem } from "../problem.ts";
import { nearestManifest, type PackagePaths } from "./find.ts";
import { entryOf, type Manifest, readManifest } from "./manifest.ts";

export interface Job {
  /** Absolute. */
  readonly entry: string;
  /** No entry was named on the command line: the package's own is taken. */
  readonly packageMode: boolean;
  /** Absolute: the folder of the nearest manifest above the entry, else that of the entry. Paths of modules are relative to it. */
  readonly packageFolder: string;
  readonly manifest: { readonly path: string; readonly source: string } | null;
  /** Null takes the first app. */
  readonly app: string | null;
  /** Null leaves the choice to the command. */
  readonly backend: Backend | null;
}

const backends: Readonly<Record<string, Backend>> = { ast: "ast", vm: "vm", native: "vm", aot: "aot" };

/** Reads the manifest, if there is one, and decides on entry, app and backend. */
export const prepareJob = (call: Call, paths: PackagePaths): Either<Problem, Job> => {
  const read = paths.manifest === null ? right(null) : readManifest(paths.manifest);
  if (isLeft(read)) return read;
  const manifest = read.right?.manifest ?? null;
  const backend = chooseBackend(optionValue(call, "backend"), manifest);
  if (isLeft(backend)) return backend;
  const named = manifest && entryOf(manifest);
  const entry = paths.entry ?? (named === null ? null : resolve(paths.folder, named));
  if (entry === null) return left(noEntry(call, paths));
  const packageMode = paths.entry === null;
  return right({
    entry,
    packageMode,
    packageFolder: dirname(nearestManifest(dirname(entry)) ?? entry),
    manifest: read.right && paths.manifest ? { path: paths.manifest, source: read.right.source } : null,
    app: optionValue(call, "app") ?? (packageMode ? (manifest?.package.app ?? null) : null),
    backend: backend.right,
  });
};

const chooseBackend = (option: string | null, manifest: Manifest | null): Either<Problem, Backend | null> => {
  const name = option ?? manifest?.package.backend ?? null;
  if (name === null) return right(null);
  return Object.hasOwn(backends, name)
    ? right(backends[name]!)
    : left(problem(`unknown backend: ${name} (expected ast, vm or aot)`, "wrapper_unknown_backend"));
};

const noEntry = ({ command }: Call, { manifest }: PackagePaths): Problem =>
  manifest === null
    ? problem(
        `no entry: name a file, as in \`fuse ${command} FILE\`, or call it in a package (with a fuse.toml)`,
      )
    : problem(`no entry: name a file, as in \`fuse ${command} FILE\`, or set package.entry in ${manifest}`);
