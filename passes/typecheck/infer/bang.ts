// Inference of `?!` (chapter 2.7.7): what it takes apart; `check-bang` reports errors that may not leave.

import { DIAGNOSED, type Type } from "../../../ir/types.ts";
import { partsOf, whyStuck } from "../bang.ts";
import { type Context, type Expr, type InferenceOf, report } from "./context.ts";
import { handled } from "./places.ts";

export const bang: InferenceOf<"Expr", "Bang"> = {
  Bang: (n, to, context) => {
    const value = handled(to.Expr(n.value, context.operand));
    const error = n.error && to.Expr(n.error, context.operand);
    return { kind: "Bang", at: n.at, type: typeLeft(n.at, value, error, context), value, error };
  },
};

const typeLeft = (at: number, value: Expr, error: Expr | null, context: Context): Type => {
  const parts = partsOf(value.type, error !== null);
  if ("wrong" in parts) {
    report(context, at, parts.wrong);
    return DIAGNOSED;
  }
  const stuck = whyStuck(parts.error, error?.type ?? null, context.body.leaving) !== null;
  return stuck ? DIAGNOSED : parts.value;
};
