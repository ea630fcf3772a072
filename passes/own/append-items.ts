// append-items: what is appended to a list needs no list of its own.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Returned, type ReturnedGrammar } from "../../ir/owned.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { letBe, use } from "./nodes.ts";
import { type Uses, usesIn } from "./uses.ts";

type Block = NodeOf<ReturnedGrammar, "Block">;
type Stmt = NodeOf<ReturnedGrammar, "Stmt">;
type Expr = NodeOf<ReturnedGrammar, "Expr">;
type Atom = NodeOf<ReturnedGrammar, "Atom">;

interface Context extends Frame {
  /** How often each local of the function is used. */
  readonly uses: Uses;
}

/** A list that is appended, and the list that it is appended to. */
const concatenation = (value: Expr) => {
  if (value.kind !== "Prim" || value.op !== "list.concat") return undefined;
  const [base, added] = value.args;
  return base && added?.kind === "Local" ? { base, added: added.local.id } : undefined;
};

/** Appends the items one by one; the last operation stands for the value. */
const appended = (value: Expr, base: Atom, items: readonly Atom[], to: Stmt[], context: Context): Expr => {
  const { at, type } = value;
  const append = (list: Atom, item: Atom): Expr => ({
    ...{ kind: "Prim", at, type, op: "list.append", args: [list, item] },
  });
  const before = items.slice(0, -1).reduce<Atom>((list, item) => {
    const local = fresh(context, "grown");
    to.push(letBe(local, type, append(list, item), at));
    return use(local, type, at);
  }, base);
  return append(before, items.at(-1)!);
};

/** Lists that were made in the block and not used yet, while their items are what they were. */
type Made = Map<number, { readonly items: readonly Atom[]; readonly index: number }>;

const statements = (block: Block, context: Context): readonly Stmt[] => {
  const made: Made = new Map();
  const written: (Stmt | null)[] = [];
  for (const node of block.statements) {
    const found = "value" in node && node.value ? concatenation(node.value as Expr) : undefined;
    const list = found && made.get(found.added);
    if (list) {
      const before: Stmt[] = [];
      const value = appended((node as { value: Expr }).value, found.base, list.items, before, context);
      written[list.index] = null;
      written.push(...before, { ...node, value } as Stmt);
    } else written.push(node);
    if (node.kind === "Assign" || node.kind === "If" || node.kind === "Loop") made.clear();
    if (node.kind === "Let" && node.value.kind === "MakeList" && node.value.items.length > 0) {
      const once = context.uses.get(node.local.id) === 1;
      if (once) made.set(node.local.id, { items: node.value.items, index: written.length - 1 });
    }
  }
  return written.filter((each) => each !== null);
};

const program = rewrite<ReturnedGrammar, ReturnedGrammar, Context>(Returned, Returned, {
  Function: {
    Function: (n, to) => {
      const now = inFrame(n, { uses: usesIn(n.body) }, to.Block);
      return now.body === n.body ? n : now;
    },
  },
  Block: {
    Block: (n, to, context) => {
      const inner = n.statements.map((each) => to.Stmt(each, context));
      const kept = inner.every((each, i) => each === n.statements[i]) ? n : { ...n, statements: inner };
      const now = statements(kept, context);
      return now.length === kept.statements.length && now.every((each, i) => each === kept.statements[i])
        ? kept
        : { ...kept, statements: now };
    },
  },
});

export const appendItems = pass({
  name: "append-items",
  purpose: "Appends items to lists without lists around them.",
  from: Returned,
  to: Returned,
  optional: true,
  run: (given) => right(program.Program(given, { locals: 0, uses: new Map() })),
});
