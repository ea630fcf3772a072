// What the names at the top of a module mean (chapter 2.5): its declarations, what it imports by name, its aliases.

import type { Export, ExportKind, ModuleInterface } from "../ir/interfaces.ts";
import type { Ident } from "../ir/leaves.ts";
import type { ImportBinding } from "../ir/links.ts";

/** What this table has to know of an item with an id, in whichever language it is; `fn` holds the name of a function. */
export type AnyItem =
  | {
      readonly kind: "Struct" | "DerivedStruct" | "Enum" | "Interface" | "Service" | "Config";
      readonly id: string;
      readonly name: Ident;
    }
  | { readonly kind: "Function"; readonly fn: { readonly id: string; readonly name: Ident } }
  | { readonly kind: "Component"; readonly id: string; readonly name: Ident }
  | { readonly kind: "Component"; readonly fn: { readonly id: string; readonly name: Ident } }
  | { readonly kind: "App"; readonly name: Ident }
  | { readonly kind: "Impl" | "Test" | "Migration" };

export interface AnyModule {
  readonly path: string;
  readonly imports: readonly ImportBinding[];
  readonly items: readonly AnyItem[];
}
export interface AnyProgram {
  readonly modules: readonly AnyModule[];
  readonly interfaces: readonly ModuleInterface[];
}

/** What a name at the top of a module means. */
export type Meaning =
  | { readonly kind: "declaration"; readonly of: Export; readonly module: string }
  | { readonly kind: "module"; readonly path: string }
  | { readonly kind: "asset"; readonly path: string };

export interface ModuleNames {
  readonly path: string;
  /** The meanings of simple names, and of declared names with dots (`std.Error.Teapot`). */
  readonly byName: ReadonlyMap<string, Meaning>;
  /** What another module exports, by name. */
  readonly exportsOf: (module: string) => ReadonlyMap<string, Export>;
  /** The number of parts of the longest dotted name that the module declares. */
  readonly longest: number;
}

const kinds: Readonly<Record<Exclude<AnyItem["kind"], "Impl" | "Test" | "Migration">, ExportKind>> = {
  Struct: "struct",
  DerivedStruct: "struct",
  Enum: "enum",
  Interface: "interface",
  Service: "service",
  Config: "config",
  Function: "function",
  Component: "component",
  App: "app",
};

/** The name and id of an item; an app has no id, and other items without a name are null. */
export const declaredBy = (item: AnyItem): { readonly id: string; readonly name: Ident } | null => {
  switch (item.kind) {
    case "Impl":
    case "Test":
    case "Migration":
      return null;
    case "Function":
      return item.fn;
    case "Component":
      return "fn" in item ? item.fn : item;
    case "App":
      return { id: "", name: item.name };
    default:
      return item;
  }
};

/** What a module exports, in source order; a name that is declared twice is there twice. */
export const exportsOfModule = ({ items }: Pick<AnyModule, "items">): readonly Export[] =>
  items.flatMap((item) => {
    const declared = declaredBy(item);
    if (declared === null || item.kind === "Impl" || item.kind === "Test" || item.kind === "Migration")
      return [];
    return [{ name: declared.name.name, kind: kinds[item.kind], id: declared.id, at: declared.name.at }];
  });

/** Exports by name: an app gives way to what else has its name, a later declaration to an earlier one. */
const table = (exports: readonly Export[]): ReadonlyMap<string, Export> => {
  const known = new Map<string, Export>();
  for (const each of [...exports.filter(({ kind }) => kind !== "app"), ...exports]) {
    if (!known.has(each.name)) known.set(each.name, each);
  }
  return known;
};

const NOTHING: ReadonlyMap<string, Export> = new Map();

/** The names of each module of a program, by path: made once for a pass, each part when it is asked for. */
export const moduleNames = (program: AnyProgram): ((module: AnyModule) => ModuleNames) => {
  const fresh = new Map(program.modules.map((module) => [module.path, module]));
  const described = new Map(program.interfaces.map((each) => [each.path, each]));
  const tables = new Map<string, ReadonlyMap<string, Export>>();
  const exportsOf = (path: string): ReadonlyMap<string, Export> => {
    const known = tables.get(path);
    if (known) return known;
    const module = fresh.get(path);
    const exports = module
      ? table(exportsOfModule(module))
      : described.has(path)
        ? table(described.get(path)!.exports)
        : NOTHING;
    tables.set(path, exports);
    return exports;
  };
  return (module) => {
    const byName = new Map<string, Meaning>();
    for (const of of exportsOf(module.path).values()) {
      if (of.kind !== "app") byName.set(of.name, { kind: "declaration", of, module: module.path });
    }
    for (const binding of module.imports) {
      if (byName.has(binding.name)) continue;
      const meaning = meaningOf(binding, exportsOf);
      if (meaning) byName.set(binding.name, meaning);
    }
    let longest = 1;
    for (const name of byName.keys()) longest = Math.max(longest, name.split(".").length);
    return { path: module.path, byName, exportsOf, longest };
  };
};

const meaningOf = (
  binding: ImportBinding,
  exportsOf: (module: string) => ReadonlyMap<string, Export>,
): Meaning | null => {
  if (binding.kind === "module") return { kind: "module", path: binding.module };
  if (binding.kind === "asset") return { kind: "asset", path: binding.asset };
  const of = exportsOf(binding.module).get(binding.name);
  return of ? { kind: "declaration", of, module: binding.module } : null;
};
