// What an assignment does to the value that a variable holds (03, 4.1).

import { Failure } from "../../runtime/failures.ts";
import { indexOf, keyOf, noPart, position, putItem } from "../../runtime/unknown.ts";
import { Dict, List, Struct, share, type Value, writable } from "../../runtime/values.ts";
import type { Step } from "./program.ts";

/** A step of a path, its index or key evaluated (undefined for a field). */
export interface Reached {
  readonly step: Step;
  readonly key: Value;
}

/**
 * `base` with `value` stored at the end of the path: `base` itself, changed, where one place alone holds it, else a
 * copy. Fails where a part of the path does not exist.
 */
export const stored = (base: Value, [first, ...rest]: readonly Reached[], value: Value): Value => {
  if (!first) return share(value);
  const { step, key } = first;
  if (base instanceof Struct && step.kind === "FieldAt") {
    const struct = writable(base);
    struct.values[step.index] = stored(struct.values[step.index], rest, value);
    return struct;
  }
  if (base instanceof List) {
    const index = position(base, indexOf(key));
    const list = writable(base);
    list.set(index, stored(list.at(index), rest, value));
    return list;
  }
  if (base instanceof Dict) {
    const name = keyOf(key);
    if (rest.length > 0 && !base.positions.has(name)) throw noPart(base);
    const map = writable(base);
    map.put(name, stored(map.get(name, null), rest, value));
    return map;
  }
  throw base === null && step.optional
    ? new Failure("runtime_null_access", "assignment into null")
    : noPart(base);
};

/**
 * `x = x + [item]` and its like: operations on the variable itself, which gives its old value up. They change what
 * the variable alone holds in place, so that a list grows in linear time.
 */
export const growing: Readonly<Record<string, (held: Value, operands: readonly Value[]) => Value>> = {
  "list.append": (held, [item]) => (held as List).append(new List([item]), true),
  "list.concat": (held, [right]) => (held as List).append(right as List, true),
  "map.put": (held, [key, value]) => {
    const map = writable(held as Dict);
    map.put(key as string, share(value));
    return map;
  },
  "unknown.put_item": (held, [at, value]) => putItem(held, at, value, true),
};
