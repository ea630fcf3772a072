// The programs of files on all backends.

import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { isLeft } from "fp-ts/Either";
import { compile } from "../../pipeline/compile.ts";
import type { State } from "../../pipeline/compiler.ts";
import { disk } from "../../pipeline/load/files.ts";
import { load } from "../../pipeline/load/load.ts";
import { stateOf } from "../../pipeline/source.ts";
import { standard } from "../../pipeline/standard.ts";
import { compared } from "./differences.ts";
import type { Found } from "./search.ts";
import { shownDifference } from "./show.ts";
import type { Way } from "./ways.ts";

/** What was found file by file; a file that is no program by itself is rejected. */
export async function* compareFiles(paths: readonly string[], among: readonly Way[]): AsyncGenerator<Found> {
  for (const path of paths) {
    await setImmediate();
    const { text, program } = programOf(path);
    if (program === null) {
      yield { kind: "rejected" };
      continue;
    }
    const { story, difference } = await compared(program, among);
    yield { kind: "story", story };
    if (difference === null) continue;
    const shown = shownDifference(text, difference);
    yield { kind: "difference", name: path, again: `--files ${path}`, text: shown };
  }
}

/** The text of an entry, and the program in Matched; null if it is rejected, or cannot be read. */
const programOf = (path: string): { readonly text: string; readonly program: State | null } => {
  const loaded = load(resolve(path), disk);
  if (isLeft(loaded)) return { text: "", program: null };
  const { program, diagnostics, sources } = loaded.right;
  const start = stateOf(program, diagnostics);
  return {
    text: [...sources.values()][0] ?? "",
    program: compile({
      ...{ stages: standard, options: {}, start, until: "match", points: [], verify: false },
    }).program,
  };
};
