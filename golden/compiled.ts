// Compiles a golden program with everything watched and verified.

import { readFileSync } from "node:fs";
import { span } from "../ir/framework/span.ts";
import { type Compilation, compile } from "../pipeline/compile.ts";
import { allPoints } from "../pipeline/points.ts";
import { standard, start } from "../pipeline/standard.ts";

/** The compilation of a source text, up to what the interpreter runs, with every pass and boundary shown. */
export const compileText = (path: string, text: string): Compilation =>
  compile({
    stages: standard,
    options: {},
    start: {
      language: start,
      program: {
        kind: "Program",
        at: 0,
        modules: [{ kind: "Module", at: span(0, text.length), path, text }],
      },
      diagnostics: [],
      stopped: false,
    },
    until: "lower",
    points: allPoints(standard),
    verify: true,
  });

/** The same of a file; the path that diagnostics name is the file's name. */
export const compileFile = (path: string): Compilation =>
  compileText(path.split("/").at(-1)!, readFileSync(path, "utf8"));
