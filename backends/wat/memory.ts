// The memory of a running program, as the host reads and writes it.

import { classOf, HEADER, objectKinds } from "../../ir/memory.ts";

/** The offsets of what objects hold behind their header (see `ir/memory.ts`). */
export const LENGTH = HEADER;
export const CONTENT = HEADER + 8;

const ASCII = 1;

const metaOf = (kind: keyof typeof objectKinds, size: number, detail: number): number =>
  objectKinds[kind] | (classOf(size) << 8) | (detail << 16);

/** Views of the memory, which are taken anew whenever it has grown. */
export class Memory {
  private readonly memory: WasmMemory;
  private readonly allocate: (meta: number) => number;
  private known: ArrayBuffer;
  private data: DataView;
  private bytes: Buffer;

  /** `allocate` is the program's own: it gives memory for an object whose header it writes. */
  constructor(memory: WasmMemory, allocate: (meta: number) => number) {
    this.memory = memory;
    this.allocate = allocate;
    this.known = memory.buffer;
    this.data = new DataView(this.known);
    this.bytes = Buffer.from(this.known);
  }

  private get view(): DataView {
    if (this.known !== this.memory.buffer) {
      this.known = this.memory.buffer;
      this.data = new DataView(this.known);
      this.bytes = Buffer.from(this.known);
    }
    return this.data;
  }
  private get buffer(): Buffer {
    return this.view && this.bytes;
  }

  // Addresses come as signed numbers over the border.

  word(at: number): number {
    return this.view.getInt32(at >>> 0, true);
  }
  setWord(at: number, value: number): void {
    this.view.setInt32(at >>> 0, value, true);
  }
  int(at: number): bigint {
    return this.view.getBigInt64(at >>> 0, true);
  }
  setInt(at: number, value: bigint): void {
    this.view.setBigInt64(at >>> 0, value, true);
  }
  float(at: number): number {
    return this.view.getFloat64(at >>> 0, true);
  }
  setFloat(at: number, value: number): void {
    this.view.setFloat64(at >>> 0, value, true);
  }

  /** The kind of an object, by its number. */
  kind(object: number): number {
    return this.word(object + 4) & 0xff;
  }
  detail(object: number): number {
    return this.word(object + 4) >>> 16;
  }

  /** One owner more. */
  dup(object: number): void {
    this.setWord(object, this.word(object) + 1);
  }

  text(object: number): string {
    const [start, end] = this.content(object);
    return this.buffer.toString(this.detail(object) & ASCII ? "latin1" : "utf8", start, end);
  }

  /** The ASCII characters that stand there. */
  ascii(start: number, end: number): string {
    return this.buffer.toString("latin1", start >>> 0, end >>> 0);
  }

  /** A copy of what a Bytes value holds. */
  octets(object: number): Uint8Array {
    return new Uint8Array(this.buffer.subarray(...this.content(object)));
  }

  private content(object: number): readonly [start: number, end: number] {
    const start = (object + CONTENT) >>> 0;
    return [start, start + this.word(object + LENGTH)];
  }

  /** Memory for an object that one place owns. */
  object(kind: keyof typeof objectKinds, size: number, detail = 0): number {
    return this.allocate(metaOf(kind, size, detail));
  }

  newText(text: string): number {
    const length = Buffer.byteLength(text);
    const object = this.object("String", CONTENT + length, length === text.length ? ASCII : 0);
    this.setWord(object + LENGTH, length);
    this.setWord(object + LENGTH + 4, 0);
    this.buffer.write(text, (object + CONTENT) >>> 0, length, "utf8");
    return object;
  }

  newBytes(octets: Uint8Array): number {
    const object = this.object("Bytes", CONTENT + octets.length);
    this.setWord(object + LENGTH, octets.length);
    this.setWord(object + LENGTH + 4, 0);
    this.buffer.set(octets, (object + CONTENT) >>> 0);
    return object;
  }
}
