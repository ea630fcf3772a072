// How values stand in the linear memory of a WebAssembly program: what the code that is made, its run-time part and
// the host agree on.
//
// An object is 8-aligned and begins with a header of 8 bytes: the count of references (i32), then `meta` (i32): bits 0
// to 7 the kind, bits 8 to 15 the size class, bits 16 to 31 the detail. Objects that live for ever (literals) have a
// count that starts at `IMMORTAL`, so that counting needs no test and nobody takes them for his alone.
//
//     String    +8 length in bytes, +12 hash (0: not yet known), +16 UTF-8; detail: bit 0 = all of it is ASCII
//     Bytes     +8 length, +16 the bytes
//     List      +8 length, +16 items of 8 or 4 bytes; detail: slot kind of the items; capacity follows from the class
//     Map       +8 count, +12 capacity, +16 table (0: none yet); detail: slot kind of the values
//     Table     +8 entries of 16 bytes (key, hash, value in 8 bytes) in order of insertion, as many as the capacity
//               says, then twice as many i32 slots (0: free; else number of the entry + 1) by hash, linear probing
//     Struct    fields at the offsets of `structLayout`; detail: number of the type
//     Enum      +8 tag, payload at the offsets of `variantLayout`; detail: number of the type
//     Result    +8 tag (1: Ok, 0: Err), +16 content; detail: slot kind of an Ok content (an Err is `reference`)
//     Function  +8 number, +12 table index for dynamic calls, +16 table index of the first entry, +20 its arguments,
//               +24 what it captured; detail: slot kind of that, `unit` for those that capture nothing and live for ever
//     Box       +8 the content; detail: slot kind of it
//     Task      +8 how it ended (see `taskStates`), +12 the number by which the host knows it until it has ended well,
//               +16 content as in a Result; detail: slot kind of an Ok content
//     Frame     of a function that waits: +8 table index of the function that goes on, +12 its next state, +16 the frame
//               of its caller (0: none), +24 what it goes on with; nobody counts it
//     Int, Float, Bool   +8 the value; Unit nothing: only where a value of unknown type holds one
//
// A value of unknown type is an i32: 0 null, odd an Int of 31 bits (value * 2 + 1), else a reference. An option of a
// scalar stands in memory like that, too.

import { plain, type Type } from "./types.ts";

export const HEADER = 8;
export const IMMORTAL = 0x4000_0000;

/** The kinds of objects. */
export const objectKinds = {
  String: 1,
  Bytes: 2,
  List: 3,
  Map: 4,
  Struct: 5,
  Enum: 6,
  Result: 7,
  Function: 8,
  Int: 9,
  Float: 10,
  Bool: 11,
  Unit: 12,
  Table: 13,
  Box: 14,
  Task: 15,
  Frame: 16,
} as const;

/** How a value stands in a slot: its number in headers, and its size in bytes. */
export const slotKinds = {
  int: { number: 0, size: 8 },
  float: { number: 1, size: 8 },
  bool: { number: 2, size: 4 },
  /** A reference; 0 for the null of an option. */
  reference: { number: 3, size: 4 },
  /** A value of unknown type, or an option of a scalar. */
  tagged: { number: 4, size: 4 },
  unit: { number: 5, size: 4 },
} as const;
export type SlotKind = keyof typeof slotKinds;

/** How a value of the type stands in memory. */
export const slotOf = (type: Type): SlotKind => {
  const known = plain(type);
  switch (known.kind) {
    case "Int":
      return "int";
    case "Float":
      return "float";
    case "Bool":
      return "bool";
    case "Unit":
    case "Never":
      return "unit";
    case "Unknown":
      return "tagged";
    case "Option":
      return slotOf(known.inner) === "reference" ? "reference" : "tagged";
    default:
      return "reference";
  }
};

export interface Layout {
  /** In the order of the types. */
  readonly offsets: readonly number[];
  /** Of the whole object, header included. */
  readonly size: number;
}

/** Where members stand from `start` on (8-aligned): those of 8 bytes first. */
const membersFrom = (start: number, types: readonly Type[]): Layout => {
  const sizes = types.map((type) => slotKinds[slotOf(type)].size);
  const large = sizes.filter((size) => size === 8).length;
  let next8 = start;
  let next4 = start + large * 8;
  const offsets = sizes.map((size) => (size === 8 ? (next8 += 8) - 8 : (next4 += 4) - 4));
  return { offsets, size: next4 };
};

/** Where the fields of a struct stand. */
export const structLayout = (fields: readonly Type[]): Layout => membersFrom(HEADER, fields);
/** Where the payload of a variant stands. */
export const variantLayout = (payload: readonly Type[]): Layout => membersFrom(HEADER + 8, payload);

/**
 * Size classes: 1 to 64 are 16 to 1,024 bytes in steps of 16; from 65 on the powers of two behind that. Free objects of
 * a class are a list; its head stands at 4 * class.
 */
export const classOf = (size: number): number =>
  size <= 1024 ? Math.ceil(size / 16) : 64 + Math.ceil(Math.log2(size)) - 10;

/** Where the members of a function value stand, and its size: with what it captured, and without. */
export const functionOffsets = { number: 8, dynamic: 12, first: 16, arity: 20, captured: 24 } as const;
export const FUNCTION_SIZE = 24;
export const CLOSURE_SIZE = 32;

/** Where a box has its content, and its size. */
export const BOX_CONTENT = 8;
export const BOX_SIZE = 16;

/** How a task ended: the first two as in a Result; `failed`: with a failure or panic, which the host keeps. */
export const taskStates = { err: 0, ok: 1, running: 2, failed: 3 } as const;
export const taskOffsets = { state: 8, number: 12 } as const;
export const TASK_SIZE = 24;

/** Where the members of a frame stand; behind them what it keeps: what takes 8 bytes, then what takes 4. */
export const frameOffsets = { resume: 8, state: 12, parent: 16, kept: 24 } as const;

/** Where things stand behind the heads of free lists: the frame that waits for the host, and the result of a call. */
export const WAITING_FRAME = 504;
/** The parts of the result of a function that may wait, 8 bytes each, from when it returns until its caller has them. */
export const RESULTS = 512;

/** Where things stand: the run-time part's own constants, then the program's, then what is allocated. */
export const RUNTIME_DATA = 1024;
export const PROGRAM_DATA = 4096;
