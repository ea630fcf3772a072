// check-spawns: what a task does to the world around it happens at its `await` (chapter 2.12.1).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { withKeyword } from "./keywords.ts";
import { unique } from "./unique.ts";

type Expr = NodeOf<InferredGrammar, "Expr">;

interface Context {
  readonly path: string;
  /** The ids of the locals of the innermost spawn block, as far as it was walked; null outside of one. */
  readonly own: Set<number> | null;
  readonly diagnostics: Diagnostic[];
}

const forbidden: ReadonlySet<string> = new Set(
  "print input log env env_int env_float env_bool asset serve svg.inline time.sleep".split(" "),
);
const isForbidden = (name: string): boolean =>
  forbidden.has(name) || name.startsWith("db.") || name.startsWith("response.");

const report = ({ path, diagnostics }: Context, at: number, message: string): void => {
  diagnostics.push(error(path, at, message));
};

const checkCall = (name: string, at: number, context: Context): void => {
  if (context.own === null || !isForbidden(name)) return;
  report(
    context,
    at,
    `"${name}" may not be called in a "spawn" block; let the task give a value, and call it behind the "await"`,
  );
};

/** A call of a built-in that has other mistakes stands as a call of a value. */
const calledName = (callee: Expr): string | null => (callee.kind === "BuiltinName" ? callee.name : null);

const checks = traverse<InferredGrammar, Context>(Inferred, {
  Module: {
    Module: (n, to, context) => {
      for (const item of n.items) to.Item(item, { ...context, path: n.path });
    },
  },
  Stmt: {
    Let: (n, to, context) => {
      to.Expr(n.value, context);
      context.own?.add(n.local.id);
    },
    Assign: (n, to, context) => {
      if (context.own && !context.own.has(n.local.id)) {
        report(
          context,
          n.at,
          `"${n.local.name}" is of outside this "spawn" block, which may not change it; let the task give the value, and assign what "await" gives`,
        );
      }
      to.Expr(n.value, context);
      for (const step of n.steps) to.Step(step, context);
    },
  },
  Pattern: {
    BindPattern: (n, _, { own }) => void own?.add(n.local.id),
    DynamicBarePattern: (n, _, { own }) => void own?.add(n.local.id),
  },
  Expr: {
    Spawn: (n, to, context) => to.Block(n.body, { ...context, own: new Set() }),
    CallBuiltin: (n, to, context) => {
      checkCall(n.name, n.at, context);
      for (const arg of n.args) to.Expr(arg, context);
    },
    CallValue: (n, to, context) => {
      const name = calledName(n.callee);
      if (name !== null) checkCall(name, n.at, context);
      to.Expr(n.callee, context);
      for (const arg of n.args) to.Expr(arg, context);
    },
    Local: (n, _, context) => {
      if (context.own === null || n.type.kind !== "Box") return;
      report(
        context,
        n.at,
        `"${n.local.name}" is a box, and a "spawn" block may not use boxes; take its content into a "let" before`,
      );
    },
    Box: (n, to, context) => {
      if (context.own)
        report(context, n.at, '"box" may not be used in a "spawn" block; use a "var" of its own');
      to.Expr(n.operand, context);
    },
  },
});

export const checkSpawns = pass({
  name: "check-spawns",
  purpose: "Reports what tasks may not do.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const diagnostics: Diagnostic[] = [];
    checks.Program(withKeyword(program, "spawn"), { path: "", own: null, diagnostics });
    return diagnostics.length === 0 ? right(program) : both(unique(diagnostics), program);
  },
});
