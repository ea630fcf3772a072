// Loads a program: the entry, the modules that it imports, and theirs, with the assets they import (chapter 4.7 and 4.8).

import { dirname, relative } from "node:path";
import { type Either, isLeft, left, right } from "fp-ts/Either";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { span } from "../../ir/framework/span.ts";
import type { SourceGrammar } from "../../ir/layout.ts";
import type { Link, LinkTarget } from "../../ir/links.ts";
import { STD_ERROR } from "../../ir/symbols.ts";
import { parseJson } from "../../runtime/json.ts";
import { type Dependencies, dependenciesOf } from "./dependencies.ts";
import { type Files, manifestFinder, type Unreadable } from "./files.ts";
import { type ResolvedPath, resolvePath } from "./resolve-path.ts";
import { scanImports } from "./scan-imports.ts";
import { stdErrorText } from "./std-error.ts";

type Program = NodeOf<SourceGrammar, "Program">;
type Module = NodeOf<SourceGrammar, "Module">;
type Asset = NodeOf<SourceGrammar, "Asset">;

export interface Loaded {
  readonly program: Program;
  /** The folder that paths of modules are relative to: that of the entry's package. */
  readonly root: string;
  /** The text of each file, by path, in loading order; also of assets that were found wrong. */
  readonly sources: ReadonlyMap<string, string>;
  /** The manifests that paths were resolved with: absolute path and text. */
  readonly manifests: ReadonlyMap<string, string>;
  /** What is wrong with the packages. */
  readonly diagnostics: readonly Diagnostic[];
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
};

const failed = (
  code: string,
  message: string,
  place: "path" | "import" | "asset",
  asset: string | null = null,
) => ({ kind: "failure", code, message, place, asset }) as const;

/** The loading of one program; files are known by their identity, and named by the path they were reached by first. */
class Loader {
  readonly modules: Module[] = [];
  readonly assets: Asset[] = [];
  readonly links: Link[] = [];
  readonly sources = new Map<string, string>();
  readonly #known = new Map<string, LinkTarget>();
  readonly #identities = new Map<string, string>();
  readonly #files: Files;
  readonly #root: string;
  readonly #dependencies: Dependencies;
  readonly #manifestAbove: (folder: string) => string | null;

  constructor(
    files: Files,
    root: string,
    dependencies: Dependencies,
    above: (folder: string) => string | null,
  ) {
    this.#files = files;
    this.#root = root;
    this.#dependencies = dependencies;
    this.#manifestAbove = above;
  }

  /** The path of a file as programs name it. */
  pathOf(file: string): string {
    return relative(this.#root, file).replaceAll("\\", "/");
  }

  /** Adds a module, then what it imports. */
  module(file: string, text: string): void {
    const path = this.pathOf(file);
    this.#add({ path, package: this.#packageOf(file), text });
    this.#known.set(this.#identityOf(file), { kind: "module", path });
    for (const written of new Set(scanImports(text))) {
      this.links.push({ from: path, written, target: this.#target(written, file) });
    }
  }

  #add({
    path,
    package: name,
    text,
  }: {
    readonly path: string;
    readonly package: string;
    readonly text: string;
  }): void {
    this.modules.push({ kind: "Module", at: span(0, text.length), path, package: name, text });
    this.sources.set(path, text);
  }

  /** A package is the folder tree of the nearest manifest, else the file's folder (2.11.2). */
  #packageOf(file: string): string {
    const folder = dirname(file);
    const manifest = this.#manifestAbove(folder);
    return manifest === null
      ? relative(dirname(this.#root), folder).replaceAll("\\", "/")
      : this.pathOf(manifest);
  }

  /** Asked once for each path: it goes to the disk. */
  #identityOf(file: string): string {
    const known = this.#identities.get(file);
    if (known !== undefined) return known;
    const identity = this.#files.identity(file);
    this.#identities.set(file, identity);
    return identity;
  }

  #target(written: string, importer: string): LinkTarget {
    if (written === STD_ERROR) return this.#stdError();
    const roots = { root: this.#root, dependencies: this.#dependencies.folders };
    const resolved = resolvePath(written, importer, roots);
    return resolved.kind === "failure" ? resolved : this.#file(resolved);
  }

  #stdError(): LinkTarget {
    if (!this.sources.has(STD_ERROR)) this.#add({ path: STD_ERROR, package: STD_ERROR, text: stdErrorText });
    return { kind: "module", path: STD_ERROR };
  }

  #file({ path: file, format }: Extract<ResolvedPath, { kind: "file" }>): LinkTarget {
    const identity = this.#identityOf(file);
    const known = this.#known.get(identity);
    if (known) return known;
    const bytes = this.#files.read(file);
    const target = format === null ? this.#readModule(file, bytes) : this.#readAsset(file, format, bytes);
    this.#known.set(identity, target);
    return target;
  }

  #readModule(file: string, bytes: Uint8Array | Unreadable): LinkTarget {
    const text = typeof bytes === "string" ? null : textOf(bytes);
    if (text === null) {
      const why =
        bytes === "missing"
          ? "there is no such file"
          : bytes === "unreadable"
            ? "it is no file that can be read"
            : "it is not UTF-8";
      return failed(
        "FUSE_IMPORT_MODULE_READ",
        `cannot read the module ${this.pathOf(file)}: ${why}`,
        "import",
      );
    }
    this.module(file, text);
    return { kind: "module", path: this.pathOf(file) };
  }

  #readAsset(file: string, format: "md" | "json", bytes: Uint8Array | Unreadable): LinkTarget {
    const path = this.pathOf(file);
    if (bytes === "missing") return failed("FUSE_ASSET_MISSING", `there is no file ${path}`, "path");
    if (bytes === "unreadable") return failed("FUSE_ASSET_READ", `cannot read ${path}`, "path");
    const text = textOf(bytes);
    if (text === null) return failed("FUSE_ASSET_UTF8", `${path} is not UTF-8`, "asset", path);
    this.sources.set(path, text);
    return format === "json" ? this.#addJson(path, text) : this.#addText(path, text);
  }

  #addText(path: string, text: string): LinkTarget {
    this.assets.push({ kind: "TextAsset", at: span(0, text.length), path, text });
    return { kind: "asset", path };
  }

  #addJson(path: string, text: string): LinkTarget {
    const json = parseJson(text);
    if (isLeft(json))
      return failed("FUSE_ASSET_JSON_INVALID", `${path} is not JSON: ${json.left.message}`, "asset", path);
    this.assets.push({ kind: "JsonAsset", at: span(0, text.length), path, text });
    return { kind: "asset", path };
  }
}

/**
 * Loads the program of an entry (absolute path). Fails only where the entry cannot be read; every other problem is a
 * link that leads nowhere, or a diagnostic.
 */
export const load = (entry: string, files: Files): Either<Unreadable | "not UTF-8", Loaded> => {
  const bytes = files.read(entry);
  if (typeof bytes === "string") return left(bytes);
  const text = textOf(bytes);
  if (text === null) return left("not UTF-8");
  const above = manifestFinder(files);
  const manifest = above(dirname(entry));
  const dependencies = dependenciesOf(manifest, files);
  const root = dirname(manifest ?? entry);
  const loader = new Loader(files, root, dependencies, above);
  loader.module(entry, text);
  const { modules, assets, links, sources } = loader;
  return right({
    program: { kind: "Program", at: 0, modules, assets, links, interfaces: [] },
    root,
    sources,
    manifests: dependencies.manifests,
    diagnostics: cycleOf(dependencies, loader.pathOf(entry)),
  });
};

const cycleOf = ({ cycle }: Dependencies, entry: string): readonly Diagnostic[] =>
  cycle === null
    ? []
    : [error(entry, 0, `packages depend on each other in a circle: ${cycle.join(" → ")}`, "FUSE_DEP_CYCLE")];
