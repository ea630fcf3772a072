// For tests: a program in Anf as one in Matched, so that the interpreter can run it.

import type { AnfGrammar } from "../ir/anf.ts";
import type { FormOf, NodeOf } from "../ir/framework/language.ts";
import type { MatchedGrammar } from "../ir/matched.ts";
import { BOOL } from "../ir/types.ts";

type AnfStmt = NodeOf<AnfGrammar, "Stmt">;
type AnfBlock = NodeOf<AnfGrammar, "Block">;
type Stmt = NodeOf<MatchedGrammar, "Stmt">;
type Block = NodeOf<MatchedGrammar, "Block">;

/** Only loops have another form; expressions of Anf are expressions of Matched. */
export const embed = (program: NodeOf<AnfGrammar, "Program">): NodeOf<MatchedGrammar, "Program"> => ({
  ...program,
  functions: program.functions.map((fn) => ({ ...fn, body: blockOf(fn.body) })),
});

const blockOf = ({ at, statements }: AnfBlock): Block => ({
  kind: "Block",
  at,
  statements: statements.map(statementOf),
});

const statementOf = (node: AnfStmt): Stmt => {
  if (node.kind === "Loop") return loopOf(node);
  if (node.kind !== "If") return node;
  const whenFalse = node.whenFalse && blockOf(node.whenFalse);
  return { ...node, whenTrue: blockOf(node.whenTrue), whenFalse };
};

/** A loop without end whose round starts with the test. */
const loopOf = ({ at, test, condition, body, step }: FormOf<AnfGrammar, "Stmt", "Loop">): Stmt => {
  const nothing: Block = { kind: "Block", at, statements: [] };
  const end: Block = { kind: "Block", at, statements: [{ kind: "Break", at }] };
  const leave: Stmt = { kind: "If", at, condition, whenTrue: nothing, whenFalse: end };
  const round = [...blockOf(test).statements, leave, ...blockOf(body).statements];
  return {
    ...{ kind: "Loop", at, condition: { kind: "Bool", at, type: BOOL, value: true } },
    ...{ body: { kind: "Block", at, statements: round }, step: blockOf(step) },
  };
};
