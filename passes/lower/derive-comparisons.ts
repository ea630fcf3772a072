// derive-comparisons: equality becomes primitive operations, or calls of functions, one for each type.

import { right } from "fp-ts/These";
import { Derived, type DerivedGrammar, Encoded, type EncodedGrammar } from "../../ir/derived.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { BOOL, NEVER } from "../../ir/types.ts";
import { raisedDomains } from "../raised-domains.ts";
import { not, prim } from "./build.ts";
import { type Context, type Expr, equal } from "./comparisons.ts";
import { demand } from "./demand.ts";
import { erase } from "./erasure.ts";
import { tablesOf } from "./tables.ts";

const body = rewrite<EncodedGrammar, DerivedGrammar, Context>(Encoded, Derived, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      return { ...n, functions: [...functions, ...context.made.all()] };
    },
  },
  Expr: {
    Equal: (n, to, context) => {
      const [left, right] = [to.Expr(n.left, context), to.Expr(n.right, context)];
      const type = left.type === NEVER ? right.type : left.type;
      const { kind } = erase(type);
      if (n.negated && (kind === "Int" || kind === "Float")) {
        return prim(kind === "Int" ? "int.ne" : "float.ne", BOOL, [left, right], n.at);
      }
      const same = withNull(left, right, n.at) ?? equal(type, left, right, context, n.at);
      return n.negated ? not(same, n.at) : same;
    },
  },
});

/** The comparison of an option with the literal `null`. */
const withNull = (left: Expr, right: Expr, at: number): Expr | null => {
  const other = right.kind === "Null" ? left : left.kind === "Null" ? right : null;
  return other && erase(other.type).kind === "Option" ? prim("option.is_none", BOOL, [other], at) : null;
};

export const deriveComparisons = pass({
  name: "derive-comparisons",
  purpose: "Makes operations or calls of derived functions of comparisons.",
  from: Encoded,
  to: Derived,
  run: (program) =>
    right(
      body.Program(program, {
        ...{ tables: tablesOf(program.types), made: demand() },
        ...{ path: program.sources[0]?.path ?? "", raised: raisedDomains(program) },
      }),
    ),
});
