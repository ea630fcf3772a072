// The primitive operations of the interpreter: whoever stores a value marks it as shared.

import { Raised } from "../../runtime/failures.ts";
import type { Host } from "../../runtime/host.ts";
import * as unknown from "../../runtime/unknown.ts";
import { Cell, type Dict, err, List, ok, share, type Value } from "../../runtime/values.ts";
import { type Operations as AllOperations, plainOperations, type Waiting } from "../operations.ts";

/** What needs no more than its operands: calls are made, and waited for, by what evaluates expressions. */
export type Operations = Omit<AllOperations, Waiting | "unknown.call">;

const raise = (value: Value): never => {
  throw new Raised(share(value));
};
const append = (list: List, item: Value): List => list.append(new List([item]));
const put = (map: Dict, key: string, value: Value): Dict => {
  const larger = map.copy();
  larger.put(key, share(value));
  return larger;
};

const putIn = (cell: Cell, value: Value): undefined => {
  cell.content = share(value);
};

/** The operations of a run: those of the outside world go to `host`. */
export const operationsOf = (host: Host): Operations => ({
  ...plainOperations(host),
  "list.append": append,
  "list.concat": unknown.concat,
  "map.put": put,
  "result.ok": ok,
  "result.err": err,
  "unknown.add": unknown.add,
  "unknown.field": unknown.field,
  "unknown.index": unknown.index,
  "unknown.items": unknown.itemsOf,
  "unknown.payload": unknown.payload,
  "unknown.put_item": (base, at, value) => unknown.putItem(base, at, value),
  "box.make": (value) => new Cell(share(value)),
  "box.get": ({ content }) => content,
  "box.take": ({ content }) => content,
  "box.put": putIn,
  raise,
});
