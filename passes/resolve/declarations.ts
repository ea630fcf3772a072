// The symbol table of a module: what its top level declares, by name.

import type { Ident } from "../../ir/leaves.ts";
import { declarationId } from "../../ir/symbols.ts";

/** What this table has to know of an item, in whichever language it is. */
export type AnyItem =
  | { readonly kind: "Struct" | "DerivedStruct" | "Enum"; readonly name: Ident }
  | { readonly kind: "Function"; readonly fn: { readonly name: Ident } }
  | { readonly kind: "App" | "Test" };

/** An item under its name; its `id` is `MODULE:NAME`. */
export interface Declaration<I> {
  readonly id: string;
  readonly name: string;
  readonly item: I;
}

export interface Declarations<I> {
  readonly path: string;
  /** A name that is declared twice means the first of its declarations. */
  readonly byName: ReadonlyMap<string, Declaration<I>>;
  /** The id of each item that has a name: one that repeats a name has an id that no name leads to. */
  readonly ids: ReadonlyMap<I, string>;
  /** The number of parts of the longest dotted name. */
  readonly longest: number;
}

/** The name that an item declares; tests and apps declare none. */
export const nameOf = (item: AnyItem): Ident | null => {
  switch (item.kind) {
    case "Function":
      return item.fn.name;
    case "App":
    case "Test":
      return null;
    default:
      return item.name;
  }
};

/** One pass over the items of a module. */
export const declarationsOf = <I extends AnyItem>(module: {
  readonly path: string;
  readonly items: readonly I[];
}): Declarations<I> => {
  const byName = new Map<string, Declaration<I>>();
  const ids = new Map<I, string>();
  let longest = 1;
  for (const item of module.items) {
    const name = nameOf(item)?.name;
    if (name === undefined) continue;
    const id = declarationId(module.path, name);
    if (byName.has(name)) {
      ids.set(item, `${id}#${ids.size}`);
    } else {
      byName.set(name, { id, name, item });
      ids.set(item, id);
      longest = Math.max(longest, name.split(".").length);
    }
  }
  return { path: module.path, byName, ids, longest };
};
