// The border between a running program and the host: values that cross it, and where the program stands.

import type { Value } from "../../runtime/values.ts";
import { Decoder } from "./decode.ts";
import { Memory } from "./memory.ts";
import type { Types } from "./types.ts";

/** What a program exports besides its entries. */
interface Exports {
  readonly memory: WasmMemory;
  readonly alloc?: (meta: number) => number;
  readonly unknown_from_slot?: (slotKind: number, address: number) => number;
}

export class Border {
  /** The number of the place of the operation under way: where a failure is, if it comes now. */
  site = 0;
  readonly types: Types;
  private exports: Exports | null = null;
  private held: Memory | null = null;

  constructor(types: Types) {
    this.types = types;
  }

  /** To be called with what the instance exports, before it runs. */
  open(exports: WasmInstance["exports"]): void {
    this.exports = exports as unknown as Exports;
    const { memory, alloc } = this.exports;
    this.held = new Memory(memory, alloc ?? lacking("alloc"));
  }

  get memory(): Memory {
    return this.held!;
  }

  text(reference: number): string {
    return this.memory.text(reference);
  }
  newText(text: string): number {
    return this.memory.newText(text);
  }

  /** A value of unknown type, all of it. */
  whole(tagged: number): Value {
    return new Decoder(this.memory, this.types).whole(tagged);
  }
  /** The same without its members: enough to say what it is. */
  outline(tagged: number): Value {
    return new Decoder(this.memory, this.types).outline(tagged);
  }

  /** What a slot holds, as a value of unknown type with an owner of its own. */
  fromSlot(slotKind: number, address: number): number {
    return (this.exports!.unknown_from_slot ?? lacking("unknown_from_slot"))(slotKind, address);
  }
}

const lacking = (name: string) => (): never => {
  throw new Error(`the program was linked without ${name}`);
};
