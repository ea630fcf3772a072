// infer-types: every expression gets its type, every pattern its meaning, every argument its parameter.

import { both, right } from "fp-ts/These";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Resolved, type ResolvedGrammar } from "../../ir/resolved.ts";
import { Inferred, type InferredGrammar } from "../../ir/typed.ts";
import { declarationsOf } from "./declarations.ts";
import { access } from "./infer/access.ts";
import { bang } from "./infer/bang.ts";
import { uncalled } from "./infer/callables.ts";
import { calls } from "./infer/calls.ts";
import { collections } from "./infer/collections.ts";
import { constructorPatterns } from "./infer/constructors.ts";
import { type Context, enterBody } from "./infer/context.ts";
import { attributes, branches, html } from "./infer/html.ts";
import { configFields, fields, functions, items, members, modules, params } from "./infer/items.ts";
import { operators } from "./infer/operators.ts";
import { simplePatterns } from "./infer/patterns.ts";
import { routes, services } from "./infer/services.ts";
import { blocks, statements } from "./infer/statements.ts";
import { structs } from "./infer/structs.ts";
import { tasks } from "./infer/tasks.ts";
import { names, values } from "./infer/values.ts";
import { unique } from "./unique.ts";

const expressions = {
  ...values,
  ...names,
  ...operators,
  ...collections,
  ...access,
  ...calls,
  ...structs,
  ...bang,
  ...tasks,
  ...html,
};

const body = rewrite<ResolvedGrammar, InferredGrammar, Context>(Resolved, Inferred, {
  Module: modules,
  Item: { ...items, ...services },
  Fn: functions,
  Member: members,
  Param: params,
  Field: fields,
  ConfigField: configFields,
  Route: routes,
  Block: blocks,
  Stmt: statements,
  Expr: expressions,
  Attribute: attributes,
  HtmlBranch: branches,
  Pattern: { ...simplePatterns, ...constructorPatterns },
});

export const inferTypes = pass({
  name: "infer-types",
  purpose: "Gives every expression its type.",
  from: Resolved,
  to: Inferred,
  run: (program) => {
    const declarations = declarationsOf(program);
    const diagnostics: Diagnostic[] = [];
    const inferred = body.Program(program, enterBody({ declarations, diagnostics }, "", null));
    diagnostics.push(...uncalled(inferred, declarations));
    return diagnostics.length === 0 ? right(inferred) : both(unique(diagnostics), inferred);
  },
});
