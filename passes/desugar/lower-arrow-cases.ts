// lower-arrow-cases: `pattern -> value` becomes a case with a block that returns the value.

import { right } from "fp-ts/These";
import { PlainCases } from "../../ir/core.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Named } from "../../ir/linked.ts";

const body = rewrite(Named, PlainCases, {
  Case: {
    ArrowCase: (n, to) => {
      const value = to.Expr(n.value);
      return {
        kind: "Case",
        at: n.at,
        pattern: to.Pattern(n.pattern),
        body: {
          kind: "Block",
          at: value.at,
          statements: [{ kind: "Return", at: value.at, value }],
        },
      };
    },
  },
});

export const lowerArrowCases = pass({
  name: "lower-arrow-cases",
  purpose: "Writes a case with an arrow as a case that returns the value.",
  from: Named,
  to: PlainCases,
  run: (program) => right(body.Program(program)),
});
