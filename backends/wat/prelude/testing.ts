// For tests: the whole run-time part as a module of its own, with a struct `Pair` (number 0) of two tagged fields, and
// a host whose failures are thrown as texts.

import { HEADER, IMMORTAL, objectKinds, type SlotKind, slotKinds } from "../../../ir/memory.ts";
import {
  type DEBUG_COPIES,
  type DEBUG_HEAP,
  HASH_SEED,
  type RuntimeName,
  runtimeFunctions,
} from "../../../ir/wat-runtime.ts";
import { floatText } from "../../../runtime/float.ts";
import { assemble } from "../assemble.ts";
import { formsOf } from "../forms.ts";
import { liveObjects } from "../live.ts";
import { library } from "../prelude.ts";

/** Where what is allocated begins. */
export const HEAP = 4096;
/** The pages that memory may have at most: enough for what the tests do, so that they can use it up. */
const PAGES = 4096;

const names = Object.keys(runtimeFunctions) as RuntimeName[];

const clause = (word: string, types: readonly string[]): string =>
  types.length === 0 ? "" : ` (${word} ${types.join(" ")})`;

const importText = (name: RuntimeName): string => {
  const { params, results } = runtimeFunctions[name];
  return `(import "host" "${name}" (func $${name}${clause("param", params)}${clause("result", results)}))`;
};

const forFields = (name: "drop_fields" | "dup_fields", member: "drop_tagged" | "dup_tagged"): string =>
  `(func $${name} (param $object i32)
    (call $${member} (i32.load offset=8 (local.get $object)))
    (call $${member} (i32.load offset=12 (local.get $object))))`;

/** The functions that the run-time part defines, with their heads as written. */
export const defined: ReadonlyMap<string, string> = new Map(
  formsOf(library).flatMap(({ head, name, text }) =>
    head === "func" && name !== null ? [[name, text.slice(text.indexOf("(func"))] as const] : [],
  ),
);

const moduleText = (): string =>
  [
    "(module",
    ...names.filter((name) => runtimeFunctions[name].from === "host").map(importText),
    `(memory (export "memory") 1 ${PAGES})`,
    `(global $heap (export "heap") (mut i32) (i32.const ${HEAP}))`,
    "(table funcref (elem))",
    `(data (i32.const 0) "\\00\\00\\00\\40")`,
    forFields("drop_fields", "drop_tagged"),
    forFields("dup_fields", "dup_tagged"),
    library,
    ...[...defined.keys()].map((name) => `(export "${name}" (func $${name}))`),
    ")",
  ].join("\n");

type Functions = Readonly<Record<string, (...args: readonly (number | bigint)[]) => number>>;

/** An instance, and means to look into its memory. */
export class Prelude {
  readonly run: Functions;
  private readonly exports: Readonly<Record<string, unknown>>;

  constructor(module: WasmModule) {
    const host = Object.fromEntries(names.map((name) => [name, this.hostFunction(name)]));
    this.exports = new WebAssembly.Instance(module, { host }).exports;
    this.run = this.exports as unknown as Functions;
    (this.exports[HASH_SEED] as { value: number }).value = 12345;
  }

  private hostFunction(name: RuntimeName) {
    return (...args: readonly unknown[]): unknown => {
      if (name === "host_float_text") return this.text(floatText(args[0] as number));
      if (name === "json_number") return this.number(args[0] as number, args[1] as number);
      throw `${name} ${args.join(" ")}`;
    };
  }

  private number(start: number, end: number): number {
    return Number(Buffer.from(this.view.buffer, start, end - start).toString());
  }

  get view(): DataView {
    const { memory } = this.exports as { readonly memory: WasmMemory };
    return new DataView(memory.buffer);
  }
  word(address: number): number {
    return this.view.getInt32(address, true);
  }
  setWord(address: number, value: number): void {
    this.view.setInt32(address, value, true);
  }
  int(address: number): bigint {
    return this.view.getBigInt64(address, true);
  }
  float(address: number): number {
    return this.view.getFloat64(address, true);
  }
  counter(name: typeof DEBUG_COPIES | typeof DEBUG_HEAP): number {
    return (this.exports[name] as { readonly value: number }).value;
  }
  get live(): number {
    return liveObjects(this.view.buffer as ArrayBuffer, HEAP, this.counter("heap"));
  }
  owners(object: number): number {
    return this.word(object);
  }

  /** A String with one owner. */
  text(content: string): number {
    const bytes = Buffer.from(content);
    const text = this.run.text_new!(bytes.length);
    Buffer.from(this.view.buffer).set(bytes, text + HEADER + 8);
    if (bytes.every((byte) => byte < 128)) this.view.setUint16(text + 6, 1, true);
    return text;
  }
  textOf(text: number): string {
    return Buffer.from(this.view.buffer, text + HEADER + 8, this.word(text + HEADER)).toString();
  }
  isAscii(text: number): boolean {
    return this.view.getUint16(text + 6, true) === 1;
  }

  /** A list with one owner; what it holds belongs to it. */
  list(slot: SlotKind, items: readonly (number | bigint)[]): number {
    const { number, size } = slotKinds[slot];
    const list = this.run.list_new!(items.length, number);
    items.forEach((item, i) => {
      const at = list + HEADER + 8 + i * size;
      if (typeof item === "bigint") this.view.setBigInt64(at, item, true);
      else if (slot === "float") this.view.setFloat64(at, item, true);
      else this.setWord(at, item);
    });
    return list;
  }
  intsOf(list: number): readonly bigint[] {
    return Array.from({ length: this.word(list + HEADER) }, (_, i) => this.int(list + 16 + i * 8));
  }
  floatsOf(list: number): readonly number[] {
    return Array.from({ length: this.word(list + HEADER) }, (_, i) => this.float(list + 16 + i * 8));
  }
  wordsOf(list: number): readonly number[] {
    return Array.from({ length: this.word(list + HEADER) }, (_, i) => this.word(list + 16 + i * 4));
  }

  /** A list of Ints with an item more, as code that is made appends it. */
  appended(list: number, item: bigint): number {
    const longer = this.run.list_room_8!(list);
    const length = this.word(longer + HEADER);
    this.view.setBigInt64(longer + 16 + length * 8, item, true);
    this.setWord(longer + HEADER, length + 1);
    return longer;
  }

  /** A struct of two tagged members, which belong to it. */
  pair(left: number, right: number): number {
    const pair = this.run.alloc!(objectKinds.Struct | (1 << 8));
    this.setWord(pair + 8, left);
    this.setWord(pair + 12, right);
    return pair;
  }

  /** An empty map whose values are in slots of that kind. */
  map(slot: SlotKind): number {
    return this.run.map_new!(objectKinds.Map | (2 << 8) | (slotKinds[slot].number << 16));
  }
  /** The entries of a map of Ints, in order. */
  entriesOf(map: number): readonly (readonly [string, bigint])[] {
    const table = this.word(map + 16);
    return Array.from({ length: this.word(map + HEADER) }, (_, i) => {
      const entry = table + 8 + i * 16;
      return [this.textOf(this.word(entry)), this.int(entry + 8)] as const;
    });
  }
  putInt(map: number, key: string, value: bigint): void {
    const slot = this.run.map_slot!(map, this.text(key));
    this.view.setBigInt64(slot, value, true);
  }
}

const code = assemble(moduleText()).then((bytes) => new WebAssembly.Module(bytes));

/** A new instance. */
export const newPrelude = async (): Promise<Prelude> => new Prelude(await code);

/** The count of an object that lives for ever, give or take. */
export const isLasting = (count: number): boolean => Math.abs(count - IMMORTAL) < 1000;

/** What the function throws, as text. */
export const thrown = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return String(error);
  }
  return "nothing";
};
