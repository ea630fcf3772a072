// share-walks: a place that is read and then stored into is walked to once.
//
// `o.at.x = o.at.x + 1` reads its way to the place, and walks there again to store, where each part is made unique.
// Parts may as well be made unique when they are read: nobody sees a copy, and the store uses the parts that were read.

import { right } from "fp-ts/These";
import type { FormOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Owned, type OwnedGrammar } from "../../ir/owned.ts";
import { isManaged } from "../../ir/ownership.ts";
import { plain } from "../../ir/types.ts";
import type { Expr, ExprForm, Form, Stmt } from "../own/nodes.ts";
import { eachUse, firstOperand, givesPart, givesPlace } from "../own/operands.ts";
import { isSamePlace, type Parts, type Place, partsOf } from "../own/places.ts";

type Store = Form<"StoreField"> | Form<"StoreItem">;
type Read = ExprForm<"GetField"> | ExprForm<"Prim">;

/** A walk to a place: `Unique` of a variable, the parts on the way, the store. */
interface Walk {
  readonly start: number;
  readonly end: number;
  /** What is stored into. */
  readonly place: Place;
}

/** So many statements are looked at to find a read: a bound, so that all of it takes linear time. */
const FARTHEST = 60;

const isStore = (node: Stmt): node is Store => node.kind === "StoreField" || node.kind === "StoreItem";

const walkTo = (statements: readonly Stmt[], end: number, { placeOf }: Parts): Walk | undefined => {
  let start = end - 1;
  let node = statements[start];
  if (!isStore(statements[end]!) || node?.kind !== "Let") return undefined;
  const place = givesPlace(node.value) ? placeOf(node.value) : undefined;
  while (node?.kind === "Let" && givesPlace(node.value)) node = statements[--start];
  const isWhole = node?.kind === "Unique" && node.local.id === place?.root;
  return isWhole && place?.steps.length === end - 1 - start ? { start, end, place } : undefined;
};

/** Whether the expression reads a part that a walk could make unique. */
const isRead = (value: Expr): value is Read =>
  value.kind === "GetField"
    ? plain(value.base.type).kind === "Struct"
    : value.kind === "Prim" && value.op === "list.get";

/** Whether the statement neither changes nor frees anything, nor gives anybody a reference. */
const onlyReads = (node: Stmt): node is Form<"Let"> => {
  if (node.kind !== "Let" || givesPlace(node.value)) return false;
  const { value } = node;
  if (isManaged(node.type) && !givesPart(value)) return false;
  if (value.kind !== "GetField" && value.kind !== "Prim" && value.kind !== "IsVariant") return false;
  let takes = false;
  eachUse(node, NO_CALLS, (atom, taken) => {
    takes ||= taken && isManaged(atom.type);
  });
  return !takes;
};
const NO_CALLS = (): boolean => true;

/** The reads on the way to the walk's place, from the last to the first, if they stand in front of the walk. */
const readsBefore = (
  statements: readonly Stmt[],
  { start, place }: Walk,
  parts: Parts,
): readonly number[] => {
  const reads: number[] = [];
  const defined = new Set<number>();
  let wanted: number | undefined;
  for (let i = start - 1; i >= 0 && i > start - FARTHEST; i--) {
    const node = statements[i]!;
    if (!onlyReads(node)) return [];
    const isNext = wanted === undefined ? leadsTo(node, place, parts) : node.local.id === wanted;
    defined.add(node.local.id);
    if (!isNext) continue;
    if (!isRead(node.value)) return [];
    reads.push(i);
    wanted = (firstOperand(node.value) as FormOf<OwnedGrammar, "Atom", "Local">).local.id;
    if (wanted !== place.root) continue;
    const moves = defined.has(place.root) || place.steps.some((step) => isOneOf(step, defined));
    return moves ? [] : reads;
  }
  return [];
};

const leadsTo = ({ local, value }: Form<"Let">, place: Place, { keeperOf, placeOf }: Parts): boolean => {
  const read = placeOf(value);
  return read !== undefined && isSamePlace(read, place) && keeperOf(local.id) === place.root;
};

const isOneOf = (step: Place["steps"][number], locals: ReadonlySet<number>): boolean =>
  typeof step !== "number" && step.kind === "Local" && locals.has(step.local.id);

/** The read as a step of a walk. */
const asPart = (node: Form<"Let">): Stmt => {
  const value = node.value as Read;
  const { at, type } = value;
  if (value.kind === "GetField")
    return { ...node, value: { kind: "PartOfField", at, type, index: value.index, base: value.base } };
  const [base, index] = value.args;
  return { ...node, value: { kind: "PartOfItem", at, type, base: base!, index: index! } };
};

/** The statements of a block, each walk to what was read before it shared. */
const shared = (statements: readonly Stmt[], parts: Parts): readonly Stmt[] => {
  const now: (readonly Stmt[])[] = statements.map((each) => [each]);
  let changed = false;
  statements.forEach((store, end) => {
    const walk = walkTo(statements, end, parts);
    const reads = walk ? readsBefore(statements, walk, parts) : [];
    const [last] = reads;
    if (!walk || last === undefined || !isStore(store)) return;
    for (const read of reads) now[read] = [asPart(statements[read] as Form<"Let">)];
    const first = reads.at(-1)!;
    now[first] = [statements[walk.start]!, ...now[first]!];
    for (let i = walk.start; i < end; i++) now[i] = [];
    const { local } = statements[last] as Form<"Let">;
    now[end] = [{ ...store, base: { ...store.base, kind: "Local", local } as Store["base"] }];
    changed = true;
  });
  return changed ? now.flat() : statements;
};

const program = rewrite<OwnedGrammar, OwnedGrammar, Parts>(Owned, Owned, {
  Function: {
    Function: (n, to) => {
      const body = to.Block(n.body, partsOf(n));
      return body === n.body ? n : { ...n, body };
    },
  },
  Block: {
    Block: (n, to, parts) => {
      const statements = shared(n.statements, parts);
      const inner = statements.map((each) => to.Stmt(each, parts));
      return inner.every((each, i) => each === n.statements[i]) && inner.length === n.statements.length
        ? n
        : { ...n, statements: inner };
    },
  },
});

const none: Parts = { keeperOf: (id) => id, placeOf: () => undefined };

export const shareWalks = pass({
  name: "share-walks",
  purpose: "Walks once to a place that is read and then stored into.",
  from: Owned,
  to: Owned,
  optional: true,
  run: (given) => right(program.Program(given, none)),
});
