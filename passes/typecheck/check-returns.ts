// check-returns: a body with a declared result gives one on every way through it (chapters 2.9.2, 2.13 and 2.14).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { bodiesOf, type Owner, type ProgramBody } from "./bodies.ts";
import { completes } from "./completion.ts";
import { givesValue } from "./results.ts";

type Block = NodeOf<InferredGrammar, "Block">;

const checkBody = ({ path, owner, block }: ProgramBody): readonly Diagnostic[] => {
  if (owner === null || !givesValue(owner.result) || !completes(block)) return [];
  return owner.kind === "component"
    ? [error(path, owner.at, explainComponent(owner, block))]
    : [error(path, owner.at, explain(owner), "FUSE_MISSING_RETURN")];
};

const explain = ({ name, result }: Owner): string =>
  `${name} can end without a result, but its result must be of type ${result.text}; end every way through it with a value or "return"`;

/** A value that is not Html stands at the end as a statement like any other. */
const explainComponent = ({ name }: Owner, block: Block): string => {
  const last = block.statements.at(-1);
  const found = last?.kind === "Do" ? `ends with a value of type ${last.value.type.text}` : "can end without";
  return `the component ${name} must end with Html on every way through it, but it ${found}; write an element, like div()`;
};

export const checkReturns = pass({
  name: "check-returns",
  purpose: "Reports bodies that can end without their result.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const diagnostics = bodiesOf(program).flatMap(checkBody);
    return diagnostics.length === 0 ? right(program) : both(diagnostics, program);
  },
});
