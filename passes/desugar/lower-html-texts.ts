// lower-html-texts: a plain string literal as HTML child becomes a call of the built-in `html.text`.

import { right } from "fp-ts/These";
import { HtmlTexts, PlainTypes } from "../../ir/core.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";

const body = rewrite(PlainTypes, HtmlTexts, {
  Child: {
    ChildExpr: (n, to) => {
      const value = to.Expr(n.value);
      return {
        kind: "ChildExpr",
        at: n.at,
        value: value.kind === "Text" ? { kind: "HtmlText", at: value.at, text: value } : value,
      };
    },
  },
});

export const lowerHtmlTexts = pass({
  name: "lower-html-texts",
  purpose: "Writes a string literal among HTML children as an HTML text.",
  from: PlainTypes,
  to: HtmlTexts,
  run: (program) => right(body.Program(program)),
});
