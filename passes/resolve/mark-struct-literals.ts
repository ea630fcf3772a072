// mark-struct-literals: a call of a struct type with named arguments is a struct literal (chapter 1.8, row 13).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import type { Ident } from "../../ir/leaves.ts";
import {
  KnownLiterals,
  type KnownLiteralsGrammar,
  KnownNames,
  type KnownNamesGrammar,
} from "../../ir/resolved.ts";
import { nameOfId } from "../../ir/symbols.ts";
import { type Report, throughModules } from "./modules.ts";

interface Context {
  /** The ids of the structs of the module. */
  readonly structs: ReadonlySet<string>;
  readonly report: Report;
}

type Call = FormOf<KnownNamesGrammar, "Expr", "Call">;
type TypeName = FormOf<KnownNamesGrammar, "Expr", "TypeName">;
type Arg = NodeOf<KnownNamesGrammar, "Arg">;
type Expr = NodeOf<KnownLiteralsGrammar, "Expr">;
type To = Recur<KnownNamesGrammar, KnownLiteralsGrammar, Context>;

const isNamed = (arg: Arg): arg is Arg & { readonly name: Ident } => arg.name !== null;

/** A call that was diagnosed: of unknown type, with arguments that are still checked as expressions. */
const wrongCall = (n: Call, to: To, context: Context): Expr => ({
  kind: "Call",
  at: n.at,
  callee: { kind: "Error", at: n.callee.at },
  args: n.args.map((arg) => ({
    kind: "Arg",
    at: arg.at,
    name: null,
    value: to.Expr(arg.value, context),
  })),
});

const literal = (n: Call, { id, at }: TypeName, to: To, context: Context): Expr => {
  const { structs, report } = context;
  const named = n.args.filter(isNamed);
  if (!structs.has(id) || (named.length === 0 && n.args.length > 0)) {
    const hint = structs.has(id) ? "; a struct literal names its fields" : "";
    report(at, `"${nameOfId(id)}" is a type, not a value${hint}`);
    return wrongCall(n, to, context);
  }
  if (named.length < n.args.length) {
    for (const arg of n.args)
      if (!isNamed(arg)) report(arg.at, "cannot mix positional and named arguments in a struct literal");
    return wrongCall(n, to, context);
  }
  const fields = named.map((arg) => ({
    kind: "FieldValue" as const,
    at: arg.at,
    name: arg.name,
    value: to.Expr(arg.value, context),
  }));
  return { kind: "StructLiteral", at: n.at, struct: id, fields };
};

const body = rewrite<KnownNamesGrammar, KnownLiteralsGrammar, Context>(KnownNames, KnownLiterals, {
  Expr: {
    Call: (n, to, context) => {
      if (n.callee.kind === "TypeName") return literal(n, n.callee, to, context);
      const callee = to.Expr(n.callee, context);
      const args = mapKept(n.args, to.Arg, context);
      return callee === n.callee && args === n.args
        ? (n as FormOf<KnownLiteralsGrammar, "Expr", "Call">)
        : { kind: "Call", at: n.at, callee, args };
    },
  },
});

export const markStructLiterals = pass({
  name: "mark-struct-literals",
  purpose: "Tells struct literals from calls.",
  from: KnownNames,
  to: KnownLiterals,
  run: (program) =>
    throughModules(program, (module, report) => {
      const structs = module.items.flatMap((item) =>
        item.kind === "Struct" || item.kind === "DerivedStruct" ? [item.id] : [],
      );
      return body.Module(module, { structs: new Set(structs), report });
    }),
});
