// resolve-names: every name becomes the symbol that it means: a local, a function, a built-in, a type.

import { builtinNames } from "../../ir/builtins.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, rewrite } from "../../ir/framework/rewrite.ts";
import type { Ident } from "../../ir/leaves.ts";
import { Described, type DescribedGrammar, KnownNames, type KnownNamesGrammar } from "../../ir/resolved.ts";
import type { Local, LocalKind } from "../../ir/symbols.ts";
import { type ModuleNames, moduleNames } from "../module-names.ts";
import { suggester } from "../suggest.ts";
import { type Report, throughModules } from "./modules.ts";
import { configField, field, fn, items, member, param, route, type To } from "./names-of-declarations.ts";
import { patterns } from "./names-of-patterns.ts";
import * as values from "./names-of-values.ts";
import { declare, innerScope, type ModuleContext, moduleScope, type Scope, visibleNames } from "./scopes.ts";

type From = DescribedGrammar;

// ---- Statements -----------------------------------------------------------------------------------------

const bind = (scope: Scope, { name, at }: Ident, kind: LocalKind): Local => {
  if (scope.names.has(name)) scope.module.report(at, `duplicate binding "${name}"`);
  return declare(scope, name, kind);
};

const letOf =
  (kind: "let" | "var") =>
  (n: FormOf<From, "Stmt", "Let" | "Var">, to: To, scope: Scope): NodeOf<KnownNamesGrammar, "Stmt"> => {
    const type = n.type && to.Type(n.type, scope);
    const value = to.Expr(n.value, scope);
    return { kind: "Let", at: n.at, local: bind(scope, n.name, kind), type, value };
  };

const body = rewrite<From, KnownNamesGrammar, Scope>(Described, KnownNames, {
  Item: items,
  Fn: { Fn: fn },
  Member: { Member: member },
  Route: { Route: route },
  Param: { Param: param },
  Field: { Field: field },
  ConfigField: { ConfigField: configField },
  Block: {
    Block: (n, to, outer) => ({
      kind: "Block",
      at: n.at,
      statements: mapKept(n.statements, to.Stmt, innerScope(outer)),
    }),
  },
  Stmt: {
    Let: letOf("let"),
    Var: letOf("var"),
    For: (n, to, outer) => {
      const iterable = to.Expr(n.iterable, outer);
      const scope = innerScope(outer);
      const pattern = to.Pattern(n.pattern, scope);
      return { kind: "For", at: n.at, pattern, iterable, body: to.Block(n.body, scope) };
    },
  },
  Case: {
    Case: (n, to, outer) => {
      const scope = innerScope(outer);
      const pattern = to.Pattern(n.pattern, scope);
      return { kind: "Case", at: n.at, pattern, body: to.Block(n.body, scope) };
    },
  },
  Pattern: patterns,
  Expr: {
    Name: values.name,
    Member: values.member,
    Call: values.call,
    HtmlFor: (n, to, outer) => {
      const iterable = to.Expr(n.iterable, outer);
      const scope = innerScope(outer);
      const pattern = to.Pattern(n.pattern, scope);
      return { kind: "HtmlFor", at: n.at, pattern, iterable, children: mapKept(n.children, to.Expr, scope) };
    },
  },
});

// ---- Modules --------------------------------------------------------------------------------------------

/** Names of values that the module declares or imports. */
const valuesOf = ({ byName }: ModuleNames): readonly string[] =>
  [...byName].flatMap(([name, meaning]) =>
    meaning.kind !== "declaration" || /^(function|component|config)$/.test(meaning.of.kind) ? [name] : [],
  );

/** The alias of the first module, in the order of imports, that exports a name. */
const aliasFinder = ({ byName, exportsOf }: ModuleNames): ((name: string) => string | undefined) => {
  let aliases: Map<string, string> | undefined;
  const find = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (const [alias, meaning] of byName) {
      if (meaning.kind !== "module") continue;
      for (const name of exportsOf(meaning.path).keys()) if (!found.has(name)) found.set(name, alias);
    }
    return found;
  };
  return (name) => (aliases ??= find()).get(name);
};

const contextOf = (
  names: ModuleNames,
  isInstance: (id: string) => boolean,
  report: Report,
): ModuleContext => {
  const globals = [...valuesOf(names), ...builtinNames];
  let place: Scope | undefined;
  const suggest = suggester(() => [...(place ? visibleNames(place) : []), ...globals]);
  const exports = new Map<string, (name: string) => string>();
  return {
    names,
    report,
    suggest: (name, scope) => {
      place = scope;
      return suggest(name);
    },
    suggestExport: (name, module) => {
      const known = exports.get(module) ?? suggester(() => names.exportsOf(module).keys());
      exports.set(module, known);
      return known(name);
    },
    aliasOf: aliasFinder(names),
    isInstance,
    wrongNames: new Map(),
  };
};

export const resolveNames = pass({
  name: "resolve-names",
  purpose: "Replaces every name by the symbol that it means.",
  from: Described,
  to: KnownNames,
  run: (program) => {
    const namesOf = moduleNames(program);
    const instances = new Set(
      program.interfaces.flatMap(({ functions }) =>
        functions.flatMap(({ id, self }) => (self === "instance" ? [id] : [])),
      ),
    );
    return throughModules(program, (module, report) => {
      const context = contextOf(namesOf(module), (id) => instances.has(id), report);
      const result = body.Module(module, moduleScope(context));
      for (const { at, message, code } of context.wrongNames.values()) report(at, message, code);
      return result;
    });
  },
});
