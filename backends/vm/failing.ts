// What instructions may fail with that take no way through the runtime's operations.

import { Failure, Panic, typeError } from "../../runtime/failures.ts";
import { position } from "../../runtime/unknown.ts";
import { describe, type List, type Value } from "../../runtime/values.ts";
import type { Fiber } from "./fiber.ts";
import { Callable } from "./load.ts";

/** The Int in a register as an index that the list has; a failure if it has none such. */
export const indexIn = (fiber: Fiber, list: List, register: number): number =>
  position(list, fiber.intAt(register));

export const failureOf = (code: string, message: string): Failure | Panic =>
  code === "runtime_panic" ? new Panic(message) : new Failure(code, message);

/** The function that takes as many arguments as the operand names. */
export const entryOf = (callee: Value, lists: Int32Array, list: number): number => {
  const { functions, least } = callee as Callable;
  if (list < 0) return functions[1 - least]!;
  const numbers = lists[list]!;
  return functions[numbers + lists[list + 1 + numbers]! - least]!;
};

/** The function that takes its arguments in a list. */
export const dynamicOf = (callee: Value): number => {
  if (callee instanceof Callable) return callee.dynamicFunction;
  throw typeError(`cannot call ${describe(callee)}`);
};
