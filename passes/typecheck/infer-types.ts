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
import { calls } from "./infer/calls.ts";
import { collections } from "./infer/collections.ts";
import { constructorPatterns } from "./infer/constructors.ts";
import { type Context, enterBody } from "./infer/context.ts";
import { fields, functions, items, modules, params } from "./infer/items.ts";
import { operators } from "./infer/operators.ts";
import { simplePatterns } from "./infer/patterns.ts";
import { blocks, statements } from "./infer/statements.ts";
import { structs } from "./infer/structs.ts";
import { names, values } from "./infer/values.ts";
import { unique } from "./unique.ts";

const body = rewrite<ResolvedGrammar, InferredGrammar, Context>(Resolved, Inferred, {
  Module: modules,
  Item: items,
  Fn: functions,
  Param: params,
  Field: fields,
  Block: blocks,
  Stmt: statements,
  Expr: { ...values, ...names, ...operators, ...collections, ...access, ...calls, ...structs, ...bang },
  Pattern: { ...simplePatterns, ...constructorPatterns },
});

export const inferTypes = pass({
  name: "infer-types",
  purpose: "Gives every expression its type.",
  from: Resolved,
  to: Inferred,
  run: (program) => {
    const diagnostics: Diagnostic[] = [];
    const checker = { declarations: declarationsOf(program), diagnostics };
    const inferred = body.Program(program, enterBody(checker, "", null));
    return diagnostics.length === 0 ? right(inferred) : both(unique(diagnostics), inferred);
  },
});
