// lower-html-blocks: the block behind a call becomes its last arguments, `if` and `for` in it lists of Html.

import { right } from "fp-ts/These";
import { Core, type CoreGrammar, HtmlTexts, type HtmlTextsGrammar } from "../../ir/core.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";

type To = Recur<HtmlTextsGrammar, CoreGrammar, void>;
type Child = NodeOf<HtmlTextsGrammar, "Child">;
type Expr = NodeOf<CoreGrammar, "Expr">;
type Arg = NodeOf<CoreGrammar, "Arg">;

/** Nests as deep as blocks do, which the parser bounds. */
const childOf =
  (to: To) =>
  (n: Child): Expr => {
    switch (n.kind) {
      case "ChildExpr":
        return to.Expr(n.value);
      case "ChildIf":
        return {
          kind: "HtmlIf",
          at: n.at,
          branches: n.branches.map((branch) => ({
            kind: "HtmlBranch",
            at: branch.at,
            condition: to.Expr(branch.condition),
            children: branch.children.map(childOf(to)),
          })),
          otherwise: n.otherwise.map(childOf(to)),
        };
      case "ChildFor":
        return {
          kind: "HtmlFor",
          at: n.at,
          pattern: to.Pattern(n.pattern),
          iterable: to.Expr(n.iterable),
          children: n.children.map(childOf(to)),
        };
    }
  };

const fromBlock = (value: Expr): Arg => ({ kind: "Arg", at: value.at, name: null, fromBlock: true, value });

/** What the block gives the call: the children, behind an empty attribute map where there are no arguments. */
const blockArgs = (n: FormOf<HtmlTextsGrammar, "Expr", "HtmlCall">, given: readonly Arg[], to: To): Arg[] => {
  const children = fromBlock({ kind: "List", at: n.at, items: n.children.map(childOf(to)) });
  return given.length === 0 ? [fromBlock({ kind: "Map", at: n.at, entries: [] }), children] : [children];
};

const body = rewrite(HtmlTexts, Core, {
  Expr: {
    HtmlCall: (n, to) => {
      const call = to.Expr(n.call);
      // Only a call has passed the parser without a diagnostic.
      if (call.kind !== "Call") return call;
      return {
        kind: "Call",
        at: n.at,
        callee: call.callee,
        typeArgs: call.typeArgs,
        args: [...call.args, ...blockArgs(n, call.args, to)],
      };
    },
  },
  Arg: {
    Arg: (n, to) => ({ kind: "Arg", at: n.at, name: n.name, fromBlock: false, value: to.Expr(n.value) }),
  },
});

export const lowerHtmlBlocks = pass({
  name: "lower-html-blocks",
  purpose: "Writes the HTML block behind a call as arguments of the call.",
  from: HtmlTexts,
  to: Core,
  run: (program) => right(body.Program(program)),
});
