// check-refinements: the constraints of refined types have a right form, and can be met.

import { isLeft } from "fp-ts/Either";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { declarationsOf } from "./declarations.ts";
import { type Report, throughModules } from "./modules.ts";
import { readRefinement } from "./refinements.ts";
import type { SliceDeclarations } from "./type-names.ts";

interface Context {
  readonly declarations: SliceDeclarations;
  readonly report: Report;
}

const check = traverse<SliceGrammar, Context>(Slice, {
  Type: {
    RefinedType: (n, _, { declarations, report }) => {
      const constraints = readRefinement(n, declarations);
      if (isLeft(constraints)) for (const { at, message } of constraints.left) report(at, message);
    },
  },
});

export const checkRefinements = pass({
  name: "check-refinements",
  purpose: "Reports wrong constraints of refined types.",
  from: Slice,
  to: Slice,
  run: (program) =>
    throughModules(program, (module, report) => {
      check.Module(module, { declarations: declarationsOf(module), report });
      return module;
    }),
});
