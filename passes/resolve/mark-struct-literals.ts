// mark-struct-literals: a call of a struct or config with named arguments or none is a literal (chapters 1.8, 2.7.6).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import type { Ident } from "../../ir/leaves.ts";
import {
  KnownLiterals,
  type KnownLiteralsGrammar,
  PlainHtml,
  type PlainHtmlGrammar,
} from "../../ir/resolved.ts";
import { type Report, throughModules } from "./modules.ts";

type Call = FormOf<PlainHtmlGrammar, "Expr", "Call">;
type TypeName = FormOf<PlainHtmlGrammar, "Expr", "TypeName">;
type Arg = NodeOf<PlainHtmlGrammar, "Arg">;
type Expr = NodeOf<KnownLiteralsGrammar, "Expr">;
type To = Recur<PlainHtmlGrammar, KnownLiteralsGrammar, Report>;

const isNamed = (arg: Arg): arg is Arg & { readonly name: Ident } => arg.name !== null;

/** A call that was diagnosed: of unknown type, with arguments that are still checked as expressions. */
const wrongCall = (n: Call, to: To, report: Report): Expr => ({
  kind: "Call",
  at: n.at,
  callee: { kind: "Error", at: n.callee.at },
  typeArgs: [],
  args: n.args.map(({ kind, at, fromBlock, value }) => ({
    kind,
    at,
    name: null,
    fromBlock,
    value: to.Expr(value, report),
  })),
});

/** That there are names among the arguments, if there are any, is known since names are. */
const literal = (n: Call, { type, at }: TypeName, to: To, report: Report): Expr => {
  if (type.kind !== "Struct" && type.kind !== "Config") {
    report(
      at,
      `"${type.text}" has no fields: only a type, a config or Self of such a type can be constructed`,
    );
    return wrongCall(n, to, report);
  }
  const named = n.args.filter(isNamed);
  if (named.length < n.args.length) {
    for (const arg of n.args)
      if (!isNamed(arg)) report(arg.at, "cannot mix positional and named arguments in a struct literal");
    return wrongCall(n, to, report);
  }
  if (n.typeArgs.length > 0)
    report(n.at, `${type.text} takes no type arguments`, "FUSE_GENERIC_CALL_TYPE_ARG");
  const fields = named.map((arg) => ({
    kind: "FieldValue" as const,
    at: arg.at,
    name: arg.name,
    value: to.Expr(arg.value, report),
  }));
  return { kind: "StructLiteral", at: n.at, struct: type.id, fields };
};

/**
 * The literal that a call is, or null. Where a bare name of a pattern may have bound the callee (2.9.1), named arguments
 * say that it has not: no value that a local can hold takes any.
 */
const constructionOf = (n: Call, callee: Call["callee"], to: To, report: Report): Expr | null => {
  if (callee.kind === "TypeName") return literal(n, callee, to, report);
  if (callee.kind !== "Tentative" || callee.otherwise === null || !n.args.some(isNamed)) return null;
  const otherwise = constructionOf(n, callee.otherwise, to, report);
  return otherwise && { kind: "Tentative", at: n.at, local: callee.local, otherwise };
};

const body = rewrite<PlainHtmlGrammar, KnownLiteralsGrammar, Report>(PlainHtml, KnownLiterals, {
  Expr: {
    Call: (n, to, report) => {
      const constructed = constructionOf(n, n.callee, to, report);
      if (constructed) return constructed;
      const callee = to.Expr(n.callee, report);
      const typeArgs = mapKept(n.typeArgs, to.Type, report);
      const args = mapKept(n.args, to.Arg, report);
      return callee === n.callee && typeArgs === n.typeArgs && args === n.args
        ? (n as FormOf<KnownLiteralsGrammar, "Expr", "Call">)
        : { kind: "Call", at: n.at, callee, typeArgs, args };
    },
  },
});

export const markStructLiterals = pass({
  name: "mark-struct-literals",
  purpose: "Tells struct literals from calls.",
  from: PlainHtml,
  to: KnownLiterals,
  run: (program) => throughModules(program, (module, report) => body.Module(module, report)),
});
