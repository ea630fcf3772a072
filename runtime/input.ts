// Standard input, line by line, synchronously.

import { readSync } from "node:fs";
import { failedWith, whenReady } from "./wait.ts";

/** Reads the next bytes into the buffer and gives their number, 0 at the end. */
export type ReadBytes = (buffer: Uint8Array) => number;
/** The next line without its line break, null at the end of the input. */
export type ReadLine = () => string | null;

const LF = 10;

/** The lines of a stream of bytes: each ends with `\n` or `\r\n`, the last may lack that. */
export const lineReader = (read: ReadBytes): ReadLine => {
  let rest = new Uint8Array(0);
  return () => {
    const parts: Uint8Array[] = [];
    for (;;) {
      const end = rest.indexOf(LF);
      if (end >= 0) {
        parts.push(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
        return lineOf(parts);
      }
      if (rest.length > 0) parts.push(rest);
      const buffer = new Uint8Array(65_536);
      rest = buffer.subarray(0, read(buffer));
      if (rest.length === 0) return parts.length === 0 ? null : lineOf(parts);
    }
  };
};

const lineOf = (parts: readonly Uint8Array[]): string => {
  const text = Buffer.concat(parts).toString("utf8");
  return text.endsWith("\r") ? text.slice(0, -1) : text;
};

/** Reads from file descriptor 0. */
export const readStandardInput: ReadBytes = (buffer) => {
  try {
    return whenReady(() => readSync(0, buffer));
  } catch (error) {
    if (failedWith(error, "EOF")) return 0;
    throw error;
  }
};
