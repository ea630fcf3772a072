// normalise-to-anf: operands become atoms, so that the order of evaluation is the order of statements.

import { right } from "fp-ts/These";
import { Anf, type AnfGrammar, isAtom } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import { Matched, type MatchedGrammar } from "../../ir/matched.ts";
import type { Local } from "../../ir/symbols.ts";
import { NEVER } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { neverEnds } from "./effects.ts";
import { type Atom, type Block, block, type Expr, letBe, perform, type Stmt, use } from "./nodes.ts";

type Operand = NodeOf<MatchedGrammar, "Expr">;
type To = Recur<MatchedGrammar, AnfGrammar, Context>;

/**
 * One object for a whole function, so that the walk takes long left chains without recursion: the first operand of an
 * operation is then rewritten, and has its statements written, before the operation is looked at. So a first operand
 * must be asked for by `to.Expr`.
 */
interface Context extends Frame {
  /** The block that is being written. */
  statements: Stmt[];
  /** What the locals of the `Bind`s around stand for, if not for themselves. */
  readonly bound: Map<number, Atom>;
  /** The locals of all `Bind`s so far: an expression that stands twice in the program binds other locals then. */
  readonly taken: Set<number>;
}

// ---- Values ---------------------------------------------------------------------------------------------

/**
 * The value as an atom; its evaluation goes before. A local stays itself: no expression assigns a local, so nothing
 * that later operands do changes it.
 */
const atomOf = (value: Expr, context: Context, name: Local | null = null): Atom => {
  if (isAtom(value)) return value;
  const { at, type } = value;
  if (neverEnds(value)) {
    context.statements.push(perform(value, at));
    return { kind: "Unit", at, type: NEVER };
  }
  const local = name ?? fresh(context, "value");
  context.statements.push(letBe(local, type, value, at));
  return use(local, type, at);
};

const atom = (node: Operand, to: To, context: Context): Atom => atomOf(to.Expr(node, context), context);

const atoms = (nodes: readonly Operand[], to: To, context: Context): readonly Atom[] =>
  nodes.map((node) => atom(node, to, context));

/** What `write` writes, as a block of its own. */
const blockOf = (at: number, context: Context, write: () => void): Block => {
  const outer = context.statements;
  const statements: Stmt[] = [];
  context.statements = statements;
  write();
  context.statements = outer;
  return block(statements, at);
};

type Bind = NodeOf<MatchedGrammar, "Expr"> & { readonly kind: "Bind" };

/** Evaluates the value of a `Bind`; `body` is written where its local stands for that value. */
const scoped = <R>({ local, value }: Bind, to: To, context: Context, body: () => R): R => {
  const result = to.Expr(value, context);
  const own = context.taken.has(local.id) ? null : local;
  context.taken.add(local.id);
  const outer = context.bound.get(local.id);
  context.bound.set(local.id, atomOf(result, context, own));
  const written = body();
  if (outer) context.bound.set(local.id, outer);
  else context.bound.delete(local.id);
  return written;
};

/** Writes the evaluation of an expression; `settle` makes the statement that takes the value, in each branch. */
const evaluate = (node: Operand, to: To, context: Context, settle: (value: Expr) => Stmt): void => {
  if (node.kind === "Bind") {
    scoped(node, to, context, () => evaluate(node.body, to, context, settle));
  } else if (node.kind === "Choose") {
    const condition = atom(node.condition, to, context);
    const branch = (value: Operand): Block =>
      blockOf(value.at, context, () => evaluate(value, to, context, settle));
    const [whenTrue, whenFalse] = [branch(node.whenTrue), branch(node.whenFalse)];
    context.statements.push({ kind: "If", at: node.at, condition, whenTrue, whenFalse });
  } else {
    const value = to.Expr(node, context);
    context.statements.push(neverEnds(value) ? perform(value, value.at) : settle(value));
  }
};

/** The same for a statement: the last of those written, the others go before. */
const stated = (node: Operand, to: To, context: Context, settle: (value: Expr) => Stmt): Stmt => {
  evaluate(node, to, context, settle);
  return context.statements.pop()!;
};

// ---- The pass -------------------------------------------------------------------------------------------

const body = rewrite<MatchedGrammar, AnfGrammar, Context>(Matched, Anf, {
  Function: {
    Function: (n, to) => inFrame(n, { statements: [], bound: new Map(), taken: new Set<number>() }, to.Block),
  },
  Block: {
    Block: (n, to, context) =>
      blockOf(n.at, context, () => {
        for (const each of n.statements) {
          const last = to.Stmt(each, context);
          context.statements.push(last);
        }
      }),
  },
  Stmt: {
    Let: (n, to, context) => stated(n.value, to, context, (value) => letBe(n.local, n.type, value, n.at)),
    Do: (n, to, context) => stated(n.value, to, context, (value) => perform(value, n.at)),
    Return: (n, to, context) =>
      n.value === null
        ? { kind: "Return", at: n.at, value: null }
        : stated(n.value, to, context, (value) => ({ kind: "Return", at: n.at, value })),
    Assign: ({ at, local, value, steps }, to, context) => {
      const assign = (value: Expr, steps: readonly NodeOf<AnfGrammar, "Step">[]): Stmt => ({
        kind: "Assign",
        at,
        local,
        value,
        steps,
      });
      if (steps.length === 0) return stated(value, to, context, (result) => assign(result, []));
      const first = atom(value, to, context);
      return assign(
        first,
        steps.map((step) => to.Step(step, context)),
      );
    },
    If: ({ at, condition, whenTrue, whenFalse }, to, context) => ({
      ...{ kind: "If", at, condition: atom(condition, to, context) },
      ...{ whenTrue: to.Block(whenTrue, context), whenFalse: whenFalse && to.Block(whenFalse, context) },
    }),
    Loop: ({ at, condition, body, step }, to, context) => {
      const tested: { by?: Atom } = {};
      const test = blockOf(condition.at, context, () => {
        tested.by = atom(condition, to, context);
      });
      return {
        ...{ kind: "Loop", at, test, condition: tested.by! },
        ...{ body: to.Block(body, context), step: to.Block(step, context) },
      };
    },
  },
  Expr: {
    Local: (n, _, { bound }) => {
      const value = bound.get(n.local.id);
      return value ? { ...value, at: n.at, type: n.type } : n;
    },
    Choose: (n, to, context) => {
      const local = fresh(context, "chosen");
      evaluate(n, to, context, (value) => letBe(local, n.type, value, value.at));
      return use(local, n.type, n.at);
    },
    Bind: (n, to, context) => scoped(n, to, context, () => to.Expr(n.body, context)),
    Prim: (n, to, context) => ({ ...n, args: atoms(n.args, to, context) }),
    Call: (n, to, context) => ({ ...n, args: atoms(n.args, to, context) }),
    CallValue: (n, to, context) => {
      const callee = atom(n.callee, to, context);
      return { ...n, callee, args: atoms(n.args, to, context) };
    },
    Spawn: (n, to, context) => ({ ...n, args: atoms(n.args, to, context) }),
    Closure: (n, to, context) => ({ ...n, captured: atom(n.captured, to, context) }),
    MakeStruct: (n, to, context) => ({ ...n, values: atoms(n.values, to, context) }),
    MakeVariant: (n, to, context) => ({ ...n, values: atoms(n.values, to, context) }),
    MakeList: (n, to, context) => ({ ...n, items: atoms(n.items, to, context) }),
    MakeMap: (n, to, context) => ({ ...n, entries: n.entries.map((entry) => to.Entry(entry, context)) }),
    GetField: (n, to, context) => ({ ...n, base: atom(n.base, to, context) }),
    IsVariant: (n, to, context) => ({ ...n, base: atom(n.base, to, context) }),
    GetPayload: (n, to, context) => ({ ...n, base: atom(n.base, to, context) }),
  },
  Entry: {
    Entry: (n, to, context) => {
      const key = atom(n.key, to, context);
      return { ...n, key, value: atom(n.value, to, context) };
    },
  },
  Step: {
    ItemAt: (n, to, context) => ({ ...n, index: atom(n.index, to, context) }),
    KeyAt: (n, to, context) => ({ ...n, key: atom(n.key, to, context) }),
  },
});

export const normaliseToAnf = pass({
  name: "normalise-to-anf",
  purpose: "Makes atoms of operands, statements of their evaluation.",
  from: Matched,
  to: Anf,
  run: (program) =>
    right(body.Program(program, { locals: 0, statements: [], bound: new Map(), taken: new Set() })),
});
