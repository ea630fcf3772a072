// parse-declarations: strings of tokens become trees.

import { both, right } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Layout } from "../../ir/layout.ts";
import { Surface } from "../../ir/surface.ts";
import { parse } from "./grammar/parse.ts";

const body = rewrite<(typeof Layout)["grammar"], (typeof Surface)["grammar"], Diagnostic[]>(Layout, Surface, {
  Module: {
    Module: (n, _, found) => {
      const { module, diagnostics } = parse(n.tokens, n.path, n.text, n.package);
      found.push(...diagnostics);
      return module;
    },
  },
});

export const parseDeclarations = pass({
  name: "parse-declarations",
  purpose: "Reads each string of tokens as a tree.",
  from: Layout,
  to: Surface,
  run: (program) => {
    const found: Diagnostic[] = [];
    const result = body.Program(program, found);
    return found.length === 0 ? right(result) : both(found, result);
  },
});
