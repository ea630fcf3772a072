// Which parts, read out of something, are used only while that keeps them.

import { fails } from "./leaving.ts";
import { type Block, eachStatement, type Fn, type Stmt } from "./nodes.ts";
import { eachUse, firstOperand, givesPart, type Takes } from "./operands.ts";

/** How many statements are looked at to find where a part is given up: a bound, so that all of it takes linear time. */
const FARTHEST = 200;

/** What a function does with its locals, wherever it stands. */
interface Habits {
  /** Defined more than once, assigned, taken over or changed. */
  readonly unsteady: ReadonlySet<number>;
  /** The local that a part is read from. */
  readonly bases: ReadonlyMap<number, number>;
  readonly takes: Takes;
}

const habitsOf = (fn: Fn, takes: Takes): Habits => {
  const seen = new Set<number>();
  const unsteady = new Set<number>();
  const bases = new Map<number, number>();
  const dups = new Set<number>();
  const once = (id: number, among: Set<number>): void => {
    if (among.has(id)) unsteady.add(id);
    among.add(id);
  };
  eachStatement(fn.body, (node) => {
    eachUse(node, takes, (atom, taken) => {
      if (taken && atom.kind === "Local") unsteady.add(atom.local.id);
    });
    switch (node.kind) {
      case "Let": {
        once(node.local.id, seen);
        const base = givesPart(node.value) ? firstOperand(node.value) : undefined;
        if (base?.kind === "Local") bases.set(node.local.id, base.local.id);
        return;
      }
      case "Dup":
        return once(node.local.id, dups);
      case "Assign":
      case "Unique":
      case "Recycle":
        unsteady.add(node.local.id);
    }
  });
  return { unsteady, bases, takes };
};

/**
 * Where a search along the ways from a point on ends: the part was given up on each ("given up"); what keeps it may be
 * gone or changed before that, or the way is too long ("lost"); or they lead on, with so many references of the keeper.
 */
type Found = "given up" | "lost" | number;

interface Search {
  readonly part: number;
  readonly keeper: number;
  readonly takes: Takes;
  left: number;
}

/** How the statement changes the references of the keeper; null where that is changed itself. */
const changeOf = (node: Stmt, { keeper, takes }: Search): number | null => {
  let change = 0;
  eachUse(node, takes, (atom, taken) => {
    if (taken && atom.kind === "Local" && atom.local.id === keeper) change--;
  });
  switch (node.kind) {
    case "Dup":
      return node.local.id === keeper ? 1 : 0;
    case "Drop":
      return node.local.id === keeper ? -1 : 0;
    case "Let":
    case "Assign":
    case "Unique":
    case "Recycle":
      return node.local.id === keeper ? null : change;
    default:
      return change;
  }
};

const alongStatement = (node: Stmt, count: number, search: Search): Found => {
  switch (node.kind) {
    case "Drop":
      return node.local.id === search.part ? "given up" : count;
    case "If": {
      const ways = [node.whenTrue, node.whenFalse ?? NOTHING].map((block) =>
        along(block.statements, 0, count, search),
      );
      const open = ways.filter((way) => way !== "given up");
      if (open.length === 0) return "given up";
      return open.every((way) => way === open[0]) ? open[0]! : "lost";
    }
    case "Loop": {
      const ways = [node.test, node.body, node.step].map((block) =>
        along(block.statements, 0, count, search),
      );
      return ways.every((way) => way === "given up" || way === count) ? count : "lost";
    }
    default:
      return fails(node) ? "given up" : count;
  }
};
const NOTHING: Pick<Block, "statements"> = { statements: [] };

/** Follows the ways through some statements, with so many references of the keeper. */
const along = (statements: readonly Stmt[], from: number, references: number, search: Search): Found => {
  let count = references;
  for (let i = from; i < statements.length; i++) {
    if (search.left-- === 0) return "lost";
    const node = statements[i]!;
    const change = changeOf(node, search);
    if (change === null || count + change < 1) return "lost";
    const found = alongStatement(node, count + change, search);
    if (typeof found === "string") return found;
    count = found;
  }
  return count;
};

/**
 * The parts whose references are not needed: each is defined once, only borrowed, given up on every way, and until then
 * the owner that it was read from goes on holding it unchanged.
 */
export const keptParts = (fn: Fn, takes: Takes): ReadonlySet<number> => {
  const { unsteady, bases } = habitsOf(fn, takes);
  const keepers = new Map<number, number>();
  const visit = ({ statements }: { readonly statements: readonly Stmt[] }): void =>
    statements.forEach((node, i) => {
      if (node.kind === "If") for (const each of [node.whenTrue, node.whenFalse]) each && visit(each);
      if (node.kind === "Loop") for (const each of [node.test, node.body, node.step]) visit(each);
      const base = node.kind === "Dup" ? bases.get(node.local.id) : undefined;
      if (node.kind !== "Dup" || base === undefined || unsteady.has(node.local.id)) return;
      const keeper = keepers.get(base) ?? base;
      const search = { part: node.local.id, keeper, takes, left: FARTHEST };
      if (along(statements, i + 1, 1, search) === "given up") keepers.set(node.local.id, keeper);
    });
  visit(fn.body);
  return new Set(keepers.keys());
};
