// move-parts: what is read from a place only to be replaced there is moved out, so that it can change in place.
//
// `o.items = o.items + [x]` reads the list, so that the struct and the new owner both hold it, and the append would
// copy it. Behind the read the place is given null, until it is given the new list.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Owned, type OwnedGrammar } from "../../ir/owned.ts";
import type { Type } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { mayLeave } from "./leaving.ts";
import { type Atom, blocksOf, dup, type Expr, type Form, type Stmt, use } from "./nodes.ts";
import { eachUse, givesPlace } from "./operands.ts";
import { isSamePlace, type Parts, type Place, partsOf, type Step } from "./places.ts";

interface Context extends Frame {
  readonly parts: Parts;
}

type Store = Form<"StoreField"> | Form<"StoreItem"> | Form<"StoreKey">;

/** A walk to a place: `Unique` of a variable, the parts on the way, the store. */
interface Walk {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/** So many statements are looked at to find a read: a bound, so that all of it takes linear time. */
const FARTHEST = 200;

// ---- The walk to a store --------------------------------------------------------------------------------

const isStore = (node: Stmt): node is Store =>
  node.kind === "StoreField" || node.kind === "StoreItem" || node.kind === "StoreKey";

const stepOfStore = (node: Store): Step => (node.kind === "StoreKey" ? node.key : node.index);

const walkTo = (statements: readonly Stmt[], end: number, { placeOf }: Parts): Walk | undefined => {
  const store = statements[end]!;
  if (!isStore(store) || store.base.kind !== "Local") return undefined;
  let start = end - 1;
  let node = statements[start];
  let last: Expr | undefined;
  while (node && (node.kind === "Dup" || (node.kind === "Let" && givesPlace(node.value)))) {
    if (node.kind === "Let") last ??= node.value;
    node = statements[--start];
  }
  if (node?.kind !== "Unique") return undefined;
  const way = last ? placeOf(last) : { root: node.local.id, steps: [] };
  if (way?.root !== node.local.id) return undefined;
  return { start, end, place: { root: way.root, steps: [...way.steps, stepOfStore(store)] } };
};

/** The walk once more, to store null; its parts are new locals. */
const emptied = (
  statements: readonly Stmt[],
  { start, end }: Walk,
  type: Type,
  frame: Frame,
): readonly Stmt[] => {
  let base: Atom | undefined;
  return statements.slice(start, end + 1).flatMap((node): readonly Stmt[] => {
    if (isStore(node)) {
      const { at } = node;
      // the store that follows needs its key, too
      const key = node.kind === "StoreKey" && node.key.kind === "Local" ? [dup(node.key.local, at)] : [];
      return [...key, { ...node, base: base ?? node.base, value: { kind: "Null", at, type } }];
    }
    if (node.kind !== "Let") return node.kind === "Unique" ? [node] : [];
    const value = { ...node.value, ...(base && { base }) } as Expr;
    const local = fresh(frame, node.local.name);
    base = use(local, node.type, node.at);
    return [{ ...node, local, value }];
  });
};

// ---- The read before it ---------------------------------------------------------------------------------

interface Search {
  readonly place: Place;
  readonly parts: Parts;
  /** The locals that are steps of the place. */
  readonly keys: ReadonlySet<number>;
  left: number;
}

/** Whether the statement only reads another field of the root, and what it reads is its own. */
const readsAside = (node: Stmt, { place, parts }: Search): boolean => {
  if (node.kind !== "Let" || node.value.kind !== "GetField") return false;
  const { base, index } = node.value;
  const isOther = base.kind === "Local" && base.local.id === place.root && index !== place.steps[0];
  return isOther && parts.keeperOf(node.local.id) === node.local.id;
};

/** Whether the statement has to do with what the root holds, changes a step, or is one too many to look at. */
const interferes = (node: Stmt, search: Search): boolean => {
  const { place, parts, keys } = search;
  if (search.left-- <= 0) return true;
  if (readsAside(node, search)) return keys.has((node as Form<"Let">).local.id);
  const defines = node.kind === "Let" || node.kind === "Assign";
  let found = "local" in node && parts.keeperOf(node.local.id) === place.root;
  found ||= defines && keys.has(node.local.id);
  eachUse(
    node,
    () => false,
    (atom) => void (found ||= atom.kind === "Local" && parts.keeperOf(atom.local.id) === place.root),
  );
  return (
    found ||
    blocksOf(node).some((block) =>
      (block.statements as readonly Stmt[]).some((each) => interferes(each, search)),
    )
  );
};

/** The position of the `Dup` of what is read from the place last, if nothing has to do with the root since. */
const readBefore = (statements: readonly Stmt[], walk: Walk, parts: Parts): number | undefined => {
  const { place } = walk;
  const keys = new Set(
    place.steps.flatMap((step) => (typeof step !== "number" && step.kind === "Local" ? [step.local.id] : [])),
  );
  const search: Search = { place, parts, keys, left: FARTHEST };
  for (let i = walk.start - 1; i > 0; i--) {
    const [node, before] = [statements[i]!, statements[i - 1]!];
    if (node.kind === "Dup" && before.kind === "Let" && before.local.id === node.local.id) {
      const read = parts.placeOf(before.value);
      if (read && isSamePlace(read, place)) return i;
    }
    if (mayLeave(node) || interferes(node, search)) return undefined;
  }
  return undefined;
};

// ---- The pass -------------------------------------------------------------------------------------------

/** For each read of a block that is to be moved out what goes behind it. */
const moves = (statements: readonly Stmt[], context: Context): ReadonlyMap<number, readonly Stmt[]> => {
  const found = new Map<number, readonly Stmt[]>();
  statements.forEach((_, end) => {
    const walk = walkTo(statements, end, context.parts);
    const read = walk && readBefore(statements, walk, context.parts);
    if (!walk || read === undefined) return;
    const { type } = statements[read - 1] as Form<"Let">;
    found.set(read, emptied(statements, walk, type, context));
  });
  return found;
};

const program = rewrite<OwnedGrammar, OwnedGrammar, Context>(Owned, Owned, {
  Function: {
    Function: (n, to) => {
      const now = inFrame(n, { parts: partsOf(n) }, to.Block);
      return now.body === n.body ? n : now;
    },
  },
  Block: {
    Block: (n, to, context) => {
      const behind = moves(n.statements, context);
      const statements = n.statements.flatMap((each, i) => [
        to.Stmt(each, context),
        ...(behind.get(i) ?? []),
      ]);
      const same = behind.size === 0 && statements.every((each, i) => each === n.statements[i]);
      return same ? n : { ...n, statements };
    },
  },
});

const none: Parts = { keeperOf: (id) => id, placeOf: () => undefined };

export const moveParts = pass({
  name: "move-parts",
  purpose: "Moves what is read from a place out of it, where a new value is on its way there.",
  from: Owned,
  to: Owned,
  optional: true,
  run: (given) => right(program.Program(given, { locals: 0, parts: none })),
});
