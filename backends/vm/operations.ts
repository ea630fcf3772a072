// The primitive operations of the machine: those that store a value, or take one over, count what they do.

import type { Host } from "../../runtime/host.ts";
import * as unknown from "../../runtime/unknown.ts";
import { Cell, Dict, List, Result, type Value } from "../../runtime/values.ts";
import { type Operations, plainOperations, type Waiting } from "../operations.ts";
import { append, concat, drop, dup, put, storeAt, unique } from "./heap.ts";

/** What is read out of something that keeps it, with a reference of its own. */
const own = (value: Value): Value => {
  dup(value);
  return value;
};

/** `+`: takes its first operand over. */
const add = (a: Value, b: Value): Value => {
  if (a instanceof List && b instanceof List) return concat(a, b);
  const sum = unknown.add(a, b);
  drop(a);
  return sum;
};

/** The items of a list, the values of a map, which is taken. */
const itemsOf = (value: Value): List => {
  if (value instanceof List) return value;
  const items = unknown.itemsOf(value);
  for (const item of items.array) dup(item);
  drop(value);
  return items;
};

/** The list or map, which is taken, with the value, which is taken, at the index or key. */
const putItem = (base: Value, at: Value, value: Value): Value => {
  if (base instanceof Dict) return put(base, unknown.keyOf(at), value);
  if (!(base instanceof List)) throw unknown.noPart(base);
  const position = unknown.position(base, unknown.indexOf(at));
  const list = unique(base);
  storeAt(list.array, position, value);
  return list;
};

/** The content of a box, out of it. */
const take = (cell: Cell): Value => {
  const { content } = cell;
  cell.content = null;
  return content;
};

/** Puts a value, which is taken, into a box. */
const putIn = (cell: Cell, value: Value): undefined => {
  drop(cell.content);
  cell.content = value;
};

/** The operations that the machine calls; errors are returned, and calls of values are instructions. */
export type MachineOperations = Omit<Operations, Waiting | "raise" | "unknown.call">;

/** The operations of a run: those of the outside world go to `host`. */
export const operationsOf = (host: Host): MachineOperations => ({
  ...plainOperations(host),
  "box.make": (value) => new Cell(value),
  "box.get": ({ content }) => own(content),
  "box.take": take,
  "box.put": putIn,
  "list.append": append,
  "list.concat": concat,
  "map.put": put,
  "result.ok": (value) => new Result(true, value),
  "result.err": (value) => new Result(false, value),
  "unknown.add": add,
  "unknown.field": (base, name) => own(unknown.field(base, name)),
  "unknown.index": (base, at) => own(unknown.index(base, at)),
  "unknown.items": itemsOf,
  "unknown.payload": (value, at) => own(unknown.payload(value, at)),
  "unknown.put_item": putItem,
});
