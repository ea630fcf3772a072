// What can be called but is no value: generic functions and methods, and the SQL functions of `db` (2.8.3, 2.11.1).

import { builtins } from "../../../ir/builtins.ts";
import { type Diagnostic, error } from "../../../ir/diagnostic.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { type Gather, traverse } from "../../../ir/framework/rewrite.ts";
import { endOf, span } from "../../../ir/framework/span.ts";
import { Inferred, type InferredGrammar } from "../../../ir/typed.ts";
import type { Declarations } from "../declarations.ts";

interface Context {
  readonly declarations: Declarations;
  readonly path: string;
  readonly diagnostics: Diagnostic[];
}

type Expr = NodeOf<InferredGrammar, "Expr">;

interface Generic {
  readonly name: string;
  readonly typeParams: readonly unknown[];
}

const generic = (known: Generic | undefined): string | null =>
  known === undefined || known.typeParams.length === 0
    ? null
    : `${known.name} is generic, so it is no value: call it, or write a function that does`;

/** Reports at the last name of a dotted expression. */
const report = (n: Expr, name: string, why: string | null, { path, diagnostics }: Context): void => {
  if (why === null) return;
  const end = endOf(n.at);
  diagnostics.push(error(path, span(end - name.slice(name.lastIndexOf(".") + 1).length, end), why));
};

type To = Gather<InferredGrammar, void, Context>;

/** The callee of a call that is wrong may be anything. */
const visitCallee = (n: Expr, to: To, context: Context): void => {
  switch (n.kind) {
    case "FunctionName":
    case "BuiltinName":
      break;
    case "MethodValue":
      to.Expr(n.receiver, context);
      break;
    case "MemberValue":
      if (n.receiver) to.Expr(n.receiver, context);
      break;
    default:
      to.Expr(n, context);
  }
};

const body = traverse<InferredGrammar, Context>(Inferred, {
  Module: {
    Module: (n, to, context) => {
      for (const item of n.items) to.Item(item, { ...context, path: n.path });
    },
  },
  Expr: {
    FunctionName: (n, _, context) => {
      const known = context.declarations.functions.get(n.id);
      if (known) report(n, known.name, generic(known), context);
    },
    BuiltinName: (n, _, context) => {
      if (builtins[n.name]?.callOnly) report(n, n.name, `${n.name} can only be called`, context);
    },
    MethodValue: (n, to, context) => {
      const known = context.declarations.functions.get(n.function);
      if (known) report(n, known.name, generic(known), context);
      to.Expr(n.receiver, context);
    },
    MemberValue: (n, to, context) => {
      const members = context.declarations.interfaces.get(n.interface)?.members;
      report(n, n.member, generic(members?.find(({ name }) => name === n.member)), context);
      if (n.receiver) to.Expr(n.receiver, context);
    },
    CallValue: (n, to, context) => {
      visitCallee(n.callee, to, context);
      for (const arg of n.args) to.Expr(arg, context);
    },
  },
});

/** What stands as a value in a program, and is none. */
export const uncalled = (
  program: NodeOf<InferredGrammar, "Program">,
  declarations: Declarations,
): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  body.Program(program, { declarations, path: "", diagnostics });
  return diagnostics;
};
