// Places in what a local holds, as they are read and as they are stored into.

import { isManaged } from "../../ir/ownership.ts";
import type { Local } from "../../ir/symbols.ts";
import { type Atom, type Expr, eachStatement, type Fn } from "./nodes.ts";
import { firstOperand, givesPart } from "./operands.ts";

/** A step from a container to a part of it: a field by its index, an item or an entry by an atom. */
export type Step = number | Atom;

/** A part of what the local `root` holds. */
export interface Place {
  readonly root: number;
  readonly steps: readonly Step[];
}

/** The step that an expression makes from its base. */
const stepOf = (value: Expr): Step | undefined => {
  switch (value.kind) {
    case "GetField":
    case "PartOfField":
    case "PartOfItem":
      return value.index;
    case "PartOfKey":
      return value.key;
    case "Prim":
      return reads.has(value.op) ? value.args[1] : undefined;
    default:
      return undefined;
  }
};
const reads: ReadonlySet<string> = new Set(["list.get", "map.read", "map.get"]);

const isSameStep = (one: Step, other: Step): boolean => {
  if (typeof one === "number" || typeof other === "number") return one === other;
  if (one.kind === "Local") return other.kind === "Local" && one.local.id === other.local.id;
  return "value" in one && "value" in other && one.kind === other.kind && one.value === other.value;
};

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.root === other.root &&
  one.steps.length === other.steps.length &&
  one.steps.every((step, i) => isSameStep(step, other.steps[i]!));

/** What the locals of a function that have no reference of their own are parts of. */
export interface Parts {
  /** The local whose reference keeps what the local holds. */
  readonly keeperOf: (id: number) => number;
  /** The place that an expression reads or makes unique, if it is one. */
  readonly placeOf: (value: Expr) => Place | undefined;
}

export const partsOf = ({ body }: Fn): Parts => {
  const values = new Map<number, Expr>();
  const adopted = new Set<number>();
  eachStatement(body, (node) => {
    if (node.kind === "Dup") adopted.add(node.local.id);
    // a second definition tells nothing of what the first one gave
    if (node.kind === "Let" && values.has(node.local.id)) adopted.add(node.local.id);
    if (node.kind === "Let" && isManaged(node.type) && givesPart(node.value))
      values.set(node.local.id, node.value as Expr);
  });
  const partOf = (id: number): Expr | undefined => (adopted.has(id) ? undefined : values.get(id));
  const baseOf = (value: Expr): Local | undefined => {
    const base = firstOperand(value);
    return base?.kind === "Local" ? base.local : undefined;
  };
  const keeperOf = (id: number): number => {
    const value = partOf(id);
    const base = value && baseOf(value);
    return base ? keeperOf(base.id) : id;
  };
  const placeOf = (value: Expr): Place | undefined => {
    const base = baseOf(value);
    const step = stepOf(value);
    if (base === undefined || step === undefined) return undefined;
    const before = partOf(base.id);
    const place = before ? placeOf(before) : { root: base.id, steps: [] };
    return place && { root: place.root, steps: [...place.steps, step] };
  };
  return { keeperOf, placeOf };
};
