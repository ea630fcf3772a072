// check-layers: strict architecture wants no cycle between layers (chapter 2.15, 2).

import { posix } from "node:path";
import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import type { ModuleInterface } from "../../ir/interfaces.ts";
import { STD_ERROR } from "../../ir/symbols.ts";
import { Inferred } from "../../ir/typed.ts";
import { isStrict } from "../strict.ts";

/** An import that leads from one layer to another. */
interface Crossing {
  readonly path: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

const withoutExtension = (file: string): string => file.replace(/\.[^.]*$/, "");

/** What stands behind the last folder `src`: a folder or the file; without `src` the file. */
const layerOf = (path: string): string => {
  const parts = path.split("/");
  const behind = parts.lastIndexOf("src", parts.length - 2) + 1;
  const layer = behind > 0 ? behind : parts.length - 1;
  return layer === parts.length - 1 ? withoutExtension(parts[layer]!) : parts[layer]!;
};

/** Without a manifest there are no dependencies, so all modules belong to the package of the entry. */
const ownModules = (interfaces: readonly ModuleInterface[]): readonly ModuleInterface[] => {
  const entry = interfaces[0]?.package ?? "";
  const isOwn = (each: ModuleInterface): boolean => !entry.endsWith("fuse.toml") || each.package === entry;
  return interfaces.filter((each) => isOwn(each) && each.path !== STD_ERROR);
};

/** In loading order, and in each module in source order; modules of dependencies have no layer. */
const crossingsOf = (interfaces: readonly ModuleInterface[]): readonly Crossing[] => {
  const own = ownModules(interfaces);
  // Without a manifest the entry's folder is the root, and may be the folder `src` itself.
  const entry = interfaces[0]?.package ?? "";
  const root = entry.endsWith("fuse.toml") ? "" : entry;
  const layers = new Map(own.map(({ path }) => [path, layerOf(posix.join(root, path))]));
  return own.flatMap(({ path, imports }) =>
    [...imports]
      .sort((a, b) => a.at - b.at)
      .flatMap(({ module, at }): readonly Crossing[] => {
        const [from, to] = [layers.get(path), layers.get(module)];
        return from === undefined || to === undefined || from === to ? [] : [{ path, at, from, to }];
      }),
  );
};

/** The layers that each layer imports, both in alphabetical order. */
const targetsOf = (crossings: readonly Crossing[]): ReadonlyMap<string, readonly string[]> => {
  const targets = new Map<string, Set<string>>();
  for (const { from, to } of crossings) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  return new Map([...targets.keys()].sort().map((layer) => [layer, [...targets.get(layer)!].sort()]));
};

/** The layers of the first cycle that a search depth first comes upon, or null. */
const firstCycle = (targets: ReadonlyMap<string, readonly string[]>): readonly string[] | null => {
  const visited = new Set<string>();
  // the layers from the start to where the search is, each with its targets that are still ahead
  const way: string[] = [];
  const ahead = new Map<string, Iterator<string>>();
  const enter = (layer: string): void => {
    visited.add(layer);
    way.push(layer);
    ahead.set(layer, (targets.get(layer) ?? []).values());
  };
  for (const start of targets.keys()) {
    if (visited.has(start)) continue;
    enter(start);
    for (let layer = way.at(-1); layer !== undefined; layer = way.at(-1)) {
      const { value: next, done } = ahead.get(layer)!.next();
      if (done) {
        way.pop();
        ahead.delete(layer);
      } else if (ahead.has(next)) return way.slice(way.indexOf(next));
      else if (!visited.has(next)) enter(next);
    }
  }
  return null;
};

const problemOf = (interfaces: readonly ModuleInterface[]): Diagnostic | null => {
  const crossings = crossingsOf(interfaces);
  const cycle = firstCycle(targetsOf(crossings));
  const leading = cycle && crossings.find(({ from, to }) => from === cycle[0] && to === cycle[1]);
  if (!leading) return null;
  const shown = [...cycle, cycle[0]].map((layer) => `"${layer}"`).join(" -> ");
  const message = `the layers ${shown} import each other in a cycle; let imports lead in one direction only`;
  return { ...error(leading.path, leading.at, message), last: true };
};

export const checkLayers = pass({
  name: "check-layers",
  purpose: "Reports a cycle of imports between layers.",
  from: Inferred,
  to: Inferred,
  run: (program, { options }) => {
    const problem = isStrict(options) ? problemOf(program.interfaces) : null;
    return problem === null ? right(program) : both([problem], program);
  },
});
