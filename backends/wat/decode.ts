// Values of `runtime/values.ts` out of the memory of a program.

import { objectKinds, type SlotKind, slotKinds } from "../../ir/memory.ts";
import { int } from "../../runtime/int.ts";
import {
  Dict,
  Float,
  FunctionValue,
  List,
  Result,
  Struct,
  Task,
  type Value,
  Variant,
} from "../../runtime/values.ts";
import { CONTENT, LENGTH, type Memory } from "./memory.ts";
import type { Member } from "./metadata.ts";
import type { Types } from "./types.ts";

/** Where a map has the address of its table. */
const TABLE = CONTENT;
/** An entry of a table: key, hash, value. */
const ENTRY = 16;
const ENTRY_VALUE = 8;

const slotNames = Object.fromEntries(
  Object.entries(slotKinds).map(([name, { number }]) => [number, name]),
) as Readonly<Record<number, SlotKind>>;

/** The kind of slots that the detail of a list, map or Result names. */
export const slotNumbered = (detail: number): SlotKind => slotNames[detail]!;

/** Reads values, each object once: what a value shares in memory it shares here. */
export class Decoder {
  private readonly known = new Map<number, Value>();
  /** What reads the members of objects that were met. */
  private pending: (() => void)[] = [];
  private readonly memory: Memory;
  private readonly types: Types;

  constructor(memory: Memory, types: Types) {
    this.memory = memory;
    this.types = types;
  }

  /** A value of unknown type. With a stack of its own, so that no depth overflows. */
  whole(tagged: number): Value {
    const value = this.tagged(tagged);
    for (let read = this.pending.pop(); read; read = this.pending.pop()) read();
    return value;
  }

  /** The same, but it has only as many members as the value has, which are not read. */
  outline(tagged: number): Value {
    const value = this.tagged(tagged);
    this.pending = [];
    return value;
  }

  private slot(slot: SlotKind, at: number): Value {
    const { memory } = this;
    switch (slot) {
      case "int":
        return int(memory.int(at));
      case "float":
        return new Float(memory.float(at));
      case "bool":
        return memory.word(at) !== 0;
      case "unit":
        return undefined;
      default:
        return this.tagged(memory.word(at));
    }
  }

  private tagged(value: number): Value {
    if (value === 0) return null;
    return value & 1 ? value >> 1 : this.object(value);
  }

  private object(object: number): Value {
    const known = this.known.get(object);
    if (known !== undefined) return known;
    const value = this.read(object);
    this.known.set(object, value);
    return value;
  }

  private read(object: number): Value {
    const { memory } = this;
    const at = object + LENGTH;
    switch (memory.kind(object)) {
      case objectKinds.Unit:
        return undefined;
      case objectKinds.Bool:
        return memory.word(at) !== 0;
      case objectKinds.Int:
        return int(memory.int(at));
      case objectKinds.Float:
        return new Float(memory.float(at));
      case objectKinds.String:
        return memory.text(object);
      case objectKinds.Bytes:
        return memory.octets(object);
      case objectKinds.Task:
        return new Task();
      case objectKinds.Function:
        return new FunctionValue(this.types.labels[memory.word(at)]!, [], "");
      default:
        return this.composite(object);
    }
  }

  private composite(object: number): Value {
    const { memory, types } = this;
    const detail = memory.detail(object);
    switch (memory.kind(object)) {
      case objectKinds.List: {
        const slot = slotNumbered(detail);
        const { size } = slotKinds[slot];
        const start = object + CONTENT;
        return new List(this.values(memory.word(object + LENGTH), (i) => this.slot(slot, start + i * size)));
      }
      case objectKinds.Map:
        return this.map(object, slotNumbered(detail));
      case objectKinds.Struct: {
        const { type, members } = types.structs.get(detail)!;
        return new Struct(type, this.members(object, members));
      }
      case objectKinds.Enum: {
        const { type, payloads } = types.enums.get(detail)!;
        const tag = memory.word(object + LENGTH);
        return new Variant(type, tag, this.members(object, payloads[tag]!));
      }
      case objectKinds.Result:
        return this.result(object, slotNumbered(detail));
      default:
        throw new Error(`no object of a program at ${object}`);
    }
  }

  private members(object: number, members: readonly Member[]): Value[] {
    return this.values(members.length, (i) => this.slot(members[i]!.slot, object + members[i]!.offset));
  }

  /** So many values, to be read later. */
  private values(count: number, read: (index: number) => Value): Value[] {
    const values = new Array<Value>(count);
    this.pending.push(() => {
      for (let i = 0; i < count; i++) values[i] = read(i);
    });
    return values;
  }

  private map(object: number, slot: SlotKind): Dict {
    const { memory } = this;
    const map = new Dict();
    this.pending.push(() => {
      const count = memory.word(object + LENGTH);
      const entries = memory.word(object + TABLE) + LENGTH;
      for (let at = entries; at < entries + count * ENTRY; at += ENTRY)
        map.put(memory.text(memory.word(at)), this.slot(slot, at + ENTRY_VALUE));
    });
    return map;
  }

  private result(object: number, slot: SlotKind): Result {
    const isOk = this.memory.word(object + LENGTH) !== 0;
    const result: { -readonly [K in keyof Result]: Result[K] } = new Result(isOk, undefined);
    this.pending.push(() => {
      result.content = this.slot(isOk ? slot : "tagged", object + CONTENT);
    });
    return result;
  }
}
