// lower-interpolation: an interpolated string becomes the concatenation of the text forms of its parts.

import { right } from "fp-ts/These";
import { PlainBlocks, PlainTexts } from "../../ir/core.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";

const body = rewrite(PlainBlocks, PlainTexts, {
  Expr: {
    Interpolated: (n, to) => ({
      kind: "Concat",
      at: n.at,
      parts: n.parts.map((part) =>
        part.kind === "TextPart" ? { kind: "Text", at: part.at, value: part.value } : to.Expr(part.value),
      ),
    }),
  },
});

export const lowerInterpolation = pass({
  name: "lower-interpolation",
  purpose: "Writes an interpolated string as the concatenation of the text forms of its parts.",
  from: PlainBlocks,
  to: PlainTexts,
  run: (program) => right(body.Program(program)),
});
