// The start of the pipeline: a program as source text.

import type { Diagnostic } from "../ir/diagnostic.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import { span } from "../ir/framework/span.ts";
import type { SourceGrammar } from "../ir/layout.ts";
import type { State } from "./compiler.ts";
import { start } from "./standard.ts";

/** A program as source text, with what was found wrong when it was loaded. */
export const stateOf = (
  program: NodeOf<SourceGrammar, "Program">,
  diagnostics: readonly Diagnostic[] = [],
): State => ({ language: start, program, diagnostics, stopped: false });

/** A program of one file that imports nothing. */
export const sourceOf = (path: string, text: string): State =>
  stateOf({
    kind: "Program",
    at: 0,
    modules: [{ kind: "Module", at: span(0, text.length), path, package: "", text }],
    assets: [],
    links: [],
    interfaces: [],
  });
