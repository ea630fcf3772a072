// join-texts: a text that is put together of many pieces is written down once, without the texts on the way.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite, traverse } from "../../ir/framework/rewrite.ts";
import { Returned, type ReturnedGrammar } from "../../ir/owned.ts";

type Block = NodeOf<ReturnedGrammar, "Block">;
type Stmt = NodeOf<ReturnedGrammar, "Stmt">;
type Expr = NodeOf<ReturnedGrammar, "Expr">;
type Atom = NodeOf<ReturnedGrammar, "Atom">;

/** How often each local of the function is used. */
type Uses = ReadonlyMap<number, number>;

const uses = traverse<ReturnedGrammar, Map<number, number>>(Returned, {
  Atom: { Local: ({ local }, _, counts) => void counts.set(local.id, (counts.get(local.id) ?? 0) + 1) },
  Expr: { Local: ({ local }, _, counts) => void counts.set(local.id, (counts.get(local.id) ?? 0) + 1) },
});

/** What an expression is the joined text of, or undefined. */
const piecesOf = (value: Expr): readonly Atom[] | undefined => {
  if (value.kind === "JoinTexts") return value.pieces;
  if (value.kind !== "Prim") return undefined;
  return value.op === "text.concat" || value.op === "int.text" ? value.args : undefined;
};

/** Texts that were made in the block and not used yet, while their pieces are what they were. */
type Made = Map<number, { readonly pieces: readonly Atom[]; readonly index: number }>;

/** The pieces, with those of texts that were made for them alone; their statements are left out. */
const flattened = (pieces: readonly Atom[], made: Made, written: (Stmt | null)[]): readonly Atom[] =>
  pieces.flatMap((piece) => {
    const parts = piece.kind === "Local" ? made.get(piece.local.id) : undefined;
    if (!parts) return [piece];
    written[parts.index] = null;
    return parts.pieces;
  });

/** The value without texts on the way to it. A text form alone, or two texts, are an operation of their own. */
const joined = (value: Expr, made: Made, written: (Stmt | null)[]): Expr => {
  const pieces = piecesOf(value);
  if (!pieces || (value.kind === "Prim" && value.op === "int.text")) return value;
  const all = flattened(pieces, made, written);
  if (all === pieces || all.every((piece, i) => piece === pieces[i])) return value;
  return { kind: "JoinTexts", at: value.at, type: value.type, pieces: all };
};

const statements = ({ statements }: Block, counts: Uses): readonly Stmt[] => {
  const made: Made = new Map();
  const written: (Stmt | null)[] = [];
  for (const node of statements) {
    const value = "value" in node && node.value ? joined(node.value as Expr, made, written) : undefined;
    written.push(value === undefined || value === (node as { value?: Expr }).value ? node : ({ ...node, value } as Stmt));
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
      const counts = new Map<number, number>();
      uses.Block(n.body, counts);
      const body = to.Block(n.body, counts);
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
