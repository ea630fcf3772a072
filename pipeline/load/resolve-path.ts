// What the path of an import means (chapter 4.7.2): a file, or why there is none.

import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { LinkTarget } from "../../ir/links.ts";

/** `format` is that of an asset, null for a module. */
export type ResolvedPath =
  | { readonly kind: "file"; readonly path: string; readonly format: "md" | "json" | null }
  | Extract<LinkTarget, { readonly kind: "failure" }>;

export interface Roots {
  /** The folder of the entry's package. */
  readonly root: string;
  /** The folders of dependencies by name; null for one that has to be fetched. */
  readonly dependencies: ReadonlyMap<string, string | null>;
}

const failure = (code: string, message: string): ResolvedPath => ({
  kind: "failure",
  code,
  message,
  place: "path",
  asset: null,
});

/** The text behind the last dot of the last segment, in lower case; null if there is none. */
const extensionOf = (path: string): string | null =>
  /\.([^./\\]*)$/
    .exec(path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1))?.[1]
    ?.toLowerCase() ?? null;

const isOutside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
};

/** The file that a path names; `suffix` completes one without extension. */
const placeOf = (
  written: string,
  suffix: string,
  importer: string,
  { root, dependencies }: Roots,
): string | ResolvedPath => {
  if (written.startsWith("root:")) {
    const path = written.slice("root:".length);
    if (path === "")
      return failure(
        "FUSE_IMPORT_ROOT_PATH",
        'nothing stands behind "root:"; write the path of a file of the package',
      );
    const place = resolve(root, path + suffix);
    return isAbsolute(path) || isOutside(place, root)
      ? failure("FUSE_IMPORT_ROOT_ESCAPE", `"${written}" leaves the package; a root: path stays inside it`)
      : place;
  }
  if (!written.startsWith("dep:")) return resolve(dirname(importer), written + suffix);
  const [, name, path] = /^([^/\\]+)[/\\](.+)$/.exec(written.slice("dep:".length)) ?? [];
  if (name === undefined || path === undefined)
    return failure(
      "FUSE_IMPORT_DEP_PATH",
      `"${written}" must name a dependency and a file of it: dep:Name/path`,
    );
  const folder = dependencies.get(name);
  if (folder === undefined)
    return failure("FUSE_IMPORT_UNKNOWN_DEPENDENCY", unknownDependency(name, dependencies));
  if (folder === null)
    return failure(
      "FUSE_IMPORT_UNKNOWN_DEPENDENCY",
      `the dependency "${name}" has to be fetched with git, which this version of fuse cannot do`,
    );
  return resolve(folder, path + suffix);
};

const unknownDependency = (name: string, dependencies: ReadonlyMap<string, unknown>): string => {
  const known = [...dependencies.keys()].sort();
  const declared = known.length === 0 ? "none is declared" : `declared are ${known.join(", ")}`;
  return `unknown dependency "${name}": ${declared}; add it to [dependencies] of fuse.toml`;
};

/** `importer` is the path of the importing file; all paths are absolute. */
export const resolvePath = (written: string, importer: string, roots: Roots): ResolvedPath => {
  const extension = extensionOf(written.replace(/^(root|dep):/, "/"));
  if (extension !== null && extension !== "fuse" && extension !== "md" && extension !== "json")
    return failure(
      "FUSE_IMPORT_UNSUPPORTED_EXTENSION",
      `".${extension}" is no kind of import: modules end with .fuse, assets with .md or .json`,
    );
  const place = placeOf(written, extension === null ? ".fuse" : "", importer, roots);
  if (typeof place !== "string") return place;
  return { kind: "file", path: place, format: extension === "md" || extension === "json" ? extension : null };
};
