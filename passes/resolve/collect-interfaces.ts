// collect-interfaces: what every module shows to others becomes known, beside the interfaces that were known before.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import type {
  EnumInfo,
  FunctionInfo,
  ImplInfo,
  InterfaceInfo,
  MemberInfo,
  ModuleInterface,
} from "../../ir/interfaces.ts";
import { Described, KnownTypes, type KnownTypesGrammar } from "../../ir/resolved.ts";
import { exportsOfModule } from "../module-names.ts";
import { inLoadingOrder } from "./loading-order.ts";
import { mentionsSelf } from "./mentions-self.ts";
import { type Structs, structsOf } from "./struct-fields.ts";
import { selfOf } from "./type-expressions.ts";

type Module = NodeOf<KnownTypesGrammar, "Module">;
type Item = NodeOf<KnownTypesGrammar, "Item">;
type Fn = NodeOf<KnownTypesGrammar, "Fn">;
type Param = NodeOf<KnownTypesGrammar, "Param">;
type Impl = FormOf<KnownTypesGrammar, "Item", "Impl">;

const paramOf = ({ name, type, default: value }: Param) => ({
  name: name.name,
  type: type.type,
  optional: value !== null,
});

const functionOf = (
  { id, name, typeParams, params, result }: Fn,
  kind: FunctionInfo["kind"],
  self: FunctionInfo["self"] = null,
  shown: string = name.name,
): FunctionInfo => ({
  id,
  name: shown,
  kind,
  self,
  typeParams,
  params: params.map(paramOf),
  result: result?.type ?? null,
});

const methodsOf = ({ target, methods }: Impl): readonly FunctionInfo[] =>
  methods.map((fn) =>
    functionOf(
      fn,
      "method",
      mentionsSelf(fn.body) ? "instance" : "associated",
      `${target.text}.${fn.name.name}`,
    ),
  );

const functionsOf = (item: Item): readonly FunctionInfo[] => {
  switch (item.kind) {
    case "Function":
      return [functionOf(item.fn, "function")];
    case "Component":
      return [functionOf(item.fn, "component")];
    case "Impl":
      return methodsOf(item);
    default:
      return [];
  }
};

const enumsOf = (item: Item): readonly EnumInfo[] =>
  item.kind !== "Enum"
    ? []
    : [
        {
          id: item.id,
          name: item.name.name,
          variants: item.variants.map(({ name, payload }) => ({
            name: name.name,
            payload: payload.map(({ type }) => type),
          })),
        },
      ];

const memberOf = ({ name, typeParams, params, result }: NodeOf<KnownTypesGrammar, "Member">): MemberInfo => ({
  name: name.name,
  typeParams,
  params: params.map(paramOf),
  result: result?.type ?? null,
});

const interfacesOf = (item: Item): readonly InterfaceInfo[] =>
  item.kind !== "Interface"
    ? []
    : [
        {
          id: item.id,
          name: item.name.name,
          self: selfOf(item.id),
          members: item.members.map(memberOf),
        },
      ];

/**
 * Only impls with a target. One of no interface (which is diagnosed) stands under its own id, so that its methods are
 * known as methods of the target, and nothing that follows is reported.
 */
const implsOf = (item: Item): readonly ImplInfo[] =>
  item.kind !== "Impl" || item.target.kind === "Unknown"
    ? []
    : [
        {
          interface: item.interface ?? item.id,
          target: item.target,
          at: item.interfaceName.at,
          methods: item.methods.map(({ id, name }) => ({ name: name.name, id })),
        },
      ];

/** The modules that a module imports, once for each import. */
const importsOf = ({ imports }: Module): ModuleInterface["imports"] => {
  const found = new Map<number, ModuleInterface["imports"][number]>();
  for (const binding of imports) {
    if (binding.kind !== "asset")
      found.set(binding.importAt, { module: binding.module, at: binding.importAt });
  }
  return [...found.values()];
};

const interfaceOf = (module: Module, structs: Structs): ModuleInterface => ({
  path: module.path,
  package: module.package,
  requires: [...new Set(module.requires.map(({ capability }) => capability.name))],
  imports: importsOf(module),
  exports: exportsOfModule(module),
  structs: module.items.flatMap(structs),
  enums: module.items.flatMap(enumsOf),
  functions: module.items.flatMap(functionsOf),
  interfaces: module.items.flatMap(interfacesOf),
  impls: module.items.flatMap(implsOf),
  instantiations: [],
});

export const collectInterfaces = pass({
  name: "collect-interfaces",
  purpose: "Writes down what each module shows to the others.",
  from: KnownTypes,
  to: Described,
  run: (program) => {
    const structs = structsOf(program);
    const fresh = program.modules.map((module) => interfaceOf(module, structs));
    return right({ ...program, interfaces: inLoadingOrder(fresh, program.interfaces) });
  },
});
