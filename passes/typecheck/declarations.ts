// The declarations that a program sees, by id: what structs, enums, functions, interfaces and impls are made of.

import { errorStructs } from "../../ir/builtins.ts";
import type { FunctionInfo, InterfaceInfo, ModuleInterface } from "../../ir/interfaces.ts";
import type { Type } from "../../ir/types.ts";

export interface FieldInfo {
  readonly type: Type;
  readonly hasDefault: boolean;
}
/** A struct or config. */
export interface StructInfo {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldInfo>;
}
/** The types of the payload of each variant. */
export interface EnumInfo {
  readonly name: string;
  readonly variants: ReadonlyMap<string, readonly Type[]>;
}
/** A method of a type: the function, and the interface that its impl is of. */
export interface MethodInfo {
  readonly name: string;
  readonly interface: string;
  readonly function: FunctionInfo;
}
export interface Declarations {
  readonly structs: ReadonlyMap<string, StructInfo>;
  readonly configs: ReadonlyMap<string, StructInfo>;
  readonly enums: ReadonlyMap<string, EnumInfo>;
  readonly functions: ReadonlyMap<string, FunctionInfo>;
  readonly interfaces: ReadonlyMap<string, InterfaceInfo>;
  /** The methods of all impls for a type, by the id of the struct or enum, in loading order. */
  readonly methods: ReadonlyMap<string, readonly MethodInfo[]>;
  /** The ids of the interfaces that a struct or enum has an impl for. */
  readonly implemented: ReadonlyMap<string, ReadonlySet<string>>;
  /** The modules that declare capabilities, by path. */
  readonly requires: ReadonlyMap<string, readonly string[]>;
  /** The path of the module that declares a function. */
  readonly moduleOf: ReadonlyMap<string, string>;
  /** The paths of the assets that are texts. */
  readonly texts: ReadonlySet<string>;
}

const firstOfEach = <V>(entries: readonly (readonly [string, V])[]): ReadonlyMap<string, V> => {
  const members = new Map<string, V>();
  for (const [name, value] of entries) if (!members.has(name)) members.set(name, value);
  return members;
};

/** What is known without an import. */
const known = errorStructs.map(({ id, name, fields }): readonly [string, StructInfo] => [
  id,
  { name, fields: new Map(fields.map(([name, type]) => [name, { type, hasDefault: false }])) },
]);

const methodsOf = (
  all: readonly ModuleInterface[],
  functions: ReadonlyMap<string, FunctionInfo>,
): Pick<Declarations, "methods" | "implemented"> => {
  const methods = new Map<string, MethodInfo[]>();
  const implemented = new Map<string, Set<string>>();
  for (const { target, interface: of, methods: given } of all.flatMap(({ impls }) => impls)) {
    if (target.kind !== "Struct" && target.kind !== "Enum") continue;
    const interfaces = implemented.get(target.id) ?? new Set();
    implemented.set(target.id, interfaces.add(of));
    const known = methods.get(target.id) ?? [];
    methods.set(target.id, known);
    for (const { name, id } of given) known.push({ name, interface: of, function: functions.get(id)! });
  }
  return { methods, implemented };
};

/** The declarations of all modules, from their interfaces. Of members declared twice the first counts. */
export const declarationsOf = ({
  interfaces: all,
  assets: imported,
}: {
  readonly interfaces: readonly ModuleInterface[];
  readonly assets: readonly { readonly kind: string; readonly path: string }[];
}): Declarations => {
  const structs = new Map<string, StructInfo>(known);
  const configs = new Map<string, StructInfo>();
  const enums = new Map<string, EnumInfo>();
  const functions = new Map<string, FunctionInfo>();
  const interfaces = new Map<string, InterfaceInfo>();
  const moduleOf = new Map<string, string>();
  for (const module of all) {
    const configIds = new Set(module.exports.flatMap(({ kind, id }) => (kind === "config" ? [id] : [])));
    for (const { id, name, fields } of module.structs) {
      const declared = { name, fields: firstOfEach(fields.map((field) => [field.name, field])) };
      (configIds.has(id) ? configs : structs).set(id, declared);
    }
    for (const { id, name, variants } of module.enums) {
      enums.set(id, { name, variants: firstOfEach(variants.map((each) => [each.name, each.payload])) });
    }
    for (const each of module.functions) {
      functions.set(each.id, each);
      moduleOf.set(each.id, module.path);
    }
    for (const each of module.interfaces) interfaces.set(each.id, each);
  }
  const requires = new Map(all.map((module) => [module.path, module.requires]));
  const texts = new Set(imported.flatMap(({ kind, path }) => (kind === "TextAsset" ? [path] : [])));
  const methods = methodsOf(all, functions);
  return { structs, configs, enums, functions, interfaces, requires, moduleOf, texts, ...methods };
};
