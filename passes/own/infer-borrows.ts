// infer-borrows: parameters that a function does not take over are borrowed. As in Ullrich and de Moura, "Counting
// Immutable Beans" (2019): all are, until something takes them over, be it a function that they are passed on to.

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite, traverse } from "../../ir/framework/rewrite.ts";
import { Borrowed, type BorrowedGrammar, Placed, type PlacedGrammar } from "../../ir/owned.ts";
import { isManaged } from "../../ir/ownership.ts";
import type { Atom } from "./nodes.ts";
import { eachUse, firstOperand, givesPart } from "./operands.ts";

type Program = NodeOf<PlacedGrammar, "Program">;
type Stmt = NodeOf<PlacedGrammar, "Stmt">;

/** A parameter: its function and its position. */
type Key = string;
const keyOf = (id: string, position: number): Key => `${position} ${id}`;

interface Knowledge {
  /** Parameters that are taken over, whatever other functions do. */
  readonly owned: Set<Key>;
  /** For each parameter those that are passed on to it. */
  readonly passed: Map<Key, Key[]>;
  /** Parameters that are borrowed, whatever their functions do. */
  readonly lent: Set<Key>;
}

/** In a function: the parameters whose values locals hold, and those of whose values locals hold a part. */
interface Holders extends Knowledge {
  readonly whole: ReadonlyMap<number, Key>;
  readonly parts: Map<number, Key>;
}

const heldBy = (atom: Atom, { whole, parts }: Holders): Key | undefined =>
  atom.kind === "Local" ? (whole.get(atom.local.id) ?? parts.get(atom.local.id)) : undefined;

/** A function takes a whole parameter over if it takes a part: what the part was alone in can then be given up. */
const noteTaken = (node: Stmt, holders: Holders): void =>
  eachUse(node, never, (atom, taken) => {
    // except to return it: that needs a reference of its own anyway
    const held =
      node.kind === "Return" && atom === node.value && atom.kind === "Local"
        ? holders.whole.get(atom.local.id)
        : heldBy(atom, holders);
    if (taken && held !== undefined) holders.owned.add(held);
  });
const never = (): boolean => false;

const noteChanged = (id: number, { whole, owned }: Holders): void => {
  const held = whole.get(id);
  if (held !== undefined) owned.add(held);
};

const noteCall = (id: string, args: readonly Atom[], holders: Holders): void =>
  args.forEach((arg, i) => {
    const held = heldBy(arg, holders);
    if (held === undefined) return;
    const to = keyOf(id, i);
    const known = holders.passed.get(to);
    if (known) known.push(held);
    else holders.passed.set(to, [held]);
  });

/**
 * The entries of function values agree: they borrow the value itself, their first parameter, even where they take a
 * part of it, and take over all others.
 */
const noteFunctionValue = (
  { entries, dynamic }: { readonly entries: readonly string[]; readonly dynamic: string },
  context: Context,
): void => {
  for (const id of [...entries, dynamic]) {
    ownAll(id, context, context.arities);
    context.lent.add(keyOf(id, 0));
  }
};

type Arities = ReadonlyMap<string, number>;
const ownAll = (id: string, { owned }: Knowledge, arities: Arities): void => {
  for (let i = arities.get(id) ?? 0; i-- > 0; ) owned.add(keyOf(id, i));
};

interface Context extends Holders {
  readonly arities: Arities;
}

const uses = traverse<PlacedGrammar, Context>(Placed, {
  Stmt: {
    Let: (n, to, context) => {
      const base = givesPart(n.value) ? firstOperand(n.value) : undefined;
      const held = base && heldBy(base, context);
      if (held !== undefined) context.parts.set(n.local.id, held);
      noteTaken(n, context);
      to.Expr(n.value, context);
    },
    Assign: (n, to, context) => {
      noteChanged(n.local.id, context);
      noteTaken(n, context);
      to.Expr(n.value, context);
    },
    Return: (n, to, context) => {
      noteTaken(n, context);
      if (n.value) to.Expr(n.value, context);
    },
    Do: (n, to, context) => {
      noteTaken(n, context);
      to.Expr(n.value, context);
    },
    Unique: (n, _, context) => noteChanged(n.local.id, context),
    StoreField: (n, _, context) => noteTaken(n, context),
    StoreItem: (n, _, context) => noteTaken(n, context),
    StoreKey: (n, _, context) => noteTaken(n, context),
  },
  Expr: {
    Call: (n, to, context) => {
      noteCall(n.function, n.args, context);
      for (const arg of n.args) to.Atom(arg, context);
    },
    Spawn: (n, to, context) => {
      ownAll(n.function, context, context.arities);
      for (const arg of n.args) to.Atom(arg, context);
    },
    FunctionValue: (n, _, context) => noteFunctionValue(n, context),
    Closure: (n, to, context) => {
      noteFunctionValue(n, context);
      to.Atom(n.captured, context);
    },
  },
  Atom: {
    FunctionValue: (n, _, context) => noteFunctionValue(n, context),
  },
});

/** The parameters that are taken over, through whatever calls. */
const ownedIn = ({ functions, entries }: Program): ReadonlySet<Key> => {
  const knowledge: Knowledge = { owned: new Set(), passed: new Map(), lent: new Set() };
  const arities = new Map(functions.map(({ id, params }) => [id, params.length]));
  for (const entry of entries) ownAll(entry.function, knowledge, arities);
  for (const { id, params, body } of functions) {
    const whole = new Map(params.map(({ local }, i) => [local.id, keyOf(id, i)]));
    uses.Block(body, { ...knowledge, arities, whole, parts: new Map() });
  }
  for (const key of knowledge.lent) knowledge.owned.delete(key);
  // a set visits what is added while it is visited
  for (const key of knowledge.owned)
    for (const from of knowledge.passed.get(key) ?? [])
      if (!knowledge.lent.has(from)) knowledge.owned.add(from);
  return knowledge.owned;
};

/** Which parameters are taken over; the one that is looked at. */
interface Decision {
  readonly owned: ReadonlySet<Key>;
  readonly key: Key;
}

const program = rewrite<PlacedGrammar, BorrowedGrammar, Decision>(Placed, Borrowed, {
  Function: {
    Function: (n, to, { owned }) => ({
      ...n,
      params: n.params.map((param, i) => to.Param(param, { owned, key: keyOf(n.id, i) })),
    }),
  },
  Param: { Param: (n, _, { owned, key }) => ({ ...n, borrowed: isManaged(n.type) && !owned.has(key) }) },
});

export const inferBorrows = pass({
  name: "infer-borrows",
  purpose: "Marks parameters that a function does not take over.",
  from: Placed,
  to: Borrowed,
  run: (given) => right(program.Program(given, { owned: ownedIn(given), key: "" })),
});
