// derive-texts: text forms become primitive operations, or calls of functions, one for each type.

import { right } from "fp-ts/These";
import { Converted, type ConvertedGrammar, Printed, type PrintedGrammar } from "../../ir/derived.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { STRING } from "../../ir/types.ts";
import { inFrame } from "../fresh.ts";
import { raisedDomains } from "../raised-domains.ts";
import { prim, text } from "./build.ts";
import { demand } from "./demand.ts";
import { tablesOf } from "./tables.ts";
import { type Context, type Expr, textOf } from "./texts.ts";

const body = rewrite<ConvertedGrammar, PrintedGrammar, Context>(Converted, Printed, {
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
    Concat: ({ at, parts }, to, context) =>
      joined(
        parts.map((part) => textOf(to.Expr(part, context), context)),
        at,
      ),
  },
});

/** Halves of halves, so that many parts do not nest deep; parts are still evaluated from left to right. */
const joined = (parts: readonly Expr[], at: number): Expr => {
  const [only] = parts;
  if (parts.length <= 1) return only ?? text("", at);
  const middle = Math.ceil(parts.length / 2);
  return prim(
    "text.concat",
    STRING,
    [joined(parts.slice(0, middle), at), joined(parts.slice(middle), at)],
    at,
  );
};

export const deriveTexts = pass({
  name: "derive-texts",
  purpose: "Makes operations or calls of derived functions of text forms.",
  from: Converted,
  to: Printed,
  run: (program) =>
    right(
      body.Program(program, {
        ...{ locals: 0, tables: tablesOf(program.types), made: demand() },
        ...{ path: program.sources[0]?.path ?? "", raised: raisedDomains(program) },
      }),
    ),
});
