// The programs of the golden tests: a file each, or a folder with a `main.fuse`.

import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { isLeft } from "fp-ts/Either";
import type { State } from "../pipeline/compiler.ts";
import { disk } from "../pipeline/load/files.ts";
import { type Loaded, load } from "../pipeline/load/load.ts";
import { stateOf } from "../pipeline/source.ts";

export interface Subject {
  readonly name: string;
  readonly entry: string;
}

/** The programs in a folder, in order of their names. */
export const subjectsIn = (folder: string): readonly Subject[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name): readonly Subject[] => {
      if (name.endsWith(".fuse")) return [{ name: name.replace(/\.fuse$/, ""), entry: `${folder}/${name}` }];
      const entry = `${folder}/${name}/main.fuse`;
      return existsSync(entry) ? [{ name, entry }] : [];
    });

/** A program with all that it imports. */
export const loadedFrom = (entry: string): { readonly start: State; readonly sources: Loaded["sources"] } => {
  const loaded = load(resolve(entry), disk);
  if (isLeft(loaded)) throw new Error(`${entry} cannot be read`);
  const { program, diagnostics, sources } = loaded.right;
  return { start: stateOf(program, diagnostics), sources };
};
