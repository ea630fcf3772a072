// check-html-attributes: commas, map literals and duplicates among the attributes of tags and components (chapter 1.6).

import { both, right } from "fp-ts/These";
import { type Diagnostic, error } from "../../ir/diagnostic.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Gather, traverse } from "../../ir/framework/rewrite.ts";
import { htmlTags } from "../../ir/html-tags.ts";
import { Surface, type SurfaceGrammar } from "../../ir/surface.ts";
import { calledName, componentsOf, hidersOf, namesBoundBy, routeNames } from "./file-names.ts";
import { isSpoiled } from "./spoiled-lines.ts";

type Node<S extends keyof SurfaceGrammar> = NodeOf<SurfaceGrammar, S>;

interface Context {
  readonly path: string;
  readonly components: ReadonlySet<string>;
  /** How many names in scope hide each tag. One map for the whole walk, as scopes open and close in order. */
  readonly hidden: Map<string, number>;
  readonly found: Diagnostic[];
}
type Visit = Gather<SurfaceGrammar, void, Context>;

// ---- Scopes

const count = ({ hidden }: Context, names: readonly string[], by: 1 | -1): void => {
  for (const name of names) if (htmlTags.has(name)) hidden.set(name, (hidden.get(name) ?? 0) + by);
};

/** Visits what lies in the scope of `names`. */
const within = (context: Context, names: readonly string[], visit: () => void): void => {
  count(context, names, 1);
  visit();
  count(context, names, -1);
};

/** A `let` or `var` is in scope behind itself, to the end of its block. */
const visitBlock = (statements: readonly Node<"Stmt">[], to: Visit, context: Context): void => {
  const names: string[] = [];
  for (const statement of statements) {
    to.Stmt(statement, context);
    if (statement.kind !== "Let" && statement.kind !== "Var") continue;
    names.push(statement.name.name);
    count(context, [statement.name.name], 1);
  }
  count(context, names, -1);
};

/** Parameters are in scope in the body, and in the defaults of later parameters. */
const visitFunction = (
  params: readonly Node<"Param">[],
  body: Node<"Block">,
  to: Visit,
  context: Context,
): void => {
  const names = params.map((param) => param.name.name);
  for (const param of params) {
    to.Param(param, context);
    count(context, [param.name.name], 1);
  }
  to.Block(body, context);
  count(context, names, -1);
};

// ---- Calls

const applies = (name: string, { components, hidden }: Context): boolean =>
  components.has(name) || (htmlTags.has(name) && (hidden.get(name) ?? 0) === 0);

const checkArgs = (args: readonly Node<"Arg">[], { path, found }: Context): void => {
  const seen = new Set<string>();
  for (const [i, { name, comma, at }] of args.entries()) {
    if (name === null) continue;
    if (comma !== -1 && i > 0 && args[i - 1]!.name !== null) {
      found.push(
        error(path, comma, "attributes are separated by blanks, not by commas", "FUSE_HTML_ATTR_COMMA"),
      );
    }
    const attribute = name.name.replaceAll("_", "-");
    if (seen.has(attribute)) found.push(error(path, at, `duplicate attribute '${attribute}'`));
    seen.add(attribute);
  }
  const map = args.find(({ name }) => name === null);
  if (map?.value.kind === "Map") {
    const message = "write attributes as named arguments, not as a map literal";
    found.push(error(path, map.at, message, "FUSE_HTML_ATTR_MAP"));
  }
};

const visit = traverse<SurfaceGrammar, Context>(Surface, {
  Expr: {
    Call: (call, to, context) => {
      const name = calledName(call);
      if (name !== null && applies(name, context)) checkArgs(call.args, context);
      to.Expr(call.callee, context);
      for (const type of call.typeArgs) to.Type(type, context);
      for (const arg of call.args) to.Arg(arg, context);
    },
  },
  Block: { Block: ({ statements }, to, context) => visitBlock(statements, to, context) },
  Fn: { Fn: ({ params, body }, to, context) => visitFunction(params, body, to, context) },
  Item: { Component: ({ params, body }, to, context) => visitFunction(params, body, to, context) },
  Route: {
    Route: (route, to, context) => {
      if (route.bodyType) to.Type(route.bodyType, context);
      to.Type(route.result, context);
      within(context, routeNames(route), () => to.Block(route.body, context));
    },
  },
  Stmt: {
    For: ({ pattern, iterable, body }, to, context) => {
      to.Expr(iterable, context);
      within(context, namesBoundBy(pattern), () => to.Block(body, context));
    },
  },
  Case: {
    Case: ({ pattern, body }, to, context) =>
      within(context, namesBoundBy(pattern), () => to.Block(body, context)),
    ArrowCase: ({ pattern, value }, to, context) =>
      within(context, namesBoundBy(pattern), () => to.Expr(value, context)),
  },
  Child: {
    ChildFor: ({ pattern, iterable, children }, to, context) => {
      to.Expr(iterable, context);
      within(context, namesBoundBy(pattern), () => {
        for (const child of children) to.Child(child, context);
      });
    },
  },
});

export const checkHtmlAttributes = pass({
  name: "check-html-attributes",
  purpose: "Checks how the attributes of HTML tags are written.",
  from: Surface,
  to: Surface,
  run: (program) => {
    const found: Diagnostic[] = [];
    for (const module of program.modules) {
      const own: Diagnostic[] = [];
      const context = {
        path: module.path,
        components: componentsOf(module),
        hidden: new Map<string, number>(),
        found: own,
      };
      within(context, hidersOf(module), () => visit.Module(module, context));
      found.push(...own.filter(({ at }) => !isSpoiled(module.spoiled, at)));
    }
    return found.length > 0 ? both(found, program) : right(program);
  },
});
