// resolve-names: every name becomes the symbol that it means: a local, a function, a built-in, a type.

import { builtins } from "../../ir/builtins.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import type { Ident } from "../../ir/leaves.ts";
import { KnownNames, type KnownNamesGrammar, KnownTypes, type KnownTypesGrammar } from "../../ir/resolved.ts";
import { declarationId, type Local, type LocalKind } from "../../ir/symbols.ts";
import { declarationsOf } from "./declarations.ts";
import { type Report, throughModules } from "./modules.ts";
import {
  bodyScope,
  declare,
  innerScope,
  type KnownTypesItem,
  type ModuleContext,
  moduleScope,
  type Scope,
  visibleNames,
} from "./scopes.ts";
import { suggester } from "./suggest.ts";
import { dottedType, explain, isTagCall, isType, meaningOf, rootOf } from "./value-names.ts";

type From = KnownTypesGrammar;
type To = Recur<KnownTypesGrammar, KnownNamesGrammar, Scope>;
type Expr = NodeOf<KnownNamesGrammar, "Expr">;

// ---- Declarations ---------------------------------------------------------------------------------------

const idOf = (item: KnownTypesItem, { module }: Scope): string => module.declarations.ids.get(item)!;

/** The id of the type of this name, if it is one of the given kinds. */
const typeId = (name: string, { module }: Scope, ...kinds: readonly KnownTypesItem["kind"][]) => {
  const declared = module.declarations.byName.get(name);
  return declared && kinds.includes(declared.item.kind) ? declared.id : null;
};

const entry = <K extends "App" | "Test">(n: FormOf<From, "Item", K>, to: To, module: Scope) => {
  const scope = bodyScope(module, "");
  const body = to.Block(n.body, scope);
  return { kind: n.kind, at: n.at, name: n.name, doc: n.doc, locals: scope.frame.locals, body };
};

/** The scope is that of the parameters; a default sees those to its left. */
const fn = (n: FormOf<From, "Fn", "Fn">, to: To, scope: Scope): NodeOf<KnownNamesGrammar, "Fn"> => {
  const params = mapKept(n.params, to.Param, scope);
  const result = n.result && to.Type(n.result, scope);
  const body = to.Block(n.body, scope);
  const { id, locals } = scope.frame;
  return { kind: "Fn", at: n.at, id, name: n.name, doc: n.doc, locals, params, result, body };
};

// ---- Bindings -------------------------------------------------------------------------------------------

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

/**
 * The enum that is written in front of a variant, and the variant. A name that no enum of the module has keeps an id of
 * its own, which differs from that of every subject.
 */
const variantOf = (name: string, scope: Scope): { readonly enum: string | null; readonly name: string } => {
  const dot = name.lastIndexOf(".");
  if (dot < 0) return { enum: null, name };
  const written = name.slice(0, dot);
  const id = typeId(written, scope, "Enum") ?? declarationId(scope.module.declarations.path, written);
  return { enum: id, name: name.slice(dot + 1) };
};

// ---- Names ----------------------------------------------------------------------------------------------

const wrongName = (root: { readonly at: number }, at: number, message: string, scope: Scope): Expr => {
  scope.module.wrongNames.set(root.at, { at, message });
  return { kind: "Error", at };
};

/** The base of a member access or the callee of a call: there a name may mean a type. */
const receiver = (n: NodeOf<From, "Expr">, to: To, scope: Scope): Expr => {
  const named = n.kind === "Name" ? meaningOf(n.name, n.at, scope, true) : dottedType(n, scope);
  if (!named) return to.Expr(n, scope);
  scope.module.wrongNames.delete(rootOf(n).at);
  return named;
};

const body = rewrite<From, KnownNamesGrammar, Scope>(KnownTypes, KnownNames, {
  Item: {
    Struct: (n, to, scope) => ({
      kind: "Struct",
      at: n.at,
      id: idOf(n, scope),
      name: n.name,
      doc: n.doc,
      fields: mapKept(n.fields, to.Field, scope),
    }),
    DerivedStruct: (n, _, scope) => ({
      kind: "DerivedStruct",
      at: n.at,
      id: idOf(n, scope),
      name: n.name,
      base: typeId(n.base.name, scope, "Struct", "DerivedStruct"),
      baseName: n.base,
      without: n.without,
      doc: n.doc,
    }),
    Enum: (n, to, scope) => ({
      kind: "Enum",
      at: n.at,
      id: idOf(n, scope),
      name: n.name,
      doc: n.doc,
      variants: mapKept(n.variants, to.Variant, scope),
    }),
    Function: (n, to, scope) => ({
      kind: "Function",
      at: n.at,
      fn: to.Fn(n.fn, bodyScope(scope, idOf(n, scope))),
    }),
    App: entry,
    Test: entry,
  },
  Fn: { Fn: fn },
  Param: {
    Param: (n, to, scope) => {
      const type = to.Type(n.type, scope);
      const value = n.default && to.Expr(n.default, scope);
      return { kind: "Param", at: n.at, local: declare(scope, n.name.name, "param"), type, default: value };
    },
  },
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
  Pattern: {
    NamePattern: (n, _, scope) => {
      const variant = variantOf(n.name, scope);
      return variant.enum === null
        ? { kind: "BarePattern", at: n.at, name: n.name, local: declare(scope, n.name, "pattern", true) }
        : { kind: "VariantPattern", at: n.at, enum: variant.enum, name: variant.name, args: [] };
    },
    VariantPattern: (n, to, scope) => {
      const variant = variantOf(n.name, scope);
      const args = mapKept(n.args, to.Pattern, scope);
      return { kind: "VariantPattern", at: n.at, enum: variant.enum, name: variant.name, args };
    },
    StructPattern: (n, to, scope) => ({
      kind: "StructPattern",
      at: n.at,
      struct: typeId(n.name, scope, "Struct", "DerivedStruct"),
      name: n.name,
      fields: mapKept(n.fields, to.FieldPattern, scope),
    }),
  },
  Expr: {
    Name: (n, _, scope) =>
      meaningOf(n.name, n.at, scope, false) ?? wrongName(n, n.at, explain(n.name, scope), scope),
    Member: (n, to, scope) => {
      if (dottedType(n, scope)) return wrongName(rootOf(n), n.at, "this name is a type, not a value", scope);
      return { kind: "Member", at: n.at, name: n.name, base: receiver(n.base, to, scope) };
    },
    Call: (n, to, scope) => {
      const callee = isTagCall(n, scope)
        ? wrongName(n.callee, n.callee.at, "HTML cannot be compiled by this version of fuse", scope)
        : receiver(n.callee, to, scope);
      return { kind: "Call", at: n.at, callee, args: mapKept(n.args, to.Arg, scope) };
    },
  },
});

// ---- Modules --------------------------------------------------------------------------------------------

const contextOf = (module: NodeOf<From, "Module">, report: Report): ModuleContext => {
  const declarations = declarationsOf(module);
  const globals = [...[...declarations.byName.values()].filter(({ item }) => !isType(item))].map(
    ({ name }) => name,
  );
  let place: Scope | undefined;
  const suggest = suggester(() => [
    ...(place ? visibleNames(place) : []),
    ...globals,
    ...Object.keys(builtins),
  ]);
  return {
    declarations,
    report,
    suggest: (name, scope) => {
      place = scope;
      return suggest(name);
    },
    wrongNames: new Map(),
  };
};

export const resolveNames = pass({
  name: "resolve-names",
  purpose: "Replaces every name by the symbol that it means.",
  from: KnownTypes,
  to: KnownNames,
  run: (program) =>
    throughModules(program, (module, report) => {
      const context = contextOf(module, report);
      const result = body.Module(module, moduleScope(context));
      for (const { at, message } of context.wrongNames.values()) report(at, message);
      return result;
    }),
});
