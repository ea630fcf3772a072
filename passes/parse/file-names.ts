// What the declarations of one file say about a name that is called, without a look at other files.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { SurfaceGrammar } from "../../ir/surface.ts";

type Module = NodeOf<SurfaceGrammar, "Module">;
type Expr = NodeOf<SurfaceGrammar, "Expr">;
type Route = NodeOf<SurfaceGrammar, "Route">;
type Pattern = NodeOf<SurfaceGrammar, "Pattern">;

/** The names of the components that a file declares. */
export const componentsOf = (module: Module): ReadonlySet<string> =>
  new Set(module.items.flatMap((item) => (item.kind === "Component" ? [item.name.name] : [])));

/** The names by which functions, configurations and imports of a file hide HTML tags. */
export const hidersOf = (module: Module): readonly string[] =>
  module.items.flatMap((item) => {
    switch (item.kind) {
      case "Function":
        return [item.fn.name.name];
      case "Config":
      case "ImportModule":
      case "ImportFrom":
        return [item.name.name];
      case "ImportAlias":
        return [item.alias.name];
      case "ImportNamed":
        return item.names.map(({ name }) => name);
      default:
        return [];
    }
  });

/** The name that is called, if it is an undotted one. */
export const calledName = (call: Expr): string | null =>
  call.kind === "Call" && call.callee.kind === "Name" ? call.callee.name : null;

/** The names that a pattern may bind: an undotted one alone may also be a variant. */
export const namesBoundBy = (pattern: Pattern): readonly string[] => {
  switch (pattern.kind) {
    case "NamePattern":
      return pattern.name.includes(".") ? [] : [pattern.name];
    case "VariantPattern":
      return pattern.args.flatMap(namesBoundBy);
    case "StructPattern":
      return pattern.fields.flatMap((field) => namesBoundBy(field.pattern));
    default:
      return [];
  }
};

/** The names in scope in a route: the parameters of its path (`/notes/{id: Int}`), and the body it takes. */
export const routeNames = ({ path, bodyKeyword }: Route): readonly string[] => [
  ...Array.from(path.name.matchAll(/\{\s*([A-Za-z_]\w*)/g), (parameter) => parameter[1]!),
  ...(bodyKeyword ? [bodyKeyword.name] : []),
];
