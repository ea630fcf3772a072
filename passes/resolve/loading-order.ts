// The order in which modules are loaded: the entry, then its imports depth first in source order (chapter 2.1).

import type { ModuleInterface } from "../../ir/interfaces.ts";

/** The modules that `entry` leads to, in loading order. */
const reachable = (
  entry: string,
  byPath: ReadonlyMap<string, ModuleInterface>,
): ReadonlySet<ModuleInterface> => {
  const found = new Set<ModuleInterface>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const module = byPath.get(path);
    if (!module || found.has(module)) continue;
    found.add(module);
    for (let i = module.imports.length - 1; i >= 0; i--) open.push(module.imports[i]!.module);
  }
  return found;
};

/**
 * Two lists that are in loading order each, as one. The entry is the first of one of them: the one from which more is
 * reached; if that is the same it is the first of `fresh`. What nothing leads to comes last.
 */
export const inLoadingOrder = (
  fresh: readonly ModuleInterface[],
  known: readonly ModuleInterface[],
): readonly ModuleInterface[] => {
  if (known.length === 0) return fresh;
  const all = [...fresh, ...known];
  const byPath = new Map(all.map((each) => [each.path, each]));
  const [one, other] = [fresh, known].map(([first]) =>
    first ? reachable(first.path, byPath) : new Set<never>(),
  );
  const best = other!.size > one!.size ? other! : one!;
  return [...best, ...all.filter((each) => !best.has(each))];
};
