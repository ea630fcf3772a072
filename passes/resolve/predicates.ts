// Predicates of refined types: whether a function can decide about the values of a base type (chapter 2.10).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { FunctionInfo } from "../../ir/interfaces.ts";
import type { PlainComponentsGrammar } from "../../ir/resolved.ts";
import { BOOL, type Type, UNIT } from "../../ir/types.ts";
import { fits } from "../compatibility.ts";
import { type ModuleNames, moduleNames } from "../module-names.ts";
import { resolveType, typeParamsOf, withTypes } from "./type-expressions.ts";

type Program = NodeOf<PlainComponentsGrammar, "Program">;
type Module = NodeOf<PlainComponentsGrammar, "Module">;
type Fn = NodeOf<PlainComponentsGrammar, "Fn">;

/** What a predicate is asked for. */
interface Signature {
  readonly generic: boolean;
  readonly params: readonly Type[];
  readonly result: Type;
}

/** The signature of a function of some module, by path and id. */
type SignatureOf = (module: string, id: string) => Signature;

/** What the refinements of a program are read with. */
export interface Predicates {
  readonly namesOf: (module: Module) => ModuleNames;
  readonly signatureOf: SignatureOf;
}

const described = ({ typeParams, params, result }: FunctionInfo): Signature => ({
  generic: typeParams.length > 0,
  params: params.map(({ type }) => type),
  result: result ?? UNIT,
});

/** A refined parameter takes no value of a base type, whatever its constraints: they are not read, nor is anything reported. */
const resolved = (fn: Fn, names: ModuleNames): Signature => {
  const silent = { names, types: new Map(), report: () => {}, hint: () => "", constraintsOf: () => [] };
  const scope = withTypes(silent, typeParamsOf(fn.id, fn, names));
  return {
    generic: fn.typeParams.length > 0,
    params: fn.params.map(({ type }) => resolveType(type, scope)),
    result: fn.result ? resolveType(fn.result, scope) : UNIT,
  };
};

const once = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
};

/** The functions of a program that may be predicates; of modules that are not compiled, their interfaces tell. */
export const predicatesOf = (program: Program): Predicates => {
  const fresh = new Map(program.modules.map((module) => [module.path, module]));
  const known = new Map(program.interfaces.map((each) => [each.path, each]));
  const namesOf = once(moduleNames(program));
  const signaturesIn = once((path: string): ReadonlyMap<string, () => Signature> => {
    const module = fresh.get(path);
    if (!module)
      return new Map(known.get(path)!.functions.map((each) => [each.id, () => described(each)] as const));
    return new Map(
      module.items.flatMap((item) =>
        item.kind === "Function" ? [[item.fn.id, () => resolved(item.fn, namesOf(module))] as const] : [],
      ),
    );
  });
  return { namesOf, signatureOf: (module, id) => signaturesIn(module).get(id)!() };
};

/** The id of the function, and why it is no predicate for `base`; null if there is no such function. */
export const checkPredicate = (
  name: string,
  base: Type,
  names: ModuleNames,
  signatureOf: SignatureOf,
): { readonly id: string | null; readonly faults: readonly string[] } => {
  const meaning = names.byName.get(name);
  if (meaning?.kind !== "declaration" || meaning.of.kind !== "function") {
    const found = meaning ? `"${name}" is no function` : "there is no function of this name";
    return { id: null, faults: [`unknown predicate "${name}": ${found}`] };
  }
  const { id } = meaning.of;
  const { generic, params, result } = signatureOf(meaning.module, id);
  const [param] = params;
  if (generic) return { id, faults: [`a predicate has no type parameters, but "${name}" has some`] };
  if (!param || params.length > 1)
    return { id, faults: [`a predicate has one parameter, but "${name}" has ${params.length}`] };
  const faults = [
    ...(fits(base, param)
      ? []
      : [`the parameter of predicate "${name}" does not take ${base.text}: it is ${param.text}`]),
    ...(fits(result, BOOL) ? [] : [`predicate "${name}" does not give Bool, but ${result.text}`]),
  ];
  return { id, faults };
};
