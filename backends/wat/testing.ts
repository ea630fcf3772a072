// For tests: a memory without a program, and values of every kind written into it.

import { type SlotKind, slotKinds } from "../../ir/memory.ts";
import {
  Dict,
  Float,
  type Int,
  isInt,
  List,
  Result,
  Struct,
  type Value,
  Variant,
} from "../../runtime/values.ts";
import { CONTENT, LENGTH, Memory } from "./memory.ts";
import type { Member, Metadata } from "./metadata.ts";
import { typesOf } from "./types.ts";

/** The types of `runtime/testing.ts`, as a compiled program would have them. */
const metadata: Pick<Metadata, "types" | "labels"> = {
  types: [
    {
      ...{ kind: "struct", id: "a.fuse:Point", name: "Point", fields: ["x", "y"] },
      members: [
        { slot: "tagged", offset: 8 },
        { slot: "tagged", offset: 12 },
      ],
    },
    {
      ...{ kind: "enum", id: "a.fuse:Shape", name: "Shape" },
      variants: [
        { name: "Dot", members: [] },
        { name: "Circle", members: [{ slot: "tagged", offset: 16 }] },
        { name: "Line", members: [] },
      ],
    },
  ],
  labels: ["<fn f>"],
};
export const types = typesOf(metadata);

/** What a program exports, with memory from which nothing is given back. */
export const newExports = () => {
  const memory = { buffer: new ArrayBuffer(65_536) };
  let free = 4096;
  const alloc = (meta: number): number => {
    const object = free;
    const sizeClass = (meta >> 8) & 0xff;
    free += sizeClass <= 64 ? sizeClass * 16 : 2 ** (sizeClass - 54);
    if (free > memory.buffer.byteLength) memory.buffer = grown(memory.buffer, free);
    new DataView(memory.buffer).setInt32(object, 1, true);
    new DataView(memory.buffer).setInt32(object + 4, meta, true);
    return object;
  };
  return { memory, alloc };
};

export const newMemory = (): Memory => {
  const { memory, alloc } = newExports();
  return new Memory(memory, alloc);
};

/** As `memory.grow` does: another buffer. */
const grown = (buffer: ArrayBuffer, least: number): ArrayBuffer => {
  const larger = new ArrayBuffer(Math.max(least, buffer.byteLength * 2));
  new Uint8Array(larger).set(new Uint8Array(buffer));
  return larger;
};

/** Writes a value as one of unknown type; the slots of lists, maps and Results are of the kind that fits. */
export const written = (memory: Memory, value: Value): number => {
  if (value === undefined) return memory.object("Unit", LENGTH);
  if (value === null || isInt(value) || typeof value === "boolean" || value instanceof Float) {
    return tagged(memory, value);
  }
  if (typeof value === "string") return memory.newText(value);
  if (value instanceof Uint8Array) return bytes(memory, value);
  if (value instanceof List) return list(memory, value.items);
  if (value instanceof Dict) return map(memory, value);
  if (value instanceof Struct)
    return members(memory, "Struct", 0, types.structs.get(0)!.members, value.values);
  if (value instanceof Variant) return variant(memory, value);
  if (value instanceof Result) return result(memory, value);
  throw new Error("function values are made by programs only");
};

/** The Ints that a tagged value holds without an object are smaller, and at least as great as its negative. */
const SMALL = 2 ** 30;

/** An object for a scalar. */
const cell = (memory: Memory, kind: "Int" | "Float" | "Bool", write: (at: number) => void): number => {
  const object = memory.object(kind, CONTENT);
  write(object + LENGTH);
  return object;
};

/** A scalar or null as a value of unknown type; an object that it needs has one owner. */
const tagged = (memory: Memory, value: Int | Float | boolean | null): number => {
  if (value === null) return 0;
  if (typeof value === "number" && value >= -SMALL && value < SMALL) return value * 2 + 1;
  if (isInt(value)) return cell(memory, "Int", (at) => memory.setInt(at, BigInt(value)));
  if (typeof value === "boolean") return cell(memory, "Bool", (at) => memory.setWord(at, Number(value)));
  return cell(memory, "Float", (at) => memory.setFloat(at, value.value));
};

const bytes = (memory: Memory, octets: Uint8Array): number => {
  const object = memory.object("Bytes", CONTENT + octets.length + 4);
  memory.setWord(object + LENGTH, octets.length);
  for (let i = 0; i < octets.length; i += 4) {
    const word = Buffer.alloc(4);
    word.set(octets.subarray(i, i + 4));
    memory.setWord(object + CONTENT + i, word.readInt32LE());
  }
  return object;
};

const list = (memory: Memory, items: readonly Value[]): number => {
  const slot = fitting(items);
  const { number, size } = slotKinds[slot];
  const object = memory.object("List", CONTENT + items.length * size, number);
  memory.setWord(object + LENGTH, items.length);
  items.forEach((item, i) => {
    store(memory, slot, object + CONTENT + i * size, item);
  });
  return object;
};

/** No table of slots: only the program looks keys up. */
const map = (memory: Memory, { keys, values }: Dict): number => {
  const slot = fitting(values);
  const object = memory.object("Map", CONTENT + LENGTH, slotKinds[slot].number);
  const table = memory.object("Table", LENGTH + keys.length * 16);
  memory.setWord(object + LENGTH, keys.length);
  memory.setWord(object + CONTENT, table);
  keys.forEach((key, i) => {
    memory.setWord(table + LENGTH + i * 16, memory.newText(key));
    store(memory, slot, table + CONTENT + i * 16, values[i]);
  });
  return object;
};

const members = (
  memory: Memory,
  kind: "Struct" | "Enum",
  number: number,
  places: readonly Member[],
  values: readonly Value[],
): number => {
  const object = memory.object(kind, CONTENT + values.length * 8, number);
  places.forEach(({ slot, offset }, i) => {
    store(memory, slot, object + offset, values[i]);
  });
  return object;
};

const variant = (memory: Memory, { tag, payload }: Variant): number => {
  const object = members(memory, "Enum", 1, types.enums.get(1)!.payloads[tag]!, payload);
  memory.setWord(object + LENGTH, tag);
  return object;
};

const result = (memory: Memory, { isOk, content }: Result): number => {
  const slot = isOk ? fitting([content]) : "tagged";
  const object = memory.object("Result", CONTENT + LENGTH, slotKinds[slot].number);
  memory.setWord(object + LENGTH, Number(isOk));
  store(memory, slot, object + CONTENT, content);
  return object;
};

const fitting = (values: readonly Value[]): SlotKind => {
  if (values.every(isInt)) return "int";
  if (values.every((value) => value instanceof Float)) return "float";
  if (values.every((value) => typeof value === "boolean")) return "bool";
  return values.every((value) => value === undefined) ? "unit" : "tagged";
};

const store = (memory: Memory, slot: SlotKind, at: number, value: Value): void => {
  if (slot === "int") memory.setInt(at, BigInt(value as number | bigint));
  else if (slot === "float") memory.setFloat(at, (value as Float).value);
  else if (slot === "bool") memory.setWord(at, Number(value));
  else memory.setWord(at, slot === "unit" ? 0 : written(memory, value));
};
