// tokenise: files become strings of tokens, the layout settled.

import { both, right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Layout, Source } from "../../ir/layout.ts";
import { lex } from "./lexer/lex.ts";

const body = rewrite(Source, Layout, {
  Module: {
    Module: (n) => ({
      kind: "Module",
      at: n.at,
      path: n.path,
      package: n.package,
      text: n.text,
      tokens: lex(n.path, n.text),
    }),
  },
});

export const tokenise = pass({
  name: "tokenise",
  purpose: "Reads each file as a string of tokens.",
  from: Source,
  to: Layout,
  run: (program) => {
    const result = body.Program(program);
    const diagnostics = result.modules.flatMap(({ tokens }) => tokens.diagnostics);
    return diagnostics.length === 0 ? right(result) : both(diagnostics, result);
  },
});
