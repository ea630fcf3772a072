// Chains of branches as nested `if`s, which do not nest deeper the longer a chain is.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { TreesGrammar } from "../../ir/matched.ts";
import { BOOL } from "../../ir/types.ts";
import { type Frame, freshVar } from "../fresh.ts";
import { assign, block, bool, letBe, use } from "./build.ts";

type Expr = NodeOf<TreesGrammar, "Expr">;
export type Stmt = NodeOf<TreesGrammar, "Stmt">;
export type Block = NodeOf<TreesGrammar, "Block">;

export interface Branch {
  readonly at: number;
  readonly condition: Expr;
  readonly body: Block;
}

/** So many branches are nested; a longer chain goes on behind, if none of them was taken. */
const NESTED = 32;

/** The first branch whose condition holds runs, else `otherwise`. */
export const chain = (
  branches: readonly Branch[],
  otherwise: Block | null,
  frame: Frame,
): readonly Stmt[] => {
  if (branches.length === 0) return otherwise?.statements ?? [];
  if (branches.length <= NESTED) return [nested(branches, otherwise)];
  const open = freshVar(frame, "open");
  const set = (value: boolean): Stmt => assign<Expr>(open, bool(value));
  const statements: Stmt[] = [letBe(open, bool(true))];
  for (let start = 0; start < branches.length; start += NESTED) {
    const group = branches.slice(start, start + NESTED);
    const last = start + NESTED >= branches.length;
    const ifs = nested(group, last ? otherwise : block([set(true)]));
    const { at } = group[0]!;
    statements.push({
      ...{ kind: "If", at, condition: use(open, BOOL, at) },
      ...{ whenTrue: block([set(false), ifs], at), whenFalse: null },
    });
  }
  return statements;
};

const nested = (branches: readonly Branch[], otherwise: Block | null): Stmt => {
  const [first, ...rest] = branches;
  const inner = rest.reduceRight<Block | null>(
    (whenFalse, branch) => block<Stmt>([ifOf(branch, whenFalse)], branch.at),
    otherwise,
  );
  return ifOf(first!, inner);
};

const ifOf = ({ at, condition, body }: Branch, whenFalse: Block | null): Stmt => ({
  ...{ kind: "If", at, condition },
  ...{ whenTrue: body, whenFalse },
});
