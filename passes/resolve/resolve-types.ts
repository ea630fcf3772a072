// resolve-types: every type expression becomes its type, every impl and derived type knows what it is of.

import { isLeft } from "fp-ts/Either";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { mapKept, type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import {
  KnownTypes,
  type KnownTypesGrammar,
  PlainComponents,
  type PlainComponentsGrammar,
} from "../../ir/resolved.ts";
import { DIAGNOSED } from "../../ir/types.ts";
import type { ModuleNames } from "../module-names.ts";
import { type Report, throughModules } from "./modules.ts";
import { type Predicates, predicatesOf } from "./predicates.ts";
import { readRefinement } from "./refinements.ts";
import { type RouteParameter, routeParameters } from "./route-paths.ts";
import {
  resolveType,
  selfOf,
  type TypeScope,
  typeParamsOf,
  withSelf,
  withTypes,
} from "./type-expressions.ts";
import { explained, interfaceNamed, nameHints, targetNamed, typeNamed } from "./type-names.ts";

interface Context extends TypeScope {
  readonly interfaceHint: (name: string) => string;
  /** The id of the interface around members. */
  readonly owner: string;
}
type To = Recur<PlainComponentsGrammar, KnownTypesGrammar, Context>;
type Param = NodeOf<KnownTypesGrammar, "Param">;
type Route = FormOf<PlainComponentsGrammar, "Route", "Route">;
type Impl = FormOf<PlainComponentsGrammar, "Item", "Impl">;

/** The id of a struct; `check-derived-types` has seen to it that the base is one. */
const baseOf = (name: string, names: ModuleNames): string => {
  const found = typeNamed(name, { names, types: new Map() });
  return isLeft(found) || found.right.kind !== "Struct" ? "" : found.right.id;
};

// ---- Impls ----------------------------------------------------------------------------------------------

const interfaceOf = ({ interface: of }: Impl, { names, report, interfaceHint }: Context): string | null => {
  const found = interfaceNamed(of.name, names);
  if (!isLeft(found)) return found.right.id;
  report(
    of.at,
    explained(found.left, () => interfaceHint(of.name)),
  );
  return null;
};

/** With a target that is none, nothing in the impl is checked further (2.11.2): it has no methods any more. */
const impl = (n: Impl, to: To, context: Context): FormOf<KnownTypesGrammar, "Item", "Impl"> => {
  const target = targetNamed(n.target.name, context.names);
  const head = {
    kind: n.kind,
    at: n.at,
    id: n.id,
    interface: interfaceOf(n, context),
    interfaceName: n.interface,
    target: isLeft(target) ? DIAGNOSED : target.right,
    targetName: n.target,
    doc: n.doc,
  };
  if (!isLeft(target))
    return { ...head, methods: mapKept(n.methods, to.Fn, withSelf(context, target.right)) };
  context.report(
    n.target.at,
    explained(target.left, () => context.hint(n.target.name)),
    target.left.code,
  );
  return { ...head, methods: [] };
};

// ---- Routes ---------------------------------------------------------------------------------------------

const routeParam = (name: string, at: number, type: Param["type"]): Param => ({
  kind: "Param",
  at,
  name: { name, at },
  type,
  default: null,
});

/** The parameter stands at the path; one without a name cannot be used anyway. */
const pathParam = (param: RouteParameter, at: number, context: Context): readonly Param[] => {
  if (param.wrong !== null) context.report(at, param.wrong);
  if (param.name === null) return [];
  const found = param.type === null ? null : typeNamed(param.type, context);
  if (found && isLeft(found)) {
    const hint = explained(found.left, () => context.hint(param.type ?? ""));
    context.report(at, `the parameter "${param.name}" of the path: ${hint}`, found.left.code);
  }
  const type = found === null || isLeft(found) ? DIAGNOSED : found.right;
  return [routeParam(param.name, at, { kind: "Type", at, type })];
};

const route = (n: Route, to: To, context: Context): NodeOf<KnownTypesGrammar, "Route"> => {
  const { at, verb, path, doc, bodyType, bodyKeyword } = n;
  const bodyAt = bodyKeyword?.at ?? at;
  return {
    kind: "Route",
    at,
    verb,
    path,
    doc,
    params: routeParameters(path.name).flatMap((param) => pathParam(param, path.at, context)),
    bodyParam: bodyType && routeParam("body", bodyAt, to.Type(bodyType, context)),
    result: to.Type(n.result, context),
    body: to.Block(n.body, context),
  };
};

// ---- The pass -------------------------------------------------------------------------------------------

const known = (n: NodeOf<PlainComponentsGrammar, "Type">, context: Context) => ({
  kind: "Type" as const,
  at: n.at,
  type: resolveType(n, context),
});

const body = rewrite<PlainComponentsGrammar, KnownTypesGrammar, Context>(PlainComponents, KnownTypes, {
  Item: {
    DerivedStruct: ({ kind, at, id, name, base, without, doc }, _, { names }) => ({
      kind,
      at,
      id,
      name,
      base: baseOf(base.name, names),
      without,
      doc,
    }),
    Interface: (n, to, context) => {
      const inside = { ...withSelf(context, selfOf(n.id)), owner: n.id };
      return { ...n, members: mapKept(n.members, to.Member, inside) };
    },
    Impl: impl,
  },
  Fn: {
    Fn: (n, to, outer) => {
      const typeParams = typeParamsOf(n.id, n, outer.names);
      const context = withTypes(outer, typeParams);
      const { kind, at, id, name, doc } = n;
      const params = mapKept(n.params, to.Param, context);
      const result = n.result && to.Type(n.result, context);
      return { kind, at, id, name, typeParams, doc, params, result, body: to.Block(n.body, context) };
    },
  },
  Member: {
    Member: (n, to, outer) => {
      const typeParams = typeParamsOf(`${outer.owner}.${n.name.name}`, n, outer.names);
      const context = withTypes(outer, typeParams);
      const { kind, at, name, doc } = n;
      const params = mapKept(n.params, to.Param, context);
      return { kind, at, name, typeParams, doc, params, result: n.result && to.Type(n.result, context) };
    },
  },
  Route: { Route: route },
  Type: {
    NamedType: (n, _, context) => known(n, context),
    GenericType: (n, _, context) => known(n, context),
    RefinedType: (n, _, context) => known(n, context),
  },
});

const contextOf = (
  module: NodeOf<PlainComponentsGrammar, "Module">,
  { namesOf, signatureOf }: Predicates,
  report: Report,
): Context => {
  const names = namesOf(module);
  return {
    names,
    types: new Map(),
    report,
    hint: nameHints(names, "type"),
    interfaceHint: nameHints(names, "interface"),
    constraintsOf: (n, base) => {
      const constraints = readRefinement(n, base, names, signatureOf);
      return isLeft(constraints) ? null : constraints.right;
    },
    owner: "",
  };
};

export const resolveTypes = pass({
  name: "resolve-types",
  purpose: "Replaces every type expression by the type that it names.",
  from: PlainComponents,
  to: KnownTypes,
  run: (program) => {
    const predicates = predicatesOf(program);
    return throughModules(program, (module, report) =>
      body.Module(module, contextOf(module, predicates, report)),
    );
  },
});
