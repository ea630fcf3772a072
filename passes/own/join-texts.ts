// join-texts: a text that is put together of many pieces is written down once, without the texts on the way.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Returned, type ReturnedGrammar } from "../../ir/owned.ts";
import { type Uses, usesIn } from "./uses.ts";

type Block = NodeOf<ReturnedGrammar, "Block">;
type Stmt = NodeOf<ReturnedGrammar, "Stmt">;
type Expr = NodeOf<ReturnedGrammar, "Expr">;
type Atom = NodeOf<ReturnedGrammar, "Atom">;

/** What an expression is the joined text of, or undefined. */
const piecesOf = (value: Expr): readonly Atom[] | undefined => {
  if (value.kind === "JoinTexts") return value.pieces;
  if (value.kind !== "Prim") return undefined;
  return value.op === "text.concat" || value.op === "int.text" ? value.args : undefined;
};

/** Texts that were made in the block and not used yet, while their pieces are what they were. */
type Made = Map<number, { readonly pieces: readonly Atom[]; readonly index: number }>;

/** So many pieces at most: a longer chain is joined in several steps, each of which appends to the one before. */
const MOST = 32;

/** The value without texts on the way to it; their statements are left out. */
const joined = (value: Expr, made: Made, written: (Stmt | null)[]): Expr => {
  if (value.kind !== "Prim" || value.op !== "text.concat") return value;
  const parts = value.args.flatMap((each) => (each.kind === "Local" ? (made.get(each.local.id) ?? []) : []));
  const pieces = value.args.flatMap((each) =>
    each.kind === "Local" ? (made.get(each.local.id)?.pieces ?? [each]) : [each],
  );
  if (parts.length === 0 || pieces.length > MOST) return value;
  for (const { index } of parts) written[index] = null;
  return { kind: "JoinTexts", at: value.at, type: value.type, pieces };
};

const statements = ({ statements }: Block, counts: Uses): readonly Stmt[] => {
  const made: Made = new Map();
  const written: (Stmt | null)[] = [];
  for (const node of statements) {
    const value = "value" in node && node.value ? joined(node.value as Expr, made, written) : undefined;
    written.push(
      value === undefined || value === (node as { value?: Expr }).value ? node : ({ ...node, value } as Stmt),
    );
    if (node.kind === "Assign" || node.kind === "If" || node.kind === "Loop") made.clear();
    if (node.kind === "Let" && counts.get(node.local.id) === 1) {
      const pieces = piecesOf(value!);
      if (pieces) made.set(node.local.id, { pieces, index: written.length - 1 });
    }
  }
  return written.filter((each) => each !== null);
};

const program = rewrite<ReturnedGrammar, ReturnedGrammar, Uses>(Returned, Returned, {
  Function: {
    Function: (n, to) => {
      const body = to.Block(n.body, usesIn(n.body));
      return body === n.body ? n : { ...n, body };
    },
  },
  Block: {
    Block: (n, to, counts) => {
      const inner = n.statements.map((each) => to.Stmt(each, counts));
      const now = statements({ ...n, statements: inner }, counts);
      return now.length === inner.length && now.every((each, i) => each === n.statements[i])
        ? n
        : { ...n, statements: now };
    },
  },
});

export const joinTexts = pass({
  name: "join-texts",
  purpose: "Puts texts of many pieces together at once.",
  from: Returned,
  to: Returned,
  optional: true,
  run: (given) => right(program.Program(given, new Map())),
});
