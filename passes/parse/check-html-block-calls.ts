// check-html-block-calls: what may stand in the parentheses of a call that has an HTML block (chapter 1.6).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Surface, type SurfaceGrammar } from "../../ir/surface.ts";
import { calledName, componentsOf } from "./file-names.ts";
import { isSpoiled } from "./spoiled-lines.ts";

interface Context {
  readonly path: string;
  readonly components: ReadonlySet<string>;
  readonly found: Diagnostic[];
}

/** One positional argument, or only named ones. */
const fits = (args: readonly NodeOf<SurfaceGrammar, "Arg">[]): boolean => {
  const positional = args.filter(({ name }) => name === null).length;
  return positional === 0 || (positional === 1 && args.length === 1);
};

const visit = traverse<SurfaceGrammar, Context>(Surface, {
  Expr: {
    HtmlCall: ({ call, children }, to, context) => {
      const name = calledName(call);
      const isComponent = name !== null && context.components.has(name);
      if (call.kind === "Call" && !isComponent && !fits(call.args)) {
        const message = "html block call accepts at most one explicit attrs argument";
        context.found.push(error(context.path, call.at, message));
      }
      to.Expr(call, context);
      for (const child of children) to.Child(child, context);
    },
  },
});

export const checkHtmlBlockCalls = pass({
  name: "check-html-block-calls",
  purpose: "Checks the arguments of calls with an HTML block.",
  from: Surface,
  to: Surface,
  run: (program) => {
    const found: Diagnostic[] = [];
    for (const module of program.modules) {
      const own: Diagnostic[] = [];
      visit.Module(module, { path: module.path, components: componentsOf(module), found: own });
      found.push(...own.filter(({ at }) => !isSpoiled(module.spoiled, at)));
    }
    return found.length > 0 ? both(found, program) : right(program);
  },
});
