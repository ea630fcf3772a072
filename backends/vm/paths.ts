// Several steps at once into structs and lists. A list of steps is their count, then for each the number of a field, or
// the complement of the register that holds an index.

import type { List, Struct, Value } from "../../runtime/values.ts";
import { indexIn } from "./failing.ts";
import type { Fiber } from "./fiber.ts";
import { partAt, storeAt } from "./heap.ts";

/** The index in a register, which a list has. */
const indexOf = (fiber: Fiber, items: List, register: number): number => {
  const index = fiber.numbers[register]!;
  return index >= 0 && index < items.length ? index : indexIn(fiber, items, register);
};

/** What stands at the end of a path; number registers begin at `n`. Fails for an index that a list has not. */
export const follow = (fiber: Fiber, lists: Int32Array, n: number, base: Value, list: number): Value => {
  let value = base;
  for (let at = list + 1, end = at + lists[list]!; at < end; at++) {
    const step = lists[at]!;
    if (step >= 0) value = (value as Struct).values[step];
    else value = (value as List).array[indexOf(fiber, value as List, n + ~step)];
  }
  return value;
};

/**
 * Puts a value, which is taken, at the end of a path into a container that one place alone holds; so are the parts on
 * the path afterwards. Fails for an index that a list has not.
 */
export const storeAlong = (
  fiber: Fiber,
  lists: Int32Array,
  n: number,
  base: Value,
  list: number,
  value: Value,
): void => {
  let part = base;
  const last = list + lists[list]!;
  for (let at = list + 1; at < last; at++) {
    const step = lists[at]!;
    if (step >= 0) part = partAt((part as Struct).values, step);
    else part = partAt((part as List).array, indexOf(fiber, part as List, n + ~step));
  }
  const step = lists[last]!;
  if (step >= 0) storeAt((part as Struct).values, step, value);
  else storeAt((part as List).array, indexOf(fiber, part as List, n + ~step), value);
};
