// Which locals of a function hold references of their own, and for which others do.

import { isManaged } from "../../ir/ownership.ts";
import type { Local } from "../../ir/symbols.ts";
import { type BareFn, eachStatement } from "./nodes.ts";
import { firstOperand, givesPlace } from "./operands.ts";
import { typesOf } from "./types-of-locals.ts";

export interface Holdings {
  /** Whether references to what the local holds are counted. */
  readonly isManaged: (id: number) => boolean;
  /** Whether the local has a reference of its own while it is needed: one of a managed type does, but for the two below. */
  readonly isOwner: (id: number) => boolean;
  /**
   * The local whose reference keeps what the local holds: itself; the root of an assignment for a place on the way to
   * what is assigned; none for a borrowed parameter, which the caller keeps.
   */
  readonly ownerOf: (id: number) => number | undefined;
  readonly localOf: (id: number) => Local;
}

export const holdingsOf = (fn: BareFn): Holdings => {
  const managed = new Set([...typesOf(fn)].flatMap(([id, type]) => (isManaged(type) ? [id] : [])));
  const borrowed = new Set(fn.params.flatMap((param) => (param.borrowed ? [param.local.id] : [])));
  const { locals, places } = definitionsOf(fn);
  const ownerOf = (id: number): number | undefined => {
    let owner = id;
    for (let base = places.get(id); base !== undefined; base = places.get(base)) owner = base;
    return managed.has(owner) && !borrowed.has(owner) ? owner : undefined;
  };
  return {
    isManaged: (id) => managed.has(id),
    isOwner: (id) => ownerOf(id) === id,
    ownerOf,
    localOf: (id) => locals.get(id)!,
  };
};

/** The locals by their ids; for each place what it is a part of. */
const definitionsOf = ({ params, body }: BareFn) => {
  const locals = new Map(params.map(({ local }) => [local.id, local]));
  const partOf = new Map<number, number>();
  const found = new Set<number>();
  const roots = new Set<number>();
  eachStatement(body, (node) => {
    if (node.kind === "Let") {
      locals.set(node.local.id, node.local);
      const base = firstOperand(node.value);
      if (base?.kind === "Local") partOf.set(node.local.id, base.local.id);
      if (givesPlace(node.value)) {
        found.add(node.local.id);
        if (base?.kind === "Local") found.add(base.local.id);
      }
    } else if (node.kind === "Unique") roots.add(node.local.id);
    else if ("base" in node && node.base.kind === "Local") found.add(node.base.local.id);
  });
  const places = new Map(
    [...found].flatMap((id) => {
      const base = partOf.get(id);
      return base === undefined || roots.has(id) ? [] : [[id, base] as const];
    }),
  );
  return { locals, places };
};
