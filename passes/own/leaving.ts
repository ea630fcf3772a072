// Where control does not go on.

import { type BareBlock, type BareStmt, type Block, blocksOf, type Stmt } from "./nodes.ts";

/** Whether the statement ends the run. */
export const fails = (node: BareStmt | Stmt): boolean =>
  (node.kind === "Do" || node.kind === "Let") && node.value.kind === "Prim" && node.value.op === "fail";

/** A property of blocks that is looked for once in each. */
const remembered = (property: (block: BareBlock | Block) => boolean) => {
  const known = new WeakMap<BareBlock | Block, boolean>();
  return (block: BareBlock | Block): boolean => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const holds = property(block);
    known.set(block, holds);
    return holds;
  };
};

/** Whether control never reaches the end of the block. */
export const isClosed = remembered(({ statements }) => statements.some(leaves));

/** Whether control never reaches what stands behind the statement. */
export const leaves = (node: BareStmt | Stmt): boolean => {
  switch (node.kind) {
    case "Return":
    case "Break":
    case "Continue":
      return true;
    case "If":
      return node.whenFalse !== null && isClosed(node.whenTrue) && isClosed(node.whenFalse);
    default:
      return fails(node);
  }
};

/** The statements of a block that control can reach. */
export const reached = ({ statements }: BareBlock): readonly BareStmt[] => {
  const last = statements.findIndex(leaves);
  return last < 0 ? statements : statements.slice(0, last + 1);
};

const hasExit = remembered(({ statements }) => statements.some(mayLeave));

/** Whether control may leave the block that the statement stands in before it comes to the next one. */
export const mayLeave = (node: BareStmt | Stmt): boolean => leaves(node) || blocksOf(node).some(hasExit);
