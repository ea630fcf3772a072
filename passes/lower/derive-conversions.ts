// derive-conversions: conversions become primitive operations, or calls of functions that go through a value.

import { right } from "fp-ts/These";
import { Converted, type ConvertedGrammar, Validated, type ValidatedGrammar } from "../../ir/derived.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { type Context, converted } from "./conversions.ts";
import { demand } from "./demand.ts";

const body = rewrite<ValidatedGrammar, ConvertedGrammar, Context>(Validated, Converted, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      return { ...n, functions: [...functions, ...context.made.all()] };
    },
  },
  Expr: {
    Convert: ({ type, value }, to, context) => converted(to.Expr(value, context), type, context),
  },
});

export const deriveConversions = pass({
  name: "derive-conversions",
  purpose: "Makes operations or calls of derived functions of conversions.",
  from: Validated,
  to: Converted,
  run: (program) => right(body.Program(program, { made: demand(), path: program.sources[0]?.path ?? "" })),
});
