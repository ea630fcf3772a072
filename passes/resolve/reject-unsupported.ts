// reject-unsupported: a program with constructs that this version cannot run ends here, with a message at each.

import { Core, type CoreGrammar } from "../../ir/core.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, rewrite } from "../../ir/framework/rewrite.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { orNothing, type Report, throughModules } from "./modules.ts";

type Item = NodeOf<SliceGrammar, "Item">;
type Expr = NodeOf<SliceGrammar, "Expr">;
type Stmt = NodeOf<SliceGrammar, "Stmt">;

const reject = (report: Report, at: number, subject: string): void =>
  report(at, `${subject} cannot be compiled by this version of fuse`);

// What stands for a rejected construct until the program is dropped.
const empty: NodeOf<SliceGrammar, "Block"> = { kind: "Block", at: 0, statements: [] };
const nothing: Item = { kind: "App", at: 0, name: { name: "", at: 0 }, doc: null, body: empty };

const item =
  (subject: string) =>
  (n: { readonly at: number }, _: unknown, report: Report): Item => {
    reject(report, n.at, subject);
    return nothing;
  };
const expr =
  (subject: string) =>
  (n: { readonly at: number }, _: unknown, report: Report): Expr => {
    reject(report, n.at, subject);
    return { kind: "Error", at: n.at };
  };
const transaction = (n: { readonly at: number }, _: unknown, report: Report): Stmt => {
  reject(report, n.at, "transactions");
  return { kind: "Break", at: n.at };
};

/** The first mark of a generic function: its type parameters, or a `where` without them. */
const generic = (n: FormOf<CoreGrammar, "Fn", "Fn">): number | undefined =>
  n.typeParams[0]?.at ?? n.where[0]?.at;

const body = rewrite<CoreGrammar, SliceGrammar, Report>(Core, Slice, {
  Module: {
    Module: (n, to, report) => {
      if (n.requires[0]) reject(report, n.requires[0].at, "required capabilities");
      return {
        kind: "Module",
        at: n.at,
        path: n.path,
        text: n.text,
        comments: n.comments,
        items: mapKept(n.items, to.Item, report),
      };
    },
  },
  Item: {
    ImportModule: item("imports"),
    ImportFrom: item("imports"),
    ImportNamed: item("imports"),
    ImportAlias: item("imports"),
    Interface: item("interfaces"),
    Impl: item("impls"),
    Component: item("components"),
    Service: item("services"),
    Config: item("configs"),
    Migration: item("migrations"),
  },
  Fn: {
    Fn: (n, to, report) => {
      const at = generic(n);
      if (at !== undefined) reject(report, at, "generic functions");
      return {
        kind: "Fn",
        at: n.at,
        name: n.name,
        doc: n.doc,
        params: mapKept(n.params, to.Param, report),
        result: n.result && to.Type(n.result, report),
        body: to.Block(n.body, report),
      };
    },
  },
  Stmt: { Transaction: transaction },
  Expr: {
    Await: expr("tasks (await)"),
    Spawn: expr("tasks (spawn)"),
    Box: expr("boxes"),
    HtmlText: expr("HTML"),
    HtmlIf: expr("HTML"),
    HtmlFor: expr("HTML"),
    Call: (n, to, report) => {
      const callee = to.Expr(n.callee, report);
      if (n.typeArgs[0]) reject(report, n.typeArgs[0].at, "type arguments of calls");
      if (n.args.some(({ fromBlock }) => fromBlock)) reject(report, n.at, "HTML blocks");
      const args = n.args.filter(({ fromBlock }) => !fromBlock);
      return { kind: "Call", at: n.at, callee, args: mapKept(args, to.Arg, report) };
    },
  },
  Arg: {
    Arg: (n, to, report) => ({ kind: "Arg", at: n.at, name: n.name, value: to.Expr(n.value, report) }),
  },
});

export const rejectUnsupported = pass({
  name: "reject-unsupported",
  purpose: "Reports each construct that this version of the compiler cannot run.",
  from: Core,
  to: Slice,
  run: (program) => orNothing(throughModules(program, body.Module)),
});
