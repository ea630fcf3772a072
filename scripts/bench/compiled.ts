// Compiling for benchmarks.

import { type Compilation, compile } from "../../pipeline/compile.ts";
import type { State } from "../../pipeline/compiler.ts";
import { sourceOf } from "../../pipeline/source.ts";
import { standard } from "../../pipeline/standard.ts";

export const compilation = (text: string, until: string): Compilation =>
  compile({
    stages: standard,
    options: {},
    start: sourceOf("bench.fuse", text),
    until,
    ...{ points: [], verify: false },
  });

/** The program at a boundary. Throws if there is anything wrong with it. */
export const compiled = (text: string, until: string): State => {
  const { program, diagnostics } = compilation(text, until);
  if (program === null) throw new Error(diagnostics[0]!.message);
  return program;
};
