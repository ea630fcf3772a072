// What modules export, for imports of single names (chapter 4.7.3).

import type { NodeOf } from "../../ir/framework/language.ts";
import type { SurfaceGrammar } from "../../ir/surface.ts";
import { nearest } from "../suggest.ts";
import { importsOf } from "./imports.ts";

type Program = NodeOf<SurfaceGrammar, "Program">;
type Module = NodeOf<SurfaceGrammar, "Module">;
type Item = NodeOf<SurfaceGrammar, "Item">;

export interface ExportedNames {
  /** Why a name cannot be imported from a module, or null if it can, or if not all that the module declares is known. */
  readonly faultOf: (module: string, name: string) => string | null;
}

const exportedBy = (item: Item): readonly string[] => {
  switch (item.kind) {
    case "Function":
      return [item.fn.name.name];
    case "Struct":
    case "DerivedStruct":
    case "Enum":
    case "Interface":
    case "Component":
    case "Service":
    case "Config":
    case "App":
      return [item.name.name];
    default:
      return [];
  }
};

const importedBy = (module: Module): ReadonlySet<string> =>
  new Set(
    importsOf(module).flatMap((each) =>
      each.kind === "ImportNamed"
        ? each.names.map(({ name }) => name)
        : [(each.kind === "ImportAlias" ? each.alias : each.name).name],
    ),
  );

export const exportedNames = ({ modules, interfaces }: Program): ExportedNames => {
  const fresh = new Map(modules.map((module) => [module.path, module]));
  const names = new Map<string, ReadonlySet<string>>(
    interfaces.map(({ path, exports }) => [path, new Set(exports.map(({ name }) => name))]),
  );
  const namesOf = (path: string): ReadonlySet<string> => {
    const known = names.get(path);
    if (known) return known;
    const found = new Set(fresh.get(path)?.items.flatMap(exportedBy));
    names.set(path, found);
    return found;
  };
  return {
    faultOf: (path, name) => {
      const module = fresh.get(path);
      if (module?.broken || namesOf(path).has(name)) return null;
      if (module && importedBy(module).has(name))
        return `${path} imports "${name}" itself, and does not export it; import it from where it is declared`;
      const near = nearest(name, namesOf(path));
      return `${path} does not export "${name}"${near === undefined ? "" : `; did you mean "${near}"?`}`;
    },
  };
};
