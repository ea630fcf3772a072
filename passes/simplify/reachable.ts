// A function without what is never reached: the branch that a constant rules out, what stands behind a jump.

import { leaves } from "./effects.ts";
import { type Block, type Stmt, withStatements } from "./nodes.ts";

/** A block, and whether control reaches its end. */
interface Reached {
  readonly block: Block;
  readonly open: boolean;
}

/** Where control comes to, and whether it goes on behind. */
interface Continued {
  /** One statement as it is now, or those in its place. */
  readonly statements: readonly Stmt[];
  readonly open: boolean;
}

export const reachable = (body: Block): Block => reachedBlock(body).block;

const reachedBlock = (old: Block): Reached => {
  const statements: Stmt[] = [];
  let open = true;
  for (const each of old.statements) {
    if (!open) break;
    const now = reachedStatement(each);
    for (const statement of now.statements) statements.push(statement);
    open = now.open;
  }
  const same =
    statements.length === old.statements.length && statements.every((each, i) => each === old.statements[i]);
  return { block: same ? old : withStatements(old, statements), open };
};

const reachedStatement = (node: Stmt): Continued => {
  switch (node.kind) {
    case "If":
      return reachedIf(node);
    case "Loop":
      return reachedLoop(node);
    default:
      return { statements: [node], open: !leaves(node) };
  }
};

const reachedIf = (node: Stmt & { readonly kind: "If" }): Continued => {
  const { condition } = node;
  if (condition.kind === "Bool") {
    const taken = condition.value ? node.whenTrue : node.whenFalse;
    const reached = taken && reachedBlock(taken);
    return reached ? { statements: reached.block.statements, open: reached.open } : NOTHING;
  }
  const whenTrue = reachedBlock(node.whenTrue);
  const whenFalse = node.whenFalse && reachedBlock(node.whenFalse);
  const open = whenTrue.open || (whenFalse?.open ?? true);
  const same = whenTrue.block === node.whenTrue && (whenFalse?.block ?? null) === node.whenFalse;
  const now = same ? node : { ...node, whenTrue: whenTrue.block, whenFalse: whenFalse?.block ?? null };
  return { statements: [now], open };
};

const NOTHING: Continued = { statements: [], open: true };

/** What stands behind a loop counts as reached. A round that never comes leaves its test, which is made once. */
const reachedLoop = (node: Stmt & { readonly kind: "Loop" }): Continued => {
  const { block: test, open } = reachedBlock(node.test);
  const { condition } = node;
  if (!open || (condition.kind === "Bool" && !condition.value)) return { statements: test.statements, open };
  const body = reachedBlock(node.body).block;
  const step = reachedBlock(node.step).block;
  const same = test === node.test && body === node.body && step === node.step;
  return { statements: [same ? node : { ...node, test, body, step }], open: true };
};
