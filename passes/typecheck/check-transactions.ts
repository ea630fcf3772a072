// check-transactions: a transaction does nothing that could not be rolled back (chapter 2.12.3).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { type Use, usesIn } from "./capability-uses.ts";
import { type Declarations, declarationsOf } from "./declarations.ts";
import { withKeyword } from "./keywords.ts";
import { unique } from "./unique.ts";

interface Context {
  readonly path: string;
  /** What the module declares. */
  readonly declared: readonly string[];
  readonly inside: boolean;
  readonly declarations: Declarations;
  readonly diagnostics: Diagnostic[];
}

const report = ({ path, diagnostics }: Context, at: number, message: string): void => {
  diagnostics.push(error(path, at, message));
};

const forbid = (context: Context, at: number, what: string, instead: string): void => {
  if (context.inside) report(context, at, `"${what}" may not stand in a "transaction"; ${instead}`);
};

const checks = traverse<InferredGrammar, Context>(Inferred, {
  Module: {
    Module: (n, to, context) => {
      const declared = context.declarations.requires.get(n.path) ?? [];
      for (const item of n.items) to.Item(item, { ...context, path: n.path, declared });
    },
  },
  Stmt: {
    Transaction: (n, to, context) => {
      checkDeclared(n.at, context);
      to.Block(n.body, context.inside ? context : { ...context, inside: true });
    },
    Break: (n, _, context) => forbid(context, n.at, "break", "put what loops into a function"),
    Continue: (n, _, context) => forbid(context, n.at, "continue", "put what loops into a function"),
  },
  Expr: {
    Spawn: (n, to, context) => {
      forbid(context, n.at, "spawn", "start the task before it or behind it");
      to.Block(n.body, context);
    },
    Await: (n, to, context) => {
      forbid(context, n.at, "await", "await the task before it, and use its value");
      to.Expr(n.operand, context);
    },
  },
});

const checkDeclared = (at: number, context: Context): void => {
  const { declared } = context;
  if (!declared.includes("db")) {
    report(
      context,
      at,
      'a "transaction" needs the capability db, which this module does not declare: add "requires db" at the top of this module',
    );
  }
  const others = declared.filter((each) => each !== "db");
  if (others.length === 0) return;
  report(
    context,
    at,
    `a module with a "transaction" may declare db alone, and this one declares ${others.join(", ")} as well; move the transaction, or what needs ${others.join(", ")}, into a module of its own`,
  );
};

/** Uses of other capabilities in transactions: one message for each place. */
const foreignUse = ({ path, at, capabilities, inTransaction }: Use): readonly Diagnostic[] => {
  const others = capabilities.filter((each) => each !== "db");
  if (!inTransaction || others.length === 0) return [];
  const message = `a "transaction" may use the capability db alone, and this uses ${others.join(", ")}, which nothing rolls back; do it before or behind the transaction`;
  return [error(path, at, message)];
};

export const checkTransactions = pass({
  name: "check-transactions",
  purpose: "Reports what transactions may not do.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const declarations = declarationsOf(program);
    const diagnostics: Diagnostic[] = [];
    const concerned = withKeyword(program, "transaction");
    checks.Program(concerned, { path: "", declared: [], inside: false, declarations, diagnostics });
    diagnostics.push(...usesIn(concerned, declarations).flatMap(foreignUse));
    return diagnostics.length === 0 ? right(program) : both(unique(diagnostics), program);
  },
});
