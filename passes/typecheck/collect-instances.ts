// collect-instances: notes in each module's interface what its bodies want of generic functions (chapter 2.11.1).

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import type { Instantiation } from "../../ir/interfaces.ts";
import { declarationId } from "../../ir/symbols.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";

/** By what they say: deep trees are walked in pieces, so that an expression may be looked at twice. */
type Found = Map<string, Instantiation>;

interface Context {
  readonly from: string;
  readonly found: Found;
}

const note = ({ from, found }: Context, what: Omit<Instantiation, "from">): void => {
  const { at, function: called, args, member } = what;
  const of = member ? `${member.interface} ${member.name}` : "";
  found.set(`${from} ${at} ${called} ${of} ${args.map(({ key }) => key).join()}`, { from, ...what });
};

type Expr = NodeOf<InferredGrammar, "Expr">;
type OfBound = Extract<Expr, { readonly kind: "CallMember" | "MemberValue" }>;

const noteMember = (n: OfBound, context: Context): void => {
  const { of, interface: bound, member: name, receiver } = n;
  const args = n.kind === "CallMember" ? n.typeArgs : [];
  const member = { of, interface: bound, name, associated: receiver === null };
  note(context, { at: n.at, function: `${bound}.${name}`, args, member });
};

const collect = traverse<InferredGrammar, Context>(Inferred, {
  Fn: {
    Fn: (n, to, { found }) => {
      const inside = { from: n.id, found };
      for (const param of n.params) to.Param(param, inside);
      to.Block(n.body, inside);
    },
  },
  // the default of an interface's member is never evaluated: that of the impl is
  Member: { Member: () => {} },
  Expr: {
    Call: (n, to, context) => {
      if (n.typeArgs.length > 0) {
        note(context, { at: n.at, function: n.function, args: n.typeArgs, member: null });
      }
      if (n.receiver) to.Expr(n.receiver, context);
      for (const arg of n.args) to.BoundArg(arg, context);
    },
    CallMember: (n, to, context) => {
      noteMember(n, context);
      if (n.receiver) to.Expr(n.receiver, context);
      for (const arg of n.args) to.BoundArg(arg, context);
    },
    MemberValue: (n, to, context) => {
      noteMember(n, context);
      if (n.receiver) to.Expr(n.receiver, context);
    },
  },
});

/** In source order. What is no function has a made-up id, one that no declaration has. */
const instantiationsOf = (module: NodeOf<InferredGrammar, "Module">): readonly Instantiation[] => {
  const found: Found = new Map();
  collect.Module(module, { from: declarationId(module.path, ""), found });
  return [...found.values()].sort((a, b) => a.at - b.at);
};

export const collectInstances = pass({
  name: "collect-instances",
  purpose: "Notes which instances of generic functions the bodies of each module want.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const fresh = new Map(program.modules.map((module) => [module.path, instantiationsOf(module)]));
    const interfaces = program.interfaces.map((each) => {
      const instantiations = fresh.get(each.path);
      return instantiations ? { ...each, instantiations } : each;
    });
    return right({ ...program, interfaces });
  },
});
