// The start of the pipeline: a program as source text.

import { span } from "../ir/framework/span.ts";
import type { State } from "./compiler.ts";
import { start } from "./standard.ts";

/** A program of one file; `path` is relative to the package folder, with `/`. */
export const sourceOf = (path: string, text: string): State => ({
  language: start,
  program: {
    kind: "Program",
    at: 0,
    modules: [{ kind: "Module", at: span(0, text.length), path, text }],
  },
  diagnostics: [],
  stopped: false,
});
