// For tests: does a program count its references right? Counts per local are followed through each function.

import { print } from "../../../ir/framework/print.ts";
import { Owned } from "../../../ir/owned.ts";
import { isManaged } from "../../../ir/ownership.ts";
import type { Local } from "../../../ir/symbols.ts";
import { fails } from "../leaving.ts";
import type { Block, Expr, Fn, Form, Program, Stmt } from "../nodes.ts";
import { eachUse, firstOperand, givesPart, type Takes } from "../operands.ts";
import { typesOf } from "../types-of-locals.ts";

/** What is known at a point: null where control does not come to. */
type State = Known | null;
interface Known {
  /** The references that locals of managed types have, where there are any. */
  readonly counts: ReadonlyMap<number, number>;
  /** Locals without a reference that hold a part of what another local holds, which nobody changed since. */
  readonly parts: ReadonlyMap<number, number>;
}

interface Context {
  readonly fault: (message: string, node: Stmt) => void;
  readonly takes: Takes;
  readonly managed: ReadonlySet<number>;
  readonly borrowed: ReadonlySet<number>;
  /** The states in which the innermost loop is left, and in which its next step begins. */
  readonly exits: { readonly behind: State[]; readonly step: State[] } | null;
}

/** A state in the making. */
class Point {
  readonly counts: Map<number, number>;
  readonly parts: Map<number, number>;
  readonly context: Context;
  readonly node: Stmt;

  constructor(known: Known, node: Stmt, context: Context) {
    this.counts = new Map(known.counts);
    this.parts = new Map(known.parts);
    this.context = context;
    this.node = node;
  }

  fault(message: string): void {
    this.context.fault(message, this.node);
  }

  count(id: number): number {
    return this.counts.get(id) ?? 0;
  }

  isAlive(id: number): boolean {
    if (this.count(id) > 0 || this.context.borrowed.has(id)) return true;
    const base = this.parts.get(id);
    return base !== undefined && this.isAlive(base);
  }

  change({ id, name }: Local, by: 1 | -1): void {
    const now = this.count(id) + by;
    if (now < 0) this.fault(`${name}#${id} has no reference to give`);
    if (now > 0) this.counts.set(id, now);
    else this.counts.delete(id);
    if (now <= 0) this.forgetParts(id);
  }

  /** Whoever held a part of it holds it no more. */
  forgetParts(id: number): void {
    for (const [part, base] of [...this.parts]) {
      if (base === id && this.parts.delete(part) && this.count(part) === 0) this.forgetParts(part);
    }
  }

  /** Of a place the local that the walk to it began at. */
  rootOf(id: number): number {
    const base = this.count(id) > 0 ? undefined : this.parts.get(id);
    return base === undefined ? id : this.rootOf(base);
  }

  operands(): void {
    const { takes, managed } = this.context;
    const borrowed: Local[] = [];
    const value = "value" in this.node ? this.node.value : null;
    const isMade = value?.kind === "MakeStruct" || value?.kind === "MakeVariant";
    if (isMade && value.memory) this.change(value.memory, -1);
    eachUse(this.node, takes, (atom, taken) => {
      if (atom.kind !== "Local" || !managed.has(atom.local.id)) return;
      if (taken) this.change(atom.local, -1);
      else borrowed.push(atom.local);
    });
    for (const { id, name } of borrowed) {
      if (!this.isAlive(id)) this.fault(`${name}#${id} is used, but may be gone`);
    }
  }

  define(local: Local, value: Expr): void {
    const { managed } = this.context;
    if (!managed.has(local.id)) return;
    if (this.count(local.id) > 0) this.fault(`${local.name}#${local.id} loses a reference`);
    this.forgetParts(local.id);
    this.parts.delete(local.id);
    const base = givesPart(value) ? firstOperand(value) : undefined;
    if (!base) this.change(local, 1);
    else if (base.kind === "Local") this.parts.set(local.id, base.local.id);
  }

  atEnd(): null {
    for (const [id, count] of this.counts) this.fault(`#${id} has ${count} references left at the end`);
    return null;
  }
}

const statement = (node: Stmt, known: Known, context: Context): State => {
  const point = new Point(known, node, context);
  if (fails(node)) return null;
  point.operands();
  switch (node.kind) {
    case "Let":
    case "Assign":
      point.define(node.local, node.value);
      return point;
    case "Do":
      if (isManaged(node.value.type) && !givesPart(node.value)) point.fault("a reference is lost");
      return point;
    case "Dup":
      if (!point.isAlive(node.local.id)) point.fault(`${node.local.name}#${node.local.id} may be gone`);
      point.change(node.local, 1);
      return point;
    case "Drop":
      point.change(node.local, -1);
      return point;
    case "Recycle":
      point.change(node.local, -1);
      point.change(node.token, 1);
      return point;
    case "Unique":
      if (point.count(node.local.id) === 0) point.fault(`${node.local.name} is not its own`);
      point.forgetParts(node.local.id);
      return point;
    case "StoreField":
    case "StoreItem":
    case "StoreKey":
      if (node.base.kind === "Local") point.forgetParts(point.rootOf(node.base.local.id));
      return point;
    case "Return":
      return point.atEnd();
    case "Break":
    case "Continue":
      context.exits![node.kind === "Break" ? "behind" : "step"].push(point);
      return null;
    case "If":
      return join(
        [
          block(node.whenTrue, point, context),
          node.whenFalse ? block(node.whenFalse, point, context) : point,
        ],
        node,
        context,
      );
    case "Loop":
      return loop(node, point, context);
  }
};

const block = ({ statements }: Block, known: State, context: Context): State =>
  statements.reduce<State>((state, node) => state && statement(node, state, context), known);

/** All ways agree on the references; what is known of parts is what all know. */
const join = (states: readonly State[], node: Stmt, { fault }: Context): State => {
  const [first, ...others] = states.filter((each) => each !== null);
  if (!first) return null;
  const parts = new Map(first.parts);
  for (const { counts, parts: known } of others) {
    for (const id of new Set([...counts.keys(), ...first.counts.keys()])) {
      const [one, other] = [first.counts.get(id) ?? 0, counts.get(id) ?? 0];
      if (one !== other) fault(`ways meet where #${id} has ${one} references or ${other}`, node);
    }
    for (const [part, base] of first.parts) if (known.get(part) !== base) parts.delete(part);
  }
  return { counts: first.counts, parts };
};

/** A second look finds what the first one takes to be a part still that the round before changed. */
const loop = (node: Form<"Loop">, start: Known, context: Context): State => {
  const look = (head: State): { readonly end: State; readonly behind: State } => {
    const exits = { behind: [] as State[], step: [] as State[] };
    const tested = block(node.test, head, context);
    const inside = { ...context, exits };
    const round = block(node.body, tested, inside);
    const end = block(node.step, join([round, ...exits.step], node, context), context);
    return { end, behind: join([tested, ...exits.behind], node, context) };
  };
  const once = join([start, look(start).end], node, context);
  const { end, behind } = look(once);
  join([once, end], node, context);
  return behind;
};

const functionFaults = (fn: Fn, takes: Takes): readonly string[] => {
  const faults = new Set<string>();
  const types = typesOf(fn);
  const managed = new Set([...types].filter(([, type]) => isManaged(type)).map(([id]) => id));
  const owned = fn.params.filter(({ local, borrowed }) => managed.has(local.id) && !borrowed);
  const context: Context = {
    fault: (message, node) => faults.add(`${fn.id}: ${message}: ${print(Owned, "Stmt", node)}`),
    ...{ takes, managed, exits: null },
    borrowed: new Set(fn.params.filter(({ borrowed }) => borrowed).map(({ local }) => local.id)),
  };
  const start = { counts: new Map(owned.map(({ local }) => [local.id, 1])), parts: new Map() };
  const end = block(fn.body, start, context);
  if (end) new Point(end, { kind: "Return", at: fn.at, value: null }, context).atEnd();
  return [...faults];
};

/**
 * What is wrong with how a program counts references, nothing if all is well: operands are taken that have none, are
 * used after theirs were given up, ways meet that do not agree, or references are left at an end.
 */
export const ownershipFaults = ({ functions }: Program): readonly string[] => {
  const params = new Map(functions.map((fn) => [fn.id, fn.params]));
  const takes: Takes = (id, position) => !params.get(id)?.[position]?.borrowed;
  return functions.flatMap((fn) => functionFaults(fn, takes));
};
