// What the loops of a function use from outside.

import type { Holdings } from "./holdings.ts";
import type { BareBlock, BareStmt } from "./nodes.ts";
import { eachUse } from "./operands.ts";

export interface LoopUse {
  /** The owners from outside that it uses somewhere: it keeps them from the first round to the end. */
  readonly outer: ReadonlySet<number>;
  /** The owners that its test binds for the round: they live until the loop is left, too. */
  readonly tested: ReadonlySet<number>;
}
export type LoopUses = ReadonlyMap<BareStmt, LoopUse>;

interface Scope {
  readonly used: Set<number>;
  readonly defined: Set<number>;
}
const scope = (): Scope => ({ used: new Set(), defined: new Set() });

const never = (): boolean => false;

/** Each block is looked through once, each loop's uses are handed to the loop around. */
export const loopUsesOf = (body: BareBlock, { ownerOf }: Holdings): LoopUses => {
  const uses = new Map<BareStmt, LoopUse>();

  const note = (id: number, { used }: Scope): void => {
    const owner = ownerOf(id);
    if (owner !== undefined) used.add(owner);
  };
  const visitBlock = ({ statements }: BareBlock, into: Scope): Scope => {
    for (const node of statements) {
      eachUse(node, never, (atom) => {
        if (atom.kind === "Local") note(atom.local.id, into);
      });
      visit(node, into);
    }
    return into;
  };
  const visit = (node: BareStmt, into: Scope): void => {
    switch (node.kind) {
      case "Let":
        into.defined.add(node.local.id);
        break;
      case "Unique":
        note(node.local.id, into);
        break;
      case "If":
        visitBlock(node.whenTrue, into);
        if (node.whenFalse) visitBlock(node.whenFalse, into);
        break;
      case "Loop": {
        const test = visitBlock(node.test, scope());
        const round = visitBlock(node.step, visitBlock(node.body, scope()));
        const inside = (id: number): boolean => test.defined.has(id) || round.defined.has(id);
        const outer = new Set([...test.used, ...round.used].filter((id) => !inside(id)));
        const tested = new Set([...test.defined].filter((id) => round.used.has(id)));
        uses.set(node, { outer, tested });
        for (const id of outer) into.used.add(id);
      }
    }
  };

  visitBlock(body, scope());
  return uses;
};
