// Where compiling starts: at the source text of the entry, or at a dump of a program.

import { relative } from "node:path";
import { type Either, isLeft, left, right } from "fp-ts/Either";
import { languages } from "../../ir/languages.ts";
import type { State } from "../../pipeline/compiler.ts";
import { readDump } from "../../pipeline/dump.ts";
import { disk } from "../../pipeline/load/files.ts";
import { type Loaded, load } from "../../pipeline/load/load.ts";
import { stageOf } from "../../pipeline/points.ts";
import { stateOf } from "../../pipeline/source.ts";
import type { Stage } from "../../pipeline/stage.ts";
import type { Problem } from "../compiler.ts";
import { problem } from "../problem.ts";
import { readText } from "../text-file.ts";

/** Where the pipeline starts; `loaded` is what was read from disk, null for a dump. */
export interface Started {
  readonly state: State;
  readonly loaded: Loaded | null;
}

/** The path of a file as programs name it: relative to the package folder, with `/`. */
export const modulePath = (folder: string, path: string): string =>
  relative(folder, path).replaceAll("\\", "/");

/** The program of an entry, with all that it imports. */
export const fromSource = (entry: string): Either<Problem, Started> => {
  const loaded = load(entry, disk);
  if (isLeft(loaded)) {
    const text = readText(entry);
    return isLeft(text) ? text : left(problem(`failed to read ${entry}`, "wrapper_file_read"));
  }
  return right({ state: stateOf(loaded.right.program, loaded.right.diagnostics), loaded: loaded.right });
};

/** The program that a file of dumps holds behind `name`. */
export const fromDump = (file: string, name: string, stages: readonly Stage[]): Either<Problem, Started> => {
  const text = readText(file);
  if (isLeft(text)) return text;
  const stage = stageOf(stages, name)!;
  const pass = stage.passes.findLast((each) => each.name === name) ?? stage.passes.at(-1);
  const state = pass
    ? readDump(text.right, name, languages.get(pass.to.name)!)
    : left(`this version has nothing behind ${name}`);
  return isLeft(state)
    ? left(problem(`[FUSE_DUMP_INVALID] ${file}: ${state.left}`, "FUSE_DUMP_INVALID"))
    : right({ state: state.right, loaded: null });
};
