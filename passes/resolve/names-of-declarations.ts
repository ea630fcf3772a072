// Name resolution of declarations: which scope each body, default and list of parameters opens (chapter 2.5).

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { mapKept, type Recur } from "../../ir/framework/rewrite.ts";
import type { TypeParam } from "../../ir/interfaces.ts";
import type { DescribedGrammar, KnownNamesGrammar } from "../../ir/resolved.ts";
import { parameter, type Type } from "../../ir/types.ts";
import { bodyScope, declare, type Scope, type TypeNames } from "./scopes.ts";

type From = DescribedGrammar;
type Out<S extends keyof KnownNamesGrammar> = NodeOf<KnownNamesGrammar, S>;
export type To = Recur<DescribedGrammar, KnownNamesGrammar, Scope>;

const typesOf = (params: readonly TypeParam[]): TypeNames =>
  new Map(params.map(({ name, type }) => [name, type]));
const self = (type: Type): TypeNames => new Map([["Self", type]]);

type Entry = "App" | "Test" | "Migration";
const entry = <K extends Entry>(n: FormOf<From, "Item", K>, to: To, module: Scope) => {
  const scope = bodyScope(module);
  const body = to.Block(n.body, scope);
  return { kind: n.kind, at: n.at, name: n.name, doc: n.doc, locals: scope.frame.locals, body };
};

export const items = {
  App: entry<"App">,
  Test: entry<"Test">,
  Migration: entry<"Migration">,
  Interface: (n: FormOf<From, "Item", "Interface">, to: To, module: Scope): Out<"Item"> => {
    const scope = bodyScope(module, self(parameter(`${n.id}.Self`, "Self")));
    return { ...n, members: mapKept(n.members, to.Member, scope) };
  },
  Impl: (n: FormOf<From, "Item", "Impl">, to: To, module: Scope): Out<"Item"> => ({
    ...n,
    methods: mapKept(n.methods, to.Fn, bodyScope(module, self(n.target))),
  }),
};

/** The receiver of an instance method is a local in front of the parameters, which are a scope around the body. */
export const fn = (n: NodeOf<From, "Fn">, to: To, outer: Scope): Out<"Fn"> => {
  const { kind, at, id, name, typeParams, doc } = n;
  const scope = bodyScope(outer, typesOf(typeParams));
  const receiver = outer.module.isInstance(id) ? declare(scope, "self", "param") : null;
  scope.names.clear(); // defaults see the parameters to their left, but no receiver
  const params = mapKept(n.params, to.Param, scope);
  const result = n.result && to.Type(n.result, scope);
  if (receiver && !scope.names.has("self")) scope.names.set("self", { local: receiver, bare: false });
  const body = to.Block(n.body, scope);
  const { locals } = scope.frame;
  return { kind, at, id, name, typeParams, doc, self: receiver, locals, params, result, body };
};

export const member = (n: NodeOf<From, "Member">, to: To, outer: Scope): Out<"Member"> => {
  const scope = bodyScope(outer, typesOf(n.typeParams));
  const params = mapKept(n.params, to.Param, scope);
  const { kind, at, name, typeParams, doc } = n;
  return { kind, at, name, typeParams, doc, locals: scope.frame.locals, params, result: n.result };
};

export const route = (n: NodeOf<From, "Route">, to: To, outer: Scope): Out<"Route"> => {
  const scope = bodyScope(outer);
  const { kind, at, verb, path, doc } = n;
  const params = mapKept(n.params, to.Param, scope);
  const bodyParam = n.bodyParam && to.Param(n.bodyParam, scope);
  const result = to.Type(n.result, scope);
  const body = to.Block(n.body, scope);
  return { kind, at, verb, path, doc, locals: scope.frame.locals, params, bodyParam, result, body };
};

/** A default sees the parameters to its left. */
export const param = (n: NodeOf<From, "Param">, to: To, scope: Scope): Out<"Param"> => {
  const type = to.Type(n.type, scope);
  const value = n.default && to.Expr(n.default, scope);
  return { kind: "Param", at: n.at, local: declare(scope, n.name.name, "param"), type, default: value };
};

/** Defaults of fields and values of configs see the names of the module only. */
export const field = (n: NodeOf<From, "Field">, to: To, module: Scope): Out<"Field"> => {
  const value = n.default && to.Expr(n.default, bodyScope(module));
  return { kind: "Field", at: n.at, name: n.name, doc: n.doc, type: to.Type(n.type, module), default: value };
};

export const configField = (n: NodeOf<From, "ConfigField">, to: To, module: Scope): Out<"ConfigField"> => {
  const value = to.Expr(n.value, bodyScope(module));
  return { kind: "ConfigField", at: n.at, name: n.name, doc: n.doc, type: to.Type(n.type, module), value };
};
