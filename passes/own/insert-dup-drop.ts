// insert-dup-drop: references are counted exactly, and given up where they are last needed.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Borrowed, type BorrowedGrammar, Owned, type OwnedGrammar } from "../../ir/owned.ts";
import { counted } from "./counting.ts";
import type { Takes } from "./operands.ts";

const program = rewrite<BorrowedGrammar, OwnedGrammar, Takes>(Borrowed, Owned, {
  Function: { Function: (n, _, takes) => counted(n, takes) },
  Expr: {
    MakeStruct: (n) => ({ ...n, memory: null }),
    MakeVariant: (n) => ({ ...n, memory: null }),
  },
});

/**
 * Reference counting by liveness, as in Reinking, Xie, de Moura and Leijen, "Perceus" (2021): what is taken over moves
 * at its last use and is duplicated before, what is borrowed is dropped behind its last use.
 */
export const insertDupDrop = pass({
  name: "insert-dup-drop",
  purpose: "Counts references, each given up where it is last needed.",
  from: Borrowed,
  to: Owned,
  run: (given) => {
    const params = new Map(given.functions.map((fn) => [fn.id, fn.params]));
    return right(program.Program(given, (id, position) => !params.get(id)?.[position]?.borrowed));
  },
});
