// For the tests of passes: the standard pipeline's own order, so that it is written down once; programs of some files.

import { posix } from "node:path";
import type { NodeOf } from "../ir/framework/language.ts";
import { span } from "../ir/framework/span.ts";
import type { ModuleInterface } from "../ir/interfaces.ts";
import type { SourceGrammar } from "../ir/layout.ts";
import type { Link } from "../ir/links.ts";
import type { AnyPass } from "../pipeline/stage.ts";
import { standard } from "../pipeline/standard.ts";

export type { AnyPass };

/** The passes of some stages, in pipeline order. */
export const passesOfStages = (...boundaries: readonly string[]): readonly AnyPass[] =>
  standard.filter(({ boundary }) => boundaries.includes(boundary)).flatMap(({ passes }) => passes);

const FROM = /^import[^"\n]*from "([^"]+)"|^import (\w+)$/gm;

const linksOf = (path: string, text: string, files: Readonly<Record<string, string>>): readonly Link[] =>
  [...text.matchAll(FROM)].map(([, from, beside]): Link => {
    const written = from ?? `./${beside}`;
    const named = posix.join(posix.dirname(path), written);
    const found = [written, named, `${named}.fuse`].find((each) => Object.hasOwn(files, each));
    const target = found
      ? ({ kind: /\.(md|json)$/.test(found) ? "asset" : "module", path: found } as const)
      : ({
          kind: "failure",
          code: "FUSE_IMPORT_MODULE_READ",
          message: "none",
          place: "import",
          asset: null,
        } as const);
    return { from: path, written, target };
  });

/**
 * A program of the given files, by path; the first is the entry. Each folder is a package. `import X` is written `./X`
 * in its link.
 */
export const programOf = (files: Readonly<Record<string, string>>): NodeOf<SourceGrammar, "Program"> => {
  const entries = Object.entries(files);
  const isAsset = (path: string): boolean => /\.(md|json)$/.test(path);
  const modules = entries.filter(([path]) => !isAsset(path));
  return {
    kind: "Program",
    at: 0,
    modules: modules.map(([path, text]) => ({
      kind: "Module",
      at: span(0, text.length),
      path,
      package: posix.dirname(path),
      text,
    })),
    assets: entries
      .filter(([path]) => isAsset(path))
      .map(([path, text]) => ({ kind: "TextAsset", at: span(0, text.length), path, text })),
    links: modules.flatMap(([path, text]) => linksOf(path, text, files)),
    interfaces: [],
  };
};

/** The interface of a module, with what is particular to it. */
export const interfaceOf = (path: string, particular: Partial<ModuleInterface> = {}): ModuleInterface => ({
  path,
  package: ".",
  requires: [],
  imports: [],
  exports: [],
  structs: [],
  enums: [],
  functions: [],
  interfaces: [],
  impls: [],
  instantiations: [],
  ...particular,
});
