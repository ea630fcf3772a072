// What a name means that no local has (chapter 2.5): a declaration, an import, a member of a module, a built-in.

import { type Either, isRight, left, right } from "fp-ts/Either";
import { builtinNames, builtinTypes } from "../../ir/builtins.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { htmlTags } from "../../ir/html-tags.ts";
import type { Export } from "../../ir/interfaces.ts";
import type { DescribedGrammar, KnownNamesGrammar } from "../../ir/resolved.ts";
import { config, enumeration, struct, type Type } from "../../ir/types.ts";
import { bindingsOf, type Scope, type WrongName } from "./scopes.ts";

type Written = NodeOf<DescribedGrammar, "Expr">;
type Expr = NodeOf<KnownNamesGrammar, "Expr">;
type Call = Extract<Written, { readonly kind: "Call" }>;

/**
 * What a name means, wherever it stands. A `type` may stand in front of a member or an argument list, but is no value;
 * a `config` is both. `wrong` may stand nowhere.
 */
export type Designation =
  | { readonly kind: "value"; readonly expr: Expr }
  | { readonly kind: "config"; readonly id: string; readonly name: string }
  | { readonly kind: "type"; readonly type: Type; readonly wrong: WrongName }
  | { readonly kind: "module"; readonly path: string; readonly wrong: WrongName }
  | { readonly kind: "wrong"; readonly wrong: WrongName };

const typeAt = (type: Type, at: number): Designation => ({
  kind: "type",
  type,
  wrong: { at, message: `"${type.text}" is a type, not a value` },
});

/** `at` is where the whole name stands, `nameAt` where its last part does. */
const exported = ({ kind, id, name }: Export, at: number, nameAt: number): Designation => {
  switch (kind) {
    case "function":
    case "component":
      return { kind: "value", expr: { kind: "FunctionName", at, id } };
    case "config":
      return { kind: "config", id, name };
    case "struct":
      return typeAt(struct(id, name), nameAt);
    case "enum":
      return typeAt(enumeration(id, name), nameAt);
    case "interface": {
      const message = `"${name}" is an interface, not a value: call its members on a value of a type with an impl`;
      return { kind: "wrong", wrong: { at: nameAt, message, code: "FUSE_INTERFACE_DYNAMIC_USE" } };
    }
    case "service":
    case "app":
      return {
        kind: "wrong",
        wrong: {
          at: nameAt,
          message: `"${name}" is ${kind === "app" ? "an app" : "a service"}, not a value`,
        },
      };
  }
};

/** What the name means among the declarations and imports of the module. */
const declared = (name: string, at: number, { module }: Scope): Designation | null => {
  const meaning = module.names.byName.get(name);
  switch (meaning?.kind) {
    case "declaration":
      return exported(meaning.of, at, at);
    case "asset":
      return { kind: "value", expr: { kind: "AssetName", at, path: meaning.path } };
    case "module": {
      const message = `"${name}" is a module, not a value: write ${name}.NAME`;
      return { kind: "module", path: meaning.path, wrong: { at, message } };
    }
    case undefined:
      return null;
  }
};

const parameter = (name: string, at: number, { frame }: Scope): Designation | null => {
  const type = frame.types.get(name);
  return type ? typeAt(type, at) : null;
};

/** What a simple name means that no local has; in front of a member or an argument list type parameters go first. */
const simple = (name: string, at: number, scope: Scope, receiver: boolean): Designation | null =>
  (receiver ? parameter(name, at, scope) : null) ??
  declared(name, at, scope) ??
  (builtinNames.has(name) ? { kind: "value", expr: { kind: "BuiltinName", at, name } } : null) ??
  parameter(name, at, scope);

/** `Alias.name`, or null where there is no alias in front. */
const behindAlias = (n: Written, scope: Scope): Designation | null => {
  if (n.kind !== "Member" || n.base.kind !== "Name") return null;
  const alias = n.base.name;
  const module = simple(alias, n.base.at, scope, true);
  if (module?.kind !== "module") return null;
  const { name, at } = n.name;
  const found = scope.module.names.exportsOf(module.path).get(name);
  if (found) return exported(found, n.at, at);
  const message = `the module "${alias}" has no "${name}"${scope.module.suggestExport(name, module.path)}`;
  return { kind: "wrong", wrong: { at, message } };
};

/** What a name with dots that is declared as such (`std.Error.Teapot`) means. */
const dotted = (n: Written, scope: Scope): Designation | null => {
  const { byName, longest } = scope.module.names;
  const parts: string[] = [];
  let part = n;
  for (; part.kind === "Member" && parts.length < longest; part = part.base) parts.push(part.name.name);
  if (part.kind !== "Name") return null;
  const name = [...parts, part.name].reverse().join(".");
  return byName.has(name) ? declared(name, n.at, scope) : null;
};

/** The first part of `a.b.c`. */
export const rootOf = (n: Written): Written => {
  let root = n;
  while (root.kind === "Member") root = root.base;
  return root;
};

/** The name in front of the few dots that a name may have, unless a local has it. */
const freeRoot = (n: Written, scope: Scope): boolean => {
  let part = n;
  for (let dots = 0; part.kind === "Member" && dots < scope.module.names.longest; dots++) part = part.base;
  return part.kind === "Name" && bindingsOf(part.name, scope).length === 0;
};

/**
 * What a name or a name with dots means; null if it is no such name, starts with a local, or means nothing.
 * `receiver`: it stands in front of a member or an argument list.
 */
export const designate = (n: Written, scope: Scope, receiver: boolean): Designation | null => {
  if (n.kind === "Name") {
    return bindingsOf(n.name, scope).length > 0 ? null : simple(n.name, n.at, scope, receiver);
  }
  if (n.kind !== "Member" || !freeRoot(n, scope)) return null;
  return dotted(n, scope) ?? behindAlias(n, scope);
};

/** The struct, enum or config that a name means in a pattern, where locals do not count; null if there is none. */
export const typeWritten = (written: string, scope: Scope): Type | null => {
  const { byName, exportsOf } = scope.module.names;
  const dot = written.indexOf(".");
  const alias = dot < 0 ? undefined : byName.get(written.slice(0, dot));
  const meaning =
    parameter(written, 0, scope) ??
    declared(written, 0, scope) ??
    (alias?.kind === "module" ? exportNamed(exportsOf(alias.path).get(written.slice(dot + 1))) : null);
  if (meaning?.kind === "config") return config(meaning.id, meaning.name);
  return meaning?.kind === "type" ? meaning.type : null;
};

const exportNamed = (found: Export | undefined): Designation | null => (found ? exported(found, 0, 0) : null);

/** The symbol of a name that stands for a value, or why it is none. */
export const asValue = (meaning: Designation, at: number): Either<WrongName, Expr> => {
  if (meaning.kind === "value") return right(meaning.expr);
  return meaning.kind === "config" ? right({ kind: "ConfigName", at, id: meaning.id }) : left(meaning.wrong);
};

/** The symbol of a name in front of a member, where it may mean a type. */
export const asReceiver = (meaning: Designation, at: number): Either<WrongName, Expr> =>
  meaning.kind === "type" ? right({ kind: "TypeName", at, type: meaning.type }) : asValue(meaning, at);

/** What a simple name means besides the locals that a pattern may have bound (2.9.1); null if nothing. */
export const besidesLocals = (name: string, at: number, scope: Scope, receiver: boolean): Expr | null => {
  const meaning = simple(name, at, scope, receiver);
  if (!meaning) return null;
  const expr = receiver ? asReceiver(meaning, at) : asValue(meaning, at);
  return isRight(expr) ? expr.right : null;
};

/** Why a name that nothing has is no value; `noun` says what would have to have it. */
export const explain = (name: string, scope: Scope, noun = "identifier"): string => {
  if (name === "_") return "_ binds nothing and cannot be read";
  if (name === "Self") return "Self means a type only inside an interface or an impl";
  if (builtinTypes.has(name)) return `"${name}" is a type, not a value`;
  if (name === "self") return 'unknown identifier "self": only the methods of an impl have it';
  const alias = scope.module.aliasOf(name);
  const similar = scope.module.suggest(name, scope);
  // A name of one letter is hardly meant for a tag.
  const tag = name.length > 1 && htmlTags.has(name) ? `; an HTML tag is written as a call: ${name}()` : "";
  const hint = alias === undefined ? similar || tag : `; write ${alias}.${name}`;
  return `unknown ${noun} "${name}"${hint}`;
};

/** A call of an element's name that nothing in the module hides (2.5; `input` alone is a built-in function besides). */
export const isTagCall = ({ callee, args }: Call, scope: Scope): boolean => {
  if (callee.kind !== "Name" || !htmlTags.has(callee.name)) return false;
  if (bindingsOf(callee.name, scope).length > 0 || scope.module.names.byName.has(callee.name)) return false;
  return callee.name !== "input" || args.some((arg) => arg.name || arg.fromBlock || arg.value.kind === "Map");
};
