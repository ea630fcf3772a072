// The values that an operand list names.

import type { Value } from "../../runtime/values.ts";
import { Float } from "../../runtime/values.ts";
import type { Fiber } from "./fiber.ts";
import type { Loaded, Operation } from "./load.ts";

/** Where the numbers of `memberForms` lead. */
const REFERENCE = 0;
const INT = 1;
const FLOAT = 2;
const BOOL = 3;

/** The value at an offset in the operand lists; the windows of the active call start at `n` and `r`. */
const memberAt = (
  loaded: Loaded,
  lists: Int32Array,
  fiber: Fiber,
  n: number,
  r: number,
  at: number,
): Value => {
  const number = lists[at + 1]!;
  switch (lists[at]) {
    case REFERENCE:
      return fiber.references[r + number];
    case INT:
      return fiber.intAt(n + number);
    case FLOAT:
      return new Float(fiber.numbers[n + number]!);
    case BOOL:
      return fiber.numbers[n + number] === 1;
    default:
      return loaded.constants[number];
  }
};

/** To be cut to size: an array that grows by pushes keeps more room than it needs. */
const blank: readonly Value[] = Array.from({ length: 64 }, () => undefined);

/** The values of a list of members that starts there. */
export const membersAt = (loaded: Loaded, fiber: Fiber, n: number, r: number, list: number): Value[] => {
  const { lists } = loaded.image;
  const count = lists[list]!;
  if (count === 0) return [];
  const first = memberAt(loaded, lists, fiber, n, r, list + 1);
  if (count === 1) return [first];
  const second = memberAt(loaded, lists, fiber, n, r, list + 3);
  if (count === 2) return [first, second];
  const third = memberAt(loaded, lists, fiber, n, r, list + 5);
  if (count === 3) return [first, second, third];
  const values = blank.slice(0, count);
  values[0] = first;
  values[1] = second;
  values[2] = third;
  for (let i = 3; i < count; i++) values[i] = memberAt(loaded, lists, fiber, n, r, list + 1 + 2 * i);
  return values;
};

/** The result of a primitive operation on the members of a list. */
export const operate = (
  loaded: Loaded,
  fiber: Fiber,
  n: number,
  r: number,
  operation: number,
  list: number,
): Value => {
  const { lists } = loaded.image;
  const count = lists[list]!;
  const apply: Operation = loaded.operations[operation]!;
  const a = count > 0 ? memberAt(loaded, lists, fiber, n, r, list + 1) : undefined;
  const b = count > 1 ? memberAt(loaded, lists, fiber, n, r, list + 3) : undefined;
  const c = count > 2 ? memberAt(loaded, lists, fiber, n, r, list + 5) : undefined;
  return apply(a, b, c);
};
