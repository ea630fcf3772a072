// What stands in memory before a program runs: texts, function values, variants without payload. They live for ever.

import type { NodeOf } from "../../ir/framework/language.ts";
import { FUNCTION_SIZE, HEADER, IMMORTAL, PROGRAM_DATA, slotKinds } from "../../ir/memory.ts";
import type { WatGrammar } from "../../ir/wat.ts";
import { metaOf } from "./types.ts";

export type Data = NodeOf<WatGrammar, "Data">;

/** A function value: its number, its places in the table, how many arguments its first entry takes. */
export interface FunctionPlaces {
  readonly number: number;
  readonly dynamic: number;
  readonly first: number;
  readonly arity: number;
}

const datum = (address: number, bytes: Uint8Array, note: string): Data => ({
  kind: "Data",
  at: 0,
  address,
  bytes,
  note,
});

/** The word at address 0 makes null an object that lives for ever: counting needs no test for it. */
const nullObject = (): Data => datum(0, words(IMMORTAL), "null");

/** Numbers of 32 bits, one after the other. */
const words = (...values: readonly number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => {
    view.setInt32(i * 4, value, true);
  });
  return new Uint8Array(view.buffer);
};

/** Objects are interned: what is equal stands there once. */
export class StaticData {
  readonly data: Data[] = [nullObject()];
  /** The next free address. */
  end = PROGRAM_DATA;
  private readonly addresses = new Map<string, number>();

  /** The address of a String. */
  text(value: string): number {
    return this.intern(`text ${value}`, () => {
      const utf8 = new TextEncoder().encode(value);
      const ascii = utf8.length === value.length ? 1 : 0;
      const meta = metaOf("String", HEADER + 8 + utf8.length, ascii);
      return {
        bytes: Uint8Array.from([...words(IMMORTAL, meta, utf8.length, 0), ...utf8]),
        note: JSON.stringify(value),
      };
    });
  }

  /** The address of the value of a variant without payload. */
  variant(type: string, number: number, tag: number, name: string): number {
    return this.intern(`variant ${type} ${tag}`, () => ({
      bytes: words(IMMORTAL, metaOf("Enum", HEADER + 8, number), tag, 0),
      note: name,
    }));
  }

  /** The address of a function value that captures nothing. */
  functionValue({ number, dynamic, first, arity }: FunctionPlaces, label: string): number {
    const meta = metaOf("Function", FUNCTION_SIZE, slotKinds.unit.number);
    return this.intern(`function ${number}`, () => ({
      bytes: words(IMMORTAL, meta, number, dynamic, first, arity),
      note: label,
    }));
  }

  private intern(key: string, make: () => { readonly bytes: Uint8Array; readonly note: string }): number {
    const known = this.addresses.get(key);
    if (known !== undefined) return known;
    const address = this.end;
    const { bytes, note } = make();
    this.addresses.set(key, address);
    this.data.push(datum(address, bytes, note));
    this.end = Math.ceil((address + bytes.length) / 8) * 8;
    return address;
  }
}
