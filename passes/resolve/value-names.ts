// What a name means as a value (chapter 2.5): a local, a declaration, a built-in.

import { builtins, builtinTypes, laterBuiltins } from "../../ir/builtins.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { htmlTags } from "../../ir/html-tags.ts";
import type { KnownNamesGrammar, KnownTypesGrammar } from "../../ir/resolved.ts";
import { bindingsOf, type KnownTypesItem, type Scope } from "./scopes.ts";

type Written = NodeOf<KnownTypesGrammar, "Expr">;
type Expr = NodeOf<KnownNamesGrammar, "Expr">;
type Call = Extract<Written, { readonly kind: "Call" }>;

const isBuiltin = (name: string): boolean => Object.hasOwn(builtins, name);
export const isType = (item: KnownTypesItem): boolean =>
  item.kind === "Struct" || item.kind === "DerivedStruct" || item.kind === "Enum";

/** What the name means at the module level; `types` says whether a type may stand here. */
const global = (name: string, at: number, { module }: Scope, types: boolean): Expr | null => {
  const declared = module.declarations.byName.get(name);
  if (declared && isType(declared.item)) return types ? { kind: "TypeName", at, id: declared.id } : null;
  if (declared) return { kind: "FunctionName", at, id: declared.id };
  return isBuiltin(name) ? { kind: "BuiltinName", at, name } : null;
};

/** What a name means, or null if it means nothing that may stand here. */
export const meaningOf = (name: string, at: number, scope: Scope, types: boolean): Expr | null => {
  const bindings = bindingsOf(name, scope);
  return bindings.reduceRight<Expr | null>(
    (otherwise, { local, bare }) =>
      bare ? { kind: "Tentative", at, local, otherwise } : { kind: "Local", at, local },
    global(name, at, scope, types),
  );
};

/** The first part of `a.b.c`. */
export const rootOf = (n: Written): Written => {
  let root = n;
  while (root.kind === "Member") root = root.base;
  return root;
};

/** The declared type that a dotted name (`std.Error.Teapot`) means, or null. */
export const dottedType = (n: Written, scope: Scope): Expr | null => {
  const { byName, longest } = scope.module.declarations;
  const parts: string[] = [];
  let part = n;
  for (; part.kind === "Member" && parts.length < longest; part = part.base) parts.push(part.name.name);
  if (parts.length === 0 || part.kind !== "Name" || bindingsOf(part.name, scope).length > 0) return null;
  const declared = byName.get([...parts, part.name].reverse().join("."));
  return declared && isType(declared.item) ? { kind: "TypeName", at: n.at, id: declared.id } : null;
};

/** Why `meaningOf` is null for a name where a value has to stand. */
export const explain = (name: string, scope: Scope): string => {
  if (name === "_") return "_ binds nothing and cannot be read";
  if (scope.module.declarations.byName.has(name) || builtinTypes.has(name))
    return `"${name}" is a type, not a value`;
  if (laterBuiltins.has(name)) return `"${name}" is not available in this version of fuse`;
  return `unknown identifier "${name}"${scope.module.suggest(name, scope)}`;
};

/** A call of an element's name that nothing in the module hides (2.5; `input` alone is a built-in besides). */
export const isTagCall = ({ callee, args }: Call, scope: Scope): boolean => {
  if (callee.kind !== "Name" || !htmlTags.has(callee.name)) return false;
  const hidden =
    bindingsOf(callee.name, scope).length > 0 || scope.module.declarations.byName.has(callee.name);
  return !hidden && (!isBuiltin(callee.name) || args.some((arg) => arg.name || arg.value.kind === "Map"));
};
