// Precise counts of references: who gives up the last one frees the object, who holds the only one may change it.

import { noPart } from "../../runtime/unknown.ts";
import {
  type Cell,
  type Composite,
  Dict,
  FunctionValue,
  heap,
  List,
  Managed,
  Result,
  Struct,
  Task,
  type Value,
  Variant,
} from "../../runtime/values.ts";

export type Container = List | Dict | Struct;

/** An object that nobody ever frees: it is not counted as live, and never held by one place alone. */
export const forEver = <M extends Managed>(object: M): M => {
  object.refs = 2 ** 30;
  heap.live--;
  return object;
};

/** One more holder of a value of any kind. */
export const dup = (value: Value): void => {
  if (value instanceof Managed) value.refs++;
};

/** One holder less; the last one frees it. */
export const drop = (value: Value): void => {
  if (value instanceof Managed && --value.refs === 0) release(value);
};

/** Objects that nobody holds and whose members are still to be given up; empty but while `release` works. */
const doomed: Managed[] = [];

/** Frees an object that nobody holds, and what it alone held: with a stack of its own, for chains may be long. */
export const release = (object: Managed): void => {
  let next: Managed | undefined = object;
  do {
    heap.live--;
    giveUpMembers(next as Composite | FunctionValue | Cell | Task);
    next = doomed.pop();
  } while (next !== undefined);
};

const giveUpMembers = (object: Composite | FunctionValue | Cell | Task): void => {
  if (object instanceof Variant) giveUpPayload(object.payload);
  else if (object instanceof Struct) giveUpAll(object.values);
  else if (object instanceof List) giveUpAll(object.array);
  else if (object instanceof Dict) giveUpAll(object.values);
  else if (object instanceof FunctionValue) giveUp(object.captured);
  else if (object instanceof Task) giveUp(object.outcome instanceof Result ? object.outcome : null);
  else giveUp(object.content);
};

const giveUpAll = (values: readonly Value[]): void => {
  for (let i = 0; i < values.length; i++) giveUp(values[i]);
};

/** A payload is of variants more often than of anything else: they are found first. */
const giveUpPayload = (payload: readonly Value[]): void => {
  for (let i = 0; i < payload.length; i++) {
    const value = payload[i];
    if (!(value instanceof Variant)) giveUp(value);
    else if (--value.refs === 0) doomed.push(value);
  }
};

const giveUp = (value: Value): void => {
  if (value instanceof Managed && --value.refs === 0) doomed.push(value);
};

const dupAll = (values: readonly Value[]): Value[] => {
  const all = values.slice();
  for (let i = 0; i < all.length; i++) dup(all[i]);
  return all;
};

/** A copy that nobody holds yet, of members that have one more holder now. */
const copyOf = (container: Container): Container => {
  heap.copies++;
  if (container instanceof List) return new List(dupAll(container.array));
  if (container instanceof Struct) return new Struct(container.type, dupAll(container.values));
  return new Dict(new Map(container.positions), container.keys.slice(), dupAll(container.values));
};

/** The container if its holder is the only one, else a copy for that holder, who gives the container up. */
export const unique = <C extends Container>(container: C): C => {
  if (container.refs === 1) return container;
  container.refs--;
  return copyOf(container) as C;
};

/** The container in a register, which is unique afterwards. */
export const uniqueIn = (registers: Value[], register: number): Container => {
  const own = unique(registers[register] as Container);
  registers[register] = own;
  return own;
};

/** The part, which may be null, at a position of values that one place alone holds; that place holds it alone now. */
export const partAt = (values: Value[], position: number): Value => {
  const part = values[position] as Container | null;
  if (part === null || part.refs === 1) return part;
  part.refs--;
  const own = copyOf(part);
  values[position] = own;
  return own;
};

/** Puts a value, which is taken, in the place of another, which is given up. */
export const storeAt = (values: Value[], position: number, value: Value): void => {
  const old = values[position];
  values[position] = value;
  if (old instanceof Managed) drop(old);
};

/** The list, which is taken, with the item, which is taken, behind its last. */
export const append = (list: List, item: Value): List => {
  const own = unique(list);
  own.array.push(item);
  own.length++;
  return own;
};

/** The list, which is taken, with the items of another behind its last. */
export const concat = (list: List, { array, length }: List): List => {
  const own = unique(list);
  for (let i = 0; i < length; i++) {
    dup(array[i]);
    own.array.push(array[i]);
  }
  own.length = own.array.length;
  return own;
};

/** Inserts or overwrites in a map that one place alone holds; the value is taken, what stood there is given up. */
export const storeKey = (map: Dict, key: string, value: Value): void => {
  const position = map.positions.get(key);
  if (position !== undefined) storeAt(map.values, position, value);
  else map.put(key, value);
};

/** The map, which is taken, with the entry, whose value is taken. */
export const put = (map: Dict, key: string, value: Value): Dict => {
  const own = unique(map);
  storeKey(own, key, value);
  return own;
};

/** The part at a key of a map that one place alone holds; that place holds it alone now. */
export const keyPart = (map: Dict, key: string): Value => {
  const position = map.positions.get(key);
  if (position === undefined) throw noPart(map);
  return partAt(map.values, position);
};

/** A map of keys and values in turn; a later value of a key takes the place of the earlier one. */
export const mapOf = (members: readonly Value[]): Dict => {
  const map = new Dict();
  for (let i = 0; i < members.length; i += 2) storeKey(map, members[i] as string, members[i + 1]);
  return map;
};

/** The content of a Result, which is taken. */
export const takeContent = (result: Result): Value => {
  const { content } = result;
  dup(content);
  if (--result.refs === 0) release(result);
  return content;
};
