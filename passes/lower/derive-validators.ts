// derive-validators: validation becomes calls of functions, one for each type that is validated.

import { right } from "fp-ts/These";
import { Decoded, type DecodedGrammar, Validated, type ValidatedGrammar } from "../../ir/derived.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { text } from "./build.ts";
import { demand } from "./demand.ts";
import { withValidation } from "./std-error.ts";
import { type Context, invalidValue, validated } from "./validators.ts";

const body = rewrite<DecodedGrammar, ValidatedGrammar, Context>(Decoded, Validated, {
  Program: {
    Program: (n, to, context) => {
      const functions = n.functions.map((fn) => to.Function(fn, context));
      const made = context.made.all();
      if (made.length === 0) return { ...n, functions };
      return {
        ...n,
        types: withValidation(n.types),
        functions: [...functions, ...made, invalidValue(context.path)],
      };
    },
  },
  Expr: {
    Validate: ({ at, type, path, value }, to, context) =>
      validated(to.Expr(value, context), type, text(path, at), context),
  },
});

export const deriveValidators = pass({
  name: "derive-validators",
  purpose: "Makes calls of derived functions of validations.",
  from: Decoded,
  to: Validated,
  run: (program) => {
    const parameters = new Map(
      program.functions.flatMap(({ id, params: [first] }) => (first ? [[id, first.type] as const] : [])),
    );
    const path = program.sources[0]?.path ?? "";
    return right(body.Program(program, { made: demand(), parameters, path }));
  },
});
