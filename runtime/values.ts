// The values of a running program: self-describing, so that a value of unknown type needs nothing else.
//
// Value semantics rest on one mark. A list, map or struct that is stored anywhere (a binding, an argument, an item, a
// field, a payload) is marked shared, for good: from then on there may be two that hold it. A write into a variable
// first replaces each shared container on its path by a shallow copy (`writable`), whose members two containers hold
// now, so they are marked. The copy itself is held by that variable alone: later writes change it in place.

import type { Broken } from "./failures.ts";
import type { Strand } from "./scheduler.ts";

/** Int: a number where that is exact, else a bigint. Never a bigint that a safe number could be, never -0. */
export type Int = number | bigint;
/** Unit is undefined; an option is null or its content; a Bool, String, Bytes value is what the host has. */
export type Value =
  | undefined
  | null
  | boolean
  | Int
  | Float
  | string
  | Uint8Array
  | Composite
  | FunctionValue
  | Cell
  | Task;
export type Composite = List | Dict | Struct | Variant | Result;

/** Floats are objects, so that the Float 2.0 is told from the Int 2. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** How many objects whose holders are counted there are, and how many containers were copied: for tests. */
export const heap = { live: 0, copies: 0 };

/** An object whose holders the virtual machine counts: precisely, unlike the mark. It is made for one. */
export abstract class Managed {
  refs = 1;
  constructor() {
    heap.live++;
  }
}

/** What a path can be written into. */
export abstract class Container extends Managed {
  shared = false;
  /** Whether one place alone holds it, and all that it consists of. */
  isAlone(): boolean {
    return !this.shared;
  }
  /** A copy that nobody else holds, of the same members. */
  abstract copy(): this;
}

/**
 * A list: the first `length` values of an array. A list and those made by appending to it have one array between them,
 * so that appending takes the time of what is appended, wherever the list is held; who writes into one copies it first.
 */
export class List extends Container {
  length: number;
  readonly array: Value[];
  private common = false;
  constructor(items: Value[]) {
    super();
    this.array = items;
    this.length = items.length;
  }
  /** Its values in order, to be read only. */
  get items(): readonly Value[] {
    return this.length === this.array.length ? this.array : this.array.slice(0, this.length);
  }
  /** The item at an index that it has. */
  at(index: number): Value {
    return this.array[index];
  }
  /** Replaces an item of a list that is alone. */
  set(index: number, value: Value): void {
    this.array[index] = value;
  }
  override isAlone(): boolean {
    return !this.shared && !this.common;
  }
  override copy(): this {
    return new List(this.items.map(share)) as this;
  }
  /** Its items, then those of `more`: the list itself where it is alone and `inPlace`, else another list. */
  append(more: List, inPlace = false): List {
    const longer = inPlace && this.isAlone() ? this : this.extension();
    const { length } = more;
    for (let i = 0; i < length; i++) longer.array.push(share(more.array[i]));
    longer.length = longer.array.length;
    return longer;
  }
  /** A list of the same items that may become longer: on the same array unless something follows there already. */
  private extension(): List {
    if (this.length < this.array.length) return this.copy();
    const list = new List(this.array);
    this.common = true;
    list.common = true;
    return list;
  }
}

/** A map in order of insertion: positions by key, keys and values by position. */
export class Dict extends Container {
  readonly positions: Map<string, number>;
  readonly keys: string[];
  readonly values: Value[];
  constructor(positions = new Map<string, number>(), keys: string[] = [], values: Value[] = []) {
    super();
    this.positions = positions;
    this.keys = keys;
    this.values = values;
  }
  override copy(): this {
    return new Dict(new Map(this.positions), this.keys.slice(), this.values.map(share)) as this;
  }
  /** The value of the key, `missing` if there is none. */
  get(key: string, missing: Value): Value {
    const position = this.positions.get(key);
    return position === undefined ? missing : this.values[position];
  }
  /** Inserts at the end, or overwrites in its place. */
  put(key: string, value: Value): void {
    const position = this.positions.get(key);
    if (position !== undefined) this.values[position] = value;
    else {
      this.positions.set(key, this.keys.length);
      this.keys.push(key);
      this.values.push(value);
    }
  }
}

/** A struct type: `name` is how its values are printed. */
export interface StructType {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
}
export class Struct extends Container {
  readonly type: StructType;
  readonly values: Value[];
  constructor(type: StructType, values: Value[]) {
    super();
    this.type = type;
    this.values = values;
  }
  override copy(): this {
    return new Struct(this.type, this.values.map(share)) as this;
  }
}

export interface EnumType {
  readonly id: string;
  readonly name: string;
  readonly variants: readonly string[];
}
/** No path leads into a payload, so a variant needs no mark. */
export class Variant extends Managed {
  readonly type: EnumType;
  readonly tag: number;
  readonly payload: readonly Value[];
  constructor(type: EnumType, tag: number, payload: readonly Value[]) {
    super();
    this.type = type;
    this.tag = tag;
    this.payload = payload;
  }
}

export class Result extends Managed {
  readonly isOk: boolean;
  readonly content: Value;
  constructor(isOk: boolean, content: Value) {
    super();
    this.isOk = isOk;
    this.content = content;
  }
}

/**
 * A function used as a value: `label` is its text form, `entries` are the functions that take the value and its
 * arguments (the first takes those without a default, each later one one more), `dynamic` takes the value and a list of
 * values of unknown type. `captured` is what it holds for them; undefined if nothing.
 */
export class FunctionValue extends Managed {
  readonly label: string;
  readonly entries: readonly string[];
  readonly dynamic: string;
  readonly captured: Value;
  constructor(label: string, entries: readonly string[], dynamic: string, captured: Value = undefined) {
    super();
    this.label = label;
    this.entries = entries;
    this.dynamic = dynamic;
    this.captured = captured;
  }
}

/** A box: what holds it shares its content. Values of unknown type never hold one. */
export class Cell extends Managed {
  content: Value;
  constructor(content: Value) {
    super();
    this.content = content;
  }
}

/**
 * A task (03, section 12). `outcome` is null until it has ended; then the Result that its function gave, or the failure or
 * panic that ended it.
 */
export class Task extends Managed {
  outcome: Result | Broken | null = null;
  /** Who waits for its end. */
  readonly waiting: Strand[] = [];
}

export const ok = (value: Value): Result => new Result(true, share(value));
export const err = (value: Value): Result => new Result(false, share(value));

/** The value, marked as one that may have several holders: to be called by whoever stores it. */
export const share = (value: Value): Value => {
  if (value instanceof Container) value.shared = true;
  return value;
};

/** The container itself if one place alone holds it, else a copy for that place. */
export const writable = <C extends Container>(container: C): C =>
  container.isAlone() ? container : container.copy();

export const isInt = (value: Value): value is Int => typeof value === "number" || typeof value === "bigint";

/** The kind of a value, by the name that `unknown.kind` and messages use. */
export type Kind =
  | "Unit"
  | "Null"
  | "Bool"
  | "Int"
  | "Float"
  | "String"
  | "Bytes"
  | "List"
  | "Map"
  | "Struct"
  | "Enum"
  | "Result"
  | "Function"
  | "Box"
  | "Task";

/** The kind of any value. */
export const kindOf = (value: Value): Kind => {
  switch (typeof value) {
    case "undefined":
      return "Unit";
    case "boolean":
      return "Bool";
    case "string":
      return "String";
    case "number":
    case "bigint":
      return "Int";
    default:
      return value === null ? "Null" : objectKind(value);
  }
};

const objectKind = (value: Float | Uint8Array | Composite | FunctionValue | Cell | Task): Kind => {
  if (value instanceof List) return "List";
  if (value instanceof Float) return "Float";
  if (value instanceof Dict) return "Map";
  if (value instanceof Struct) return "Struct";
  if (value instanceof Variant) return "Enum";
  if (value instanceof Result) return "Result";
  if (value instanceof FunctionValue) return "Function";
  if (value instanceof Task) return "Task";
  return value instanceof Cell ? "Box" : "Bytes";
};

/** What a message says that it found: the type's name for a struct or enum, else the kind. */
export const describe = (value: Value): string =>
  value instanceof Struct || value instanceof Variant
    ? value.type.name
    : value === null
      ? "null"
      : kindOf(value);
