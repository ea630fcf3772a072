// resolve-types: every type expression becomes its type.

import { isLeft } from "fp-ts/Either";
import type { FormOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { KnownTypes, type KnownTypesGrammar } from "../../ir/resolved.ts";
import { Slice, type SliceGrammar } from "../../ir/slice.ts";
import { DIAGNOSED, list, map, option, refined, result, type Type, union } from "../../ir/types.ts";
import { declarationsOf } from "./declarations.ts";
import { type Report, throughModules } from "./modules.ts";
import { readRefinement } from "./refinements.ts";
import { suggester } from "./suggest.ts";
import { genericTypes, type SliceDeclarations, typeNamed, typeNames } from "./type-names.ts";

interface Context {
  readonly declarations: SliceDeclarations;
  readonly suggest: (name: string) => string;
  readonly report: Report;
}

/** Why a name is no type. */
const explain = (name: string, { declarations, suggest }: Context): string => {
  const arity = genericTypes.get(name);
  if (arity !== undefined) return `the type ${name} needs ${argumentsOf(arity)}`;
  if (name === "Self") return "Self is a type only inside an interface or an impl";
  if (declarations.byName.has(name)) return `"${name}" is a function, not a type`;
  const parts = name.startsWith("std.") ? [] : name.split(".");
  if (parts.length > 2) return `"${name}" is no type: a type of another module is written Alias.Name`;
  if (parts.length === 2) return `unknown type "${name}": there is no module "${parts[0]}"`;
  return `unknown type "${name}"${suggest(name)}`;
};

const argumentsOf = (count: number): string => `${count} type argument${count === 1 ? "" : "s"}`;

const named = (name: string, at: number, context: Context): Type => {
  const type = typeNamed(name, context.declarations);
  if (!type) context.report(at, explain(name, context));
  return type ?? DIAGNOSED;
};

/** The set of domains: in `T!A!B`, which is `Result<T, Result<A, B>>`, both. */
const domainsOf = (error: Type): Type => {
  const domains = error.kind === "Result" ? [error.ok, domainsOf(error.error)] : [error];
  return domains.includes(DIAGNOSED) ? DIAGNOSED : union(domains);
};

const generic = (
  n: FormOf<SliceGrammar, "Type", "GenericType">,
  args: readonly Type[],
  { report }: Context,
): Type => {
  const [first, second] = args;
  const arity = genericTypes.get(n.name);
  if (arity === undefined) {
    report(n.at, `"${n.name}" takes no type arguments: only List, Map, Option and Result do`);
  } else if (args.length !== arity) {
    report(
      n.at,
      n.name === "Result" && args.length === 1
        ? "a result type needs an explicit error domain: T!E"
        : `the type ${n.name} needs ${argumentsOf(arity)}, found ${args.length}`,
    );
  } else if (first) {
    if (n.name === "List") return list(first);
    if (n.name === "Option") return first === DIAGNOSED ? DIAGNOSED : option(first);
    if (second) return n.name === "Map" ? map(first, second) : result(first, domainsOf(second));
  }
  return DIAGNOSED;
};

const body = rewrite<SliceGrammar, KnownTypesGrammar, Context>(Slice, KnownTypes, {
  Type: {
    NamedType: (n, _, context) => ({ kind: "Type", at: n.at, type: named(n.name, n.at, context) }),
    GenericType: (n, to, context) => {
      const args = n.args.map((arg) => to.Type(arg, context).type);
      return { kind: "Type", at: n.at, type: generic(n, args, context) };
    },
    RefinedType: (n, _, context) => {
      const base = named(n.name, n.at, context);
      const constraints = readRefinement(n, context.declarations);
      const known = base !== DIAGNOSED && !isLeft(constraints);
      return { kind: "Type", at: n.at, type: known ? refined(base, constraints.right) : DIAGNOSED };
    },
  },
});

export const resolveTypes = pass({
  name: "resolve-types",
  purpose: "Replaces every type expression by the type that it names.",
  from: Slice,
  to: KnownTypes,
  run: (program) =>
    throughModules(program, (module, report) => {
      const declarations = declarationsOf(module);
      const suggest = suggester(() => typeNames(declarations));
      return body.Module(module, { declarations, suggest, report });
    }),
});
