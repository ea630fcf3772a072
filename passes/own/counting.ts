// A function with its references counted, from its end to its start.

import { isAtom } from "../../ir/anf.ts";
import { isManaged } from "../../ir/ownership.ts";
import type { Local } from "../../ir/symbols.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { holdingsOf } from "./holdings.ts";
import { fails, isClosed, reached } from "./leaving.ts";
import { Live } from "./live.ts";
import { type LoopUses, loopUsesOf } from "./loops.ts";
import {
  type BareBlock,
  type BareExpr,
  type BareFn,
  type BareForm,
  type BareStmt,
  type Block,
  drop,
  dup,
  type Expr,
  type Fn,
  letBe,
  type Stmt,
  use,
} from "./nodes.ts";
import { givesPart, type Takes } from "./operands.ts";
import { type Needs, type Settled, settle, unwrapped } from "./settling.ts";

interface Context extends Frame, Needs {
  readonly loops: LoopUses;
  /** What is live where the innermost loop is left, and where its step begins. */
  exits: { readonly behind: ReadonlySet<number>; readonly step: ReadonlySet<number> } | null;
}

/** A block in the making. */
interface Written {
  /** From the last to the first. */
  readonly statements: Stmt[];
  /** What is written leads to `fail`, so that nothing need be given up. */
  doomed: boolean;
}

const NOTHING: ReadonlySet<number> = new Set();

// ---- Simple statements ----------------------------------------------------------------------------------

/**
 * Writes a statement, and what its operands need; `own` comes first behind it. A part is given up before what it was
 * read from, which has the smaller id.
 */
const write = (to: Written, node: Stmt, { dups, drops }: Settled, own: readonly Stmt[] = []): void => {
  const { statements, doomed } = to;
  if (!doomed) for (const local of drops) statements.push(drop(local, node.at));
  for (const each of own) statements.push(each);
  statements.push(node);
  for (const local of dups) statements.push(dup(local, node.at));
};

/** A part becomes the property of the local that holds it. */
const adoption = (local: Local, value: Expr): readonly Stmt[] =>
  isManaged(value.type) && givesPart(value) ? [dup(local, value.at)] : [];

/** What a new value needs: to belong to the local, or to be given up if nobody uses it. */
const reception = (local: Local, value: Expr, isUsed: boolean, { doomed }: Written): readonly Stmt[] => {
  if (isUsed) return adoption(local, value);
  return doomed || givesPart(value) ? [] : [drop(local, value.at)];
};

const withMemory = (value: BareExpr): Expr =>
  value.kind === "MakeStruct" || value.kind === "MakeVariant" ? { ...value, memory: null } : value;

/** Who is assigned has no reference left: it went into the new value, or was given up when it was last needed. */
const define = (node: BareForm<"Let"> | BareForm<"Assign">, to: Written, context: Context): void => {
  const { at, local } = node;
  const { live, holdings } = context;
  const isUsed = live.has(local.id);
  live.delete(local.id);
  const isOwner = holdings.isOwner(local.id);
  const value = isOwner && isUsed ? unwrapped(withMemory(node.value), context) : withMemory(node.value);
  const now = { ...node, value };
  const settled = settle(now, context);
  const own = isOwner ? reception(local, value, isUsed, to) : [];
  if (node.kind === "Let" || settled.drops.every(({ id }) => id !== local.id)) {
    write(to, now, settled, own);
  } else {
    const made = fresh(context, "made");
    if (!isUsed) to.statements.push(drop(local, at));
    to.statements.push({ kind: "Assign", at, local, value: use(made, value.type, at) });
    write(to, letBe(made, value.type, value, at), settled, adoption(made, value));
  }
};

/** Evaluates what is returned before anything that it needs is given up. */
const giveBack = (node: BareForm<"Return">, to: Written, context: Context): void => {
  context.live.become(NOTHING);
  if (node.value === null) {
    to.statements.push({ ...node, value: null });
    return;
  }
  const value = unwrapped(withMemory(node.value), context);
  const now = { ...node, value };
  const settled = settle(now, context);
  if (settled.drops.length === 0 && !(isManaged(value.type) && givesPart(value))) {
    write(to, now, settled);
  } else {
    const made = fresh(context, "made");
    to.statements.push({ ...node, value: use(made, value.type, node.at) });
    write(to, letBe(made, value.type, value, node.at), settled, adoption(made, value));
  }
};

const perform = (node: BareForm<"Do">, to: Written, context: Context): void => {
  const value = withMemory(node.value);
  if (isAtom(value)) return;
  const now = { ...node, value };
  if (fails(node)) {
    context.live.become(NOTHING);
    to.doomed = true;
  }
  const settled = settle(now, context);
  if (!isManaged(value.type) || givesPart(value) || to.doomed) {
    write(to, now, settled);
  } else {
    const unused = fresh(context, "unused");
    write(to, letBe(unused, value.type, value, node.at), settled, [drop(unused, node.at)]);
  }
};

// ---- Control --------------------------------------------------------------------------------------------

const blockOf = ({ statements }: Written, at: number): Block => ({
  ...{ kind: "Block", at },
  statements: statements.reverse(),
});

/** At the start of a block what only other ways need is given up. */
const enter = (to: Written, ids: Iterable<number>, at: number, { holdings }: Context): void => {
  if (to.doomed) return;
  for (const id of [...ids].sort((a, b) => a - b)) to.statements.push(drop(holdings.localOf(id), at));
};

const choose = (node: BareForm<"If">, to: Written, context: Context): void => {
  const { live } = context;
  const start = live.mark();
  const yes = writeBlock(node.whenTrue, context);
  const byYes = live.changedSince(start);
  live.undo(start);
  const no: Written = node.whenFalse
    ? writeBlock(node.whenFalse, context)
    : { statements: [], doomed: false };
  const byNo = live.changedSince(start);
  const onlyYes: number[] = [];
  const onlyNo: number[] = [];
  for (const id of new Set([...byYes, ...byNo])) {
    const inNo = live.has(id);
    const inYes = (inNo !== byNo.has(id)) !== byYes.has(id);
    if (inYes && !inNo) onlyYes.push(id);
    if (inNo && !inYes) onlyNo.push(id);
  }
  for (const id of onlyYes) live.add(id);
  enter(yes, onlyNo, node.at, context);
  // what stands behind a branch that leaves is the other branch
  enter(node.whenFalse === null && isClosed(node.whenTrue) ? to : no, onlyYes, node.at, context);
  to.doomed = yes.doomed && no.doomed;
  to.statements.push({
    ...{ kind: "If", at: node.at, condition: node.condition },
    whenTrue: blockOf(yes, node.whenTrue.at),
    whenFalse: no.statements.length > 0 ? blockOf(no, node.whenFalse?.at ?? node.at) : null,
  });
};

const without = (from: Iterable<number>, what: { has(id: number): boolean }): readonly number[] =>
  [...from].filter((id) => !what.has(id));

/**
 * What a loop uses from outside is live at its head, so that one look at it is enough: such a value is given up behind
 * the loop, even where the last round could have done it.
 */
const repeat = (node: BareForm<"Loop">, to: Written, context: Context): void => {
  const { live, loops } = context;
  const { outer, tested } = loops.get(node)!;
  const kept = without([...outer, ...tested], live);
  enter(to, kept, node.at, context);
  for (const id of kept) live.add(id);
  const behind = new Set(live.all());
  const head = new Set(without(behind, tested));

  live.become(head);
  const step = writeBlock(node.step, context);
  enter(step, without(head, live), node.at, context);
  for (const id of head) live.add(id);

  const around = context.exits;
  context.exits = { behind, step: new Set(live.all()) };
  const body = writeBlock(node.body, context);
  context.exits = around;
  enter(body, without(behind, live), node.at, context);
  live.become(behind);

  const test = writeBlock(node.test, context);
  enter(test, without(head, live), node.at, context);
  live.become(head);

  to.doomed = false;
  to.statements.push({
    ...{ kind: "Loop", at: node.at, test: blockOf(test, node.test.at), condition: node.condition },
    ...{ body: blockOf(body, node.body.at), step: blockOf(step, node.step.at) },
  });
};

const writeStatement = (node: BareStmt, to: Written, context: Context): void => {
  switch (node.kind) {
    case "Let":
    case "Assign":
      define(node, to, context);
      break;
    case "Do":
      perform(node, to, context);
      break;
    case "Return":
      giveBack(node, to, context);
      break;
    case "If":
      choose(node, to, context);
      break;
    case "Loop":
      repeat(node, to, context);
      break;
    case "Break":
    case "Continue":
      context.live.become(node.kind === "Break" ? context.exits!.behind : context.exits!.step);
      to.statements.push(node);
      break;
    default:
      write(to, node, settle(node, context));
      break;
  }
};

const writeBlock = (node: BareBlock, context: Context): Written => {
  const to: Written = { statements: [], doomed: false };
  const statements = reached(node);
  for (let i = statements.length - 1; i >= 0; i--) writeStatement(statements[i]!, to, context);
  return to;
};

/** The function with its references counted; at its end no local has one left. */
export const counted = (fn: BareFn, takes: Takes): Fn => {
  const holdings = holdingsOf(fn);
  const loops = loopUsesOf(fn.body, holdings);
  const live = new Live();
  const params = fn.params.map(({ local }) => local.id).filter(holdings.isOwner);
  return inFrame(fn, { live, holdings, takes, loops, exits: null }, (body, context: Context): Block => {
    const to = writeBlock(body, context);
    enter(to, without(params, live), fn.at, context);
    return blockOf(to, body.at);
  });
};
