// lower-type-shorthand: `T?` becomes `Option<T>`, `T!E` becomes `Result<T, E>`.

import { right } from "fp-ts/These";
import { PlainTexts, PlainTypes } from "../../ir/core.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";

const body = rewrite(PlainTexts, PlainTypes, {
  Type: {
    OptionalType: (n, to) => ({ kind: "GenericType", at: n.at, name: "Option", args: [to.Type(n.inner)] }),
    /** `T!` becomes `Result<T>`, which lacks its error domain as much as `T!` does. */
    ResultType: (n, to) => ({
      kind: "GenericType",
      at: n.at,
      name: "Result",
      args: n.error ? [to.Type(n.ok), to.Type(n.error)] : [to.Type(n.ok)],
    }),
  },
});

export const lowerTypeShorthand = pass({
  name: "lower-type-shorthand",
  purpose: "Writes the suffixes of types as the generic types they stand for.",
  from: PlainTexts,
  to: PlainTypes,
  run: (program) => right(body.Program(program)),
});
