// Where compiling starts: at the source text of the entry, or at a dump of a program.

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Either, isLeft, left, right } from "fp-ts/Either";
import { languages } from "../../ir/languages.ts";
import type { State } from "../../pipeline/compiler.ts";
import { readDump } from "../../pipeline/dump.ts";
import { stageOf } from "../../pipeline/points.ts";
import { sourceOf } from "../../pipeline/source.ts";
import type { Stage } from "../../pipeline/stage.ts";
import type { Problem } from "../compiler.ts";
import { fileProblem, problem } from "../problem.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const readText = (path: string): Either<Problem, string> => {
  try {
    return right(utf8.decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof TypeError) {
      return left(problem(`failed to read ${path}: it is not UTF-8`, "wrapper_file_read"));
    }
    return left(fileProblem("read", path, error));
  }
};

/** The path of a file as programs name it: relative to the package folder, with `/`. */
export const modulePath = (folder: string, path: string): string =>
  relative(folder, path).replaceAll("\\", "/");

/** The program as source text. */
export const fromSource = (entry: string, packageFolder: string): Either<Problem, State> => {
  const text = readText(entry);
  if (isLeft(text)) return text;
  return right(sourceOf(modulePath(packageFolder, entry), text.right));
};

/** The program that a file of dumps holds behind `name`. */
export const fromDump = (file: string, name: string, stages: readonly Stage[]): Either<Problem, State> => {
  const text = readText(file);
  if (isLeft(text)) return text;
  const stage = stageOf(stages, name)!;
  const pass = stage.passes.findLast((each) => each.name === name) ?? stage.passes.at(-1);
  const state = pass
    ? readDump(text.right, name, languages.get(pass.to.name)!)
    : left(`this version has nothing behind ${name}`);
  return isLeft(state)
    ? left(problem(`[FUSE_DUMP_INVALID] ${file}: ${state.left}`, "FUSE_DUMP_INVALID"))
    : state;
};
