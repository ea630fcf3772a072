// The keys of maps in the order of their code points.

import { slotKinds } from "../../ir/memory.ts";
import { sortedKeys } from "../../runtime/json-encode.ts";
import type { Border } from "./border.ts";
import { CONTENT, LENGTH, type Memory } from "./memory.ts";

/** An entry of the table of a map: key, hash, value. */
const ENTRY = 16;
const { number: REFERENCE, size: SLOT } = slotKinds.reference;

/** The Strings that are the keys of a map, in map order. */
const keysOf = (memory: Memory, map: number): readonly number[] => {
  const entries = memory.word(map + CONTENT) + LENGTH;
  return Array.from({ length: memory.word(map + LENGTH) }, (_, i) => memory.word(entries + i * ENTRY));
};

/** A list of the keys, sorted; each has one owner more. */
export const sortedKeysOf =
  (border: Pick<Border, "memory">) =>
  (map: number): number => {
    const { memory } = border;
    const keys = new Map(keysOf(memory, map).map((key) => [memory.text(key), key]));
    const list = memory.object("List", CONTENT + keys.size * SLOT, REFERENCE);
    memory.setWord(list + LENGTH, keys.size);
    sortedKeys([...keys.keys()]).forEach((text, i) => {
      const key = keys.get(text)!;
      memory.dup(key);
      memory.setWord(list + CONTENT + i * SLOT, key);
    });
    return list;
  };
