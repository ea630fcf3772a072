// Tells whether a program may need more of the host's stack than a thread has by default.

import { type AnyNode, formOf, type Schema, schemaOf, subtreesOf } from "../../ir/framework/language.ts";
import { Matched } from "../../ir/matched.ts";
import type { Fn, Program } from "./program.ts";

/** So many levels surely fit: measured, a third of what overflows with the forms that need most stack. */
const SAFE = 700;
/** A call takes so many levels besides those of the body. */
const CALL = 3;
/** Stands for whatever function value is called. */
const HELD = "(function values)";

/** How deep a function nests, and at which depths it calls which functions. */
interface Shape {
  depth: number;
  readonly calls: Map<string, number>;
}

/** Whether some function is recursive, or expressions and calls nest deeper than the default stack surely holds. */
export const needsDeepStack = ({ functions }: Program): boolean => {
  if (functions.some(({ counts }) => counts !== "nothing")) return true;
  const held = new Map<string, number>();
  const shapes = new Map<string, Shape>([[HELD, { depth: 0, calls: held }]]);
  for (const fn of functions) shapes.set(fn.id, shapeOf(fn, held));
  return deepest(shapes) > SAFE;
};

/** Goes through a function with a stack of its own; `held` gathers the functions that are used as values. */
const shapeOf = (fn: Fn, held: Map<string, number>): Shape => {
  const schema = schemaOf(Matched);
  const shape: Shape = { depth: 0, calls: new Map() };
  const pending: Place[] = [{ sort: "Block", node: fn.body as unknown as AnyNode, depth: 1 }];
  for (let place = pending.pop(); place; place = pending.pop()) {
    shape.depth = Math.max(shape.depth, place.depth);
    for (const id of calleesOf(place.node)) {
      shape.calls.set(id, Math.max(shape.calls.get(id) ?? 0, place.depth + CALL));
    }
    for (const id of heldBy(place.node)) held.set(id, CALL);
    pending.push(...below(schema, place));
  }
  return shape;
};

interface Place {
  readonly sort: string;
  readonly node: AnyNode;
  readonly depth: number;
}

const below = (schema: Schema, { sort, node, depth }: Place): readonly Place[] =>
  Object.entries(formOf(schema, sort, node) ?? {}).flatMap(([name, field]) =>
    field.role === "leaf"
      ? []
      : subtreesOf(field, node[name]).flatMap((node) =>
          node ? [{ sort: field.sort, node, depth: depth + 1 }] : [],
        ),
  );

const calleesOf = (node: AnyNode): readonly string[] => {
  if (node.kind === "Call") return [node.function as string];
  return node.kind === "CallValue" || (node.kind === "Prim" && node.op === "unknown.call") ? [HELD] : [];
};

const heldBy = (node: AnyNode): readonly string[] =>
  node.kind === "FunctionValue" || node.kind === "Closure"
    ? [...(node.entries as readonly string[]), node.dynamic as string]
    : [];

/** The longest chain of calls, in levels; infinite if calls form a cycle. */
const deepest = (shapes: ReadonlyMap<string, Shape>): number => {
  const known = new Map<string, number>();
  const open = new Set<string>();
  const pending = [...shapes.keys()];
  let longest = 0;
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const { depth, calls } = shapes.get(id) ?? { depth: 0, calls: new Map<string, number>() };
    const waiting = [...calls.keys()].filter((callee) => !known.has(callee));
    if (waiting.length === 0) {
      let most = depth;
      for (const [callee, at] of calls) most = Math.max(most, at + known.get(callee)!);
      known.set(id, most);
      longest = Math.max(longest, most);
      pending.pop();
    } else if (open.has(id)) return Number.POSITIVE_INFINITY;
    else {
      open.add(id);
      for (const callee of waiting) pending.push(callee);
    }
  }
  return longest;
};
