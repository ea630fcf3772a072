// The imports of a module, as written.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { SurfaceGrammar } from "../../ir/surface.ts";

type Item = NodeOf<SurfaceGrammar, "Item">;
type Form<K extends keyof SurfaceGrammar["Item"]> = FormOf<SurfaceGrammar, "Item", K>;
export type Import = Form<"ImportModule"> | Form<"ImportFrom"> | Form<"ImportNamed"> | Form<"ImportAlias">;

export const isImport = (item: Item): item is Import =>
  item.kind === "ImportModule" ||
  item.kind === "ImportFrom" ||
  item.kind === "ImportNamed" ||
  item.kind === "ImportAlias";

/** In source order. */
export const importsOf = ({ items }: { readonly items: readonly Item[] }): readonly Import[] =>
  items.filter(isImport);

/** The path of an import: `import Shapes` is a module beside this one. */
export const writtenPath = (n: Import): string =>
  n.kind === "ImportModule" ? `./${n.name.name}` : n.path.name;
