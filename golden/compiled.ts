// Compiles a golden program with everything watched and verified.

import { readFileSync } from "node:fs";
import { type Compilation, compile } from "../pipeline/compile.ts";
import { allPoints } from "../pipeline/points.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";

/** The compilation of a source text, as far as passes go, with every pass and boundary shown. */
export const compileText = (path: string, text: string): Compilation =>
  compile({
    stages: standard,
    options: {},
    start: sourceOf(path, text),
    until: "wat",
    points: allPoints(standard),
    verify: true,
  });

/** The same of a file; the path that diagnostics name is the file's name. */
export const compileFile = (path: string): Compilation =>
  compileText(path.split("/").at(-1)!, readFileSync(path, "utf8"));
