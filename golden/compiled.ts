// Compiles a golden program with everything watched and verified.

import { type Compilation, type CompileRequest, compile } from "../pipeline/compile.ts";
import { allPoints } from "../pipeline/points.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";
import { loadedFrom } from "./subjects.ts";

const compiled = (from: Pick<CompileRequest, "start" | "sources">): Compilation =>
  compile({
    ...{ stages: standard, options: {}, until: "wat", points: allPoints(standard), verify: true },
    ...from,
  });

/** The compilation of a source text, as far as passes go, with every pass and boundary shown. */
export const compileText = (path: string, text: string): Compilation =>
  compiled({ start: sourceOf(path, text) });

/** The same of a file and what it imports; paths in diagnostics are relative to its folder. */
export const compileFile = (entry: string): Compilation => compiled(loadedFrom(entry));
