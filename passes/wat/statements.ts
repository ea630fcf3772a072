// Statements: bindings, branches, loops, counting, and stores.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import type { Local } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";
import { atom, taken } from "./atoms.ts";
import { block, get, type Instr, i32, loop, op, opWith, set, UNREACHABLE, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { drop, dup } from "./counts.ts";
import { expression } from "./expressions.ts";
import { storeItem } from "./lists.ts";
import { storeKey } from "./maps.ts";
import { leftBehind } from "./results.ts";
import { ifCommon, recycle, storeField } from "./structs.ts";

type Block = NodeOf<ResumableGrammar, "Block">;
type Stmt = NodeOf<ResumableGrammar, "Stmt">;
type Form<K extends Stmt["kind"]> = K extends unknown ? FormOf<ResumableGrammar, "Stmt", K> : never;

/** Where `break` and `continue` of a loop go. */
interface Exits {
  readonly leave: string;
  readonly next: string;
}

/** The code of a block. */
export const blockCode = (context: Context, { statements }: Block, exits: Exits | null): readonly Instr[] =>
  context.within(() => {
    for (const each of statements) statement(context, each, exits);
  });

/** Emits the code of a statement; `exits`: those of the loop that it stands in. */
export const statement = (context: Context, node: Stmt, exits: Exits | null): void => {
  if (!silent.has(node.kind)) context.noteAt(node.at);
  context.at = node.at;
  context.into = null;
  // each entry takes the nodes of its own kind
  (statements[node.kind] as Write<Stmt>)(context, node, exits);
};

type Write<N> = (context: Context, node: N, exits: Exits | null) => void;

/** Statements that stand where another does. */
const silent: ReadonlySet<string> = new Set<Stmt["kind"]>(["Dup", "Drop", "Recycle"]);

const statements: { readonly [K in Stmt["kind"]]: Write<Form<K>> } = {
  Let: (context, node) => bind(context, node),
  Assign: (context, node) => assign(context, node),
  Do: (context, node) => discard(context, expression(context, node.value)),
  Return: (context, node) => leave(context, node),
  If: (context, node, exits) => branch(context, node, exits),
  Loop: (context, node) => rounds(context, node),
  Break: (context, _, exits) => context.emit(opWith("br", [`$${exits!.leave}`])),
  Continue: (context, _, exits) => context.emit(opWith("br", [`$${exits!.next}`])),
  GoTo: (context, { state }) => context.emit(...context.machine!.goTo(state)),
  Dup: (context, node) => dup(context, ...held(context, node)),
  Drop: (context, node) => drop(context, ...held(context, node)),
  Recycle: (context, node) => recycle(context, node.token, ...held(context, node)),
  Unique: (context, node) => makeUnique(context, node),
  StoreField: (context, node) =>
    storeField(context, node, atom(context, node.base), taken(context, node.value)),
  StoreItem: (context, node) => storeItem(context, node),
  StoreKey: (context, node) => storeKey(context, node),
};

/** The type of a local, and what it holds. */
const held = (context: Context, { local }: { readonly local: Local }): readonly [Type, Parts] => [
  context.typeOf(local),
  context.namesOf(local).map(get),
];

/** What a local is bound to may be computed in the local itself, for nothing else reads it meanwhile. */
const bind = (context: Context, { local, value }: Form<"Let">): void => {
  const names = context.namesOf(local);
  context.declare(local);
  context.into = names;
  const parts = expression(context, value);
  names.forEach((name, i) => {
    const part = parts[i];
    if (part && !isGet(part, name)) context.emit(set(name, part));
  });
  if (names.length === 0) discard(context, parts);
};

const isGet = (instr: Instr, name: string): boolean =>
  instr.kind === "Op" && instr.op === "local.get" && instr.immediates[0] === `$${name}`;

/** All parts are computed before the first is stored, for they may read the local. */
const assign = (context: Context, { local, value }: Form<"Assign">): void => {
  const names = context.namesOf(local);
  const parts = expression(context, value);
  if (parts.length === 1) context.emit(set(names[0]!, parts[0]!));
  else
    context.emit(
      ...parts,
      ...names
        .slice(0, parts.length)
        .map((name) => set(name))
        .reverse(),
    );
};

/** Only a call has an effect; the rest need not be computed. */
const discard = (context: Context, parts: Parts): void => {
  for (const part of parts) {
    const effect = part.kind !== "Op" || part.op.startsWith("call");
    if (effect) context.emit(op("drop", part));
  }
};

/** The function ends. One that may wait leaves its results where its caller looks for them. */
export const leave = (context: Context, { value }: Pick<Form<"Return">, "value">): void => {
  const parts = value === null ? [] : expression(context, value);
  const { results, suspends } = context.callee;
  if (parts.length !== results.length) context.emit(UNREACHABLE);
  else if (suspends) context.emit(...leftBehind(results, parts), op("return", i32(0)));
  else context.emit(op("return", ...parts));
};

const branch = (context: Context, node: Form<"If">, exits: Exits | null): void => {
  const [condition] = atom(context, node.condition);
  const whenTrue = blockCode(context, node.whenTrue, exits);
  const whenFalse = node.whenFalse === null ? [] : blockCode(context, node.whenFalse, exits);
  context.emit(when(condition!, whenTrue, whenFalse));
};

const rounds = (context: Context, node: Form<"Loop">): void => {
  const exits = { leave: context.label("leave"), next: context.label("next") };
  const again = context.label("again");
  const [condition] = atom(context, node.condition);
  const test = blockCode(context, node.test, null);
  const body = blockCode(context, node.body, exits);
  const step = blockCode(context, node.step, null);
  const round = [
    ...test,
    opWith("br_if", [`$${exits.leave}`], op("i32.eqz", condition!)),
    block(exits.next, body),
    ...step,
    opWith("br", [`$${again}`]),
  ];
  context.emit(block(exits.leave, [loop(again, round)]));
};

const makeUnique = (context: Context, { local }: Form<"Unique">): void => {
  const [name] = context.namesOf(local);
  const copied = set(name!, context.runtime("copy", get(name!)));
  context.emit(ifCommon(context.typeOf(local), get(name!), [copied]));
};
