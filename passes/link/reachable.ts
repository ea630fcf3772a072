// Which modules a program is made of: those that real imports lead to, in loading order.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { LinkTarget } from "../../ir/links.ts";
import type { SurfaceGrammar } from "../../ir/surface.ts";
import { importsOf, writtenPath } from "./imports.ts";

type Program = NodeOf<SurfaceGrammar, "Program">;
type Module = NodeOf<SurfaceGrammar, "Module">;

/**
 * Files are found by their text before they are parsed, so one may have been loaded for what only looks like an
 * import. The entry comes first, then what it imports, depth first in source order; modules that are not compiled again
 * say in their interface what they import, and hold all they import for needed.
 */
export const reachable = (
  { modules, interfaces }: Program,
  targetOf: (from: string, written: string) => LinkTarget | undefined,
): readonly Module[] => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const described = new Map(interfaces.map((each) => [each.path, each]));
  const importedBy = (path: string): readonly string[] => {
    const module = byPath.get(path);
    if (!module) return described.get(path)?.imports.map((each) => each.module) ?? [];
    return importsOf(module).flatMap((each) => {
      const target = targetOf(path, writtenPath(each));
      return target?.kind === "module" ? [target.path] : [];
    });
  };
  const found = new Set<string>();
  // The entry may be a module that is not compiled again.
  const waiting = [...interfaces.map(({ path }) => path), ...modules.slice(0, 1).map(({ path }) => path)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...[...importedBy(next)].reverse());
  }
  return [...found].flatMap((path) => byPath.get(path) ?? []);
};
