// check-task-lifetimes: a task that is started under a name is awaited before the name is gone (chapter 2.12.2).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import type { Local } from "../../ir/symbols.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { plain } from "../../ir/types.ts";
import { withKeyword } from "./keywords.ts";
import { unique } from "./unique.ts";

type Expr = NodeOf<InferredGrammar, "Expr">;

/** The task that a name holds, and where it was started. */
interface Started {
  readonly local: Local;
  readonly at: number;
}

interface Context {
  readonly path: string;
  /** The names that hold a task nobody awaited yet, by the id of the local. */
  readonly pending: Map<number, Started>;
  /** The ids of the locals that the innermost block declares, as far as it was walked. */
  readonly declared: number[];
  readonly diagnostics: Diagnostic[];
}

const report = ({ path, diagnostics }: Context, at: number, message: string, code?: string): void => {
  diagnostics.push(error(path, at, message, code ?? null));
};

const start = (local: Local, value: Expr, { pending }: Context): void => {
  if (value.kind === "Spawn") pending.set(local.id, { local, at: value.at });
  else pending.delete(local.id);
};

const checks = traverse<InferredGrammar, Context>(Inferred, {
  Module: {
    Module: (n, to, context) => {
      // locals are numbered anew in every body, and each body leaves no name behind
      for (const item of n.items) to.Item(item, { ...context, path: n.path });
    },
  },
  Block: {
    Block: (n, to, context) => {
      const inside = { ...context, declared: [] as number[] };
      for (const statement of n.statements) to.Stmt(statement, inside);
      for (const id of inside.declared) {
        const started = context.pending.get(id);
        if (!started) continue;
        context.pending.delete(id);
        report(
          context,
          started.at,
          `the task "${started.local.name}" is never awaited; write "await ${started.local.name}" before its block ends`,
        );
      }
    },
  },
  Stmt: {
    Let: (n, to, context) => {
      to.Expr(n.value, context);
      context.declared.push(n.local.id);
      start(n.local, n.value, context);
    },
    Assign: (n, to, context) => {
      to.Expr(n.value, context);
      for (const step of n.steps) to.Step(step, context);
      if (n.steps.length > 0) return;
      const started = context.pending.get(n.local.id);
      if (started) {
        report(
          context,
          n.at,
          `"${n.local.name}" holds a task that is not awaited yet; write "await ${n.local.name}" before assigning it`,
        );
        report(context, started.at, `the task of "${n.local.name}" starts here`);
      }
      start(n.local, n.value, context);
    },
    Do: (n, to, context) => {
      to.Expr(n.value, context);
      if (plain(n.value.type).kind !== "Task") return;
      report(
        context,
        n.value.at,
        'this task is dropped, so nobody awaits it; bind it with "let", and "await" that',
        "FUSE_DETACHED_TASK",
      );
    },
  },
  Expr: {
    Await: (n, to, context) => {
      to.Expr(n.operand, context);
      if (n.operand.kind === "Local") context.pending.delete(n.operand.local.id);
    },
  },
});

export const checkTaskLifetimes = pass({
  name: "check-task-lifetimes",
  purpose: "Reports tasks that nobody awaits.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const diagnostics: Diagnostic[] = [];
    checks.Program(withKeyword(program, "spawn"), {
      path: "",
      pending: new Map(),
      declared: [],
      diagnostics,
    });
    return diagnostics.length === 0 ? right(program) : both(unique(diagnostics), program);
  },
});
