// The dependencies of a package and of its dependencies: folders by name, for all modules of a program (chapter 7.11).

import { dirname, resolve } from "node:path";
import { isLeft } from "fp-ts/Either";
import * as t from "io-ts";
import { parse } from "smol-toml";
import type { Files } from "./files.ts";

const spec = t.union([t.string, t.partial({ path: t.string, git: t.string })]);
const manifestCodec = t.partial({ dependencies: t.record(t.string, spec) });
type Spec = t.TypeOf<typeof spec>;

export interface Dependencies {
  /** The folder of each dependency that lies on disk; null for one that has to be fetched. */
  readonly folders: ReadonlyMap<string, string | null>;
  /** The manifests that were read, absolute, with their texts. */
  readonly manifests: ReadonlyMap<string, string>;
  /** Packages that depend on each other in a circle: the names along it; null if there is none. */
  readonly cycle: readonly string[] | null;
}

const isGit = (source: string): boolean =>
  source.includes("://") || source.startsWith("git@") || source.endsWith(".git");

const folderOf = (given: Spec, base: string): string | null => {
  const path = typeof given === "string" ? (isGit(given) ? undefined : given) : given.path;
  return path === undefined ? null : resolve(base, path.replaceAll("\\", "/"));
};

/** The dependencies that a manifest declares, by name in order; none where it cannot be read, which others report. */
const declaredIn = (text: string): readonly (readonly [string, Spec])[] => {
  let value: unknown;
  try {
    value = parse(text.replace(/^\ufeff/, ""));
  } catch {
    return [];
  }
  const manifest = manifestCodec.decode(value);
  if (isLeft(manifest)) return [];
  return Object.entries(manifest.right.dependencies ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
};

/** A package on the way from the first one. */
interface Link {
  readonly name: string;
  readonly folder: string;
}

/** Walks over the packages from the one whose manifest is given, depth first. */
export const dependenciesOf = (manifest: string | null, files: Files): Dependencies => {
  const folders = new Map<string, string | null>();
  const manifests = new Map<string, string>();
  const done = new Set<string>();
  let cycle: readonly string[] | null = null;

  const visit = (chain: readonly Link[]): void => {
    const { folder } = chain.at(-1)!;
    const path = resolve(folder, "fuse.toml");
    const bytes = done.has(folder) ? "missing" : files.read(path);
    done.add(folder);
    if (typeof bytes === "string") return;
    const text = Buffer.from(bytes).toString("utf8");
    manifests.set(path, text);
    for (const [name, given] of declaredIn(text)) {
      const target = folderOf(given, folder);
      if (!folders.has(name)) folders.set(name, target);
      if (target === null) continue;
      const at = chain.findIndex((link) => link.folder === target);
      if (at < 0) visit([...chain, { name, folder: target }]);
      else cycle ??= [...chain.slice(at), chain[at]!].map((link) => link.name);
    }
  };

  if (manifest !== null) visit([{ name: "this package", folder: dirname(manifest) }]);
  return { folders, manifests, cycle };
};
