// check-bang: an error may leave with `?!` only where a function has a result that takes it (chapter 2.7.7).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import type { Type } from "../../ir/types.ts";
import { partsOf, whyStuck } from "./bang.ts";
import { unique } from "./unique.ts";

interface Context {
  readonly path: string;
  /** Of the function, method, component or route around, also around a task; null where there is none. */
  readonly result: Type | null;
  readonly diagnostics: Diagnostic[];
}

const checks = traverse<InferredGrammar, Context>(Inferred, {
  Module: {
    Module: (n, to, context) => {
      for (const item of n.items) to.Item(item, { ...context, path: n.path });
    },
  },
  Fn: {
    Fn: (n, to, context) => {
      for (const param of n.params) to.Param(param, context);
      to.Block(n.body, { ...context, result: n.result });
    },
  },
  Route: { Route: (n, to, context) => to.Block(n.body, { ...context, result: n.result }) },
  Expr: {
    Bang: (n, to, context) => {
      to.Expr(n.value, context);
      if (n.error) to.Expr(n.error, context);
      const given = n.error?.type ?? null;
      const parts = partsOf(n.value.type, given !== null);
      if ("wrong" in parts) return; // reported by inference
      const message = whyStuck(parts.error, given, context.result);
      if (message !== null) context.diagnostics.push(error(context.path, n.at, message));
    },
  },
});

export const checkBang = pass({
  name: "check-bang",
  purpose: "Reports errors that have nowhere to go.",
  from: Inferred,
  to: Inferred,
  run: (program) => {
    const diagnostics: Diagnostic[] = [];
    checks.Program(program, { path: "", result: null, diagnostics });
    return diagnostics.length === 0 ? right(program) : both(unique(diagnostics), program);
  },
});
