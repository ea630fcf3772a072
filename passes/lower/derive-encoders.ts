// derive-encoders: the JSON of a value becomes primitive operations, or calls of functions, one for each type.

import { right } from "fp-ts/These";
import { Encoded, type EncodedGrammar, Printed, type PrintedGrammar } from "../../ir/derived.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { inFrame } from "../fresh.ts";
import { raisedDomains } from "../raised-domains.ts";
import { text } from "./build.ts";
import { demand } from "./demand.ts";
import { type Context, encoded } from "./encoders.ts";
import { tablesOf } from "./tables.ts";

const body = rewrite<PrintedGrammar, EncodedGrammar, Context>(Printed, Encoded, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      return { ...n, functions: [...functions, ...context.made.all()] };
    },
  },
  Function: {
    Function: (n, to, context) => inFrame(n, context, to.Block),
  },
  Expr: {
    JsonText: ({ at, value }, to, context) => encoded(text("", at), to.Expr(value, context), context),
  },
});

export const deriveEncoders = pass({
  name: "derive-encoders",
  purpose: "Makes operations or calls of derived functions of JSON texts.",
  from: Printed,
  to: Encoded,
  run: (program) =>
    right(
      body.Program(program, {
        ...{ locals: 0, tables: tablesOf(program.types), made: demand() },
        ...{ path: program.sources[0]?.path ?? "", raised: raisedDomains(program) },
      }),
    ),
});
