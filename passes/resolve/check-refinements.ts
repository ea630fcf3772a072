// check-refinements: the constraints of refined types have a right form, and can be met.

import { isLeft } from "fp-ts/Either";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Gather, traverse } from "../../ir/framework/rewrite.ts";
import { PlainComponents, type PlainComponentsGrammar } from "../../ir/resolved.ts";
import { DIAGNOSED } from "../../ir/types.ts";
import { type Report, throughModules } from "./modules.ts";
import { type Predicates, predicatesOf } from "./predicates.ts";
import { readRefinement } from "./refinements.ts";
import { selfOf, typeParamsOf, withSelf, withTypes } from "./type-expressions.ts";
import { type NameScope, targetNamed, typeNamed } from "./type-names.ts";

interface Context extends NameScope {
  readonly predicates: Predicates;
  readonly report: Report;
  /** The id of the interface around members. */
  readonly owner: string;
}
type To = Gather<PlainComponentsGrammar, void, Context>;

type Declared = NodeOf<PlainComponentsGrammar, "Fn"> | NodeOf<PlainComponentsGrammar, "Member">;

/** Checks the parameters and the result, and gives the context of the body. */
const signature = (n: Declared, owner: string, to: To, outer: Context): Context => {
  const context = withTypes(outer, typeParamsOf(owner, n, outer.names));
  for (const param of n.params) to.Param(param, context);
  if (n.result) to.Type(n.result, context);
  return context;
};

const check = traverse<PlainComponentsGrammar, Context>(PlainComponents, {
  Item: {
    Interface: (n, to, context) => {
      const inside = { ...withSelf(context, selfOf(n.id)), owner: n.id };
      for (const member of n.members) to.Member(member, inside);
    },
    Impl: (n, to, context) => {
      const target = targetNamed(n.target.name, context.names);
      if (isLeft(target)) return; // nothing in it is checked further (2.11.2)
      for (const method of n.methods) to.Fn(method, withSelf(context, target.right));
    },
  },
  Fn: { Fn: (n, to, context) => to.Block(n.body, signature(n, n.id, to, context)) },
  Member: { Member: (n, to, context) => void signature(n, `${context.owner}.${n.name.name}`, to, context) },
  Type: {
    RefinedType: (n, _, context) => {
      const base = typeNamed(n.name, context);
      const { names, predicates, report } = context;
      const type = isLeft(base) ? DIAGNOSED : base.right;
      const constraints = readRefinement(n, type, names, predicates.signatureOf);
      if (isLeft(constraints)) for (const { at, message } of constraints.left) report(at, message);
    },
  },
});

export const checkRefinements = pass({
  name: "check-refinements",
  purpose: "Reports wrong constraints of refined types.",
  from: PlainComponents,
  to: PlainComponents,
  run: (program) => {
    const predicates = predicatesOf(program);
    return throughModules(program, (module, report) => {
      const names = predicates.namesOf(module);
      check.Module(module, { names, types: new Map(), predicates, report, owner: "" });
      return module;
    });
  },
});
