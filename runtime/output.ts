// Standard output, gathered into large writes.

import { writeSync } from "node:fs";
import { OutputClosed } from "./failures.ts";
import { failedWith, whenReady } from "./wait.ts";

/** Writes some of the bytes and gives their number. */
export type WriteBytes = (bytes: Uint8Array) => number;

export interface Output {
  readonly write: (text: string) => void;
  /** To be called before anything else speaks on the same terminal, and at the end. */
  readonly flush: () => void;
}

/** So many UTF-16 code units wait at most. */
const FULL = 32_768;

/** An output that gathers text; whatever `write` throws comes out of `write` or `flush`. */
export const bufferedOutput = (write: WriteBytes): Output => {
  let waiting = "";
  const flush = () => {
    let bytes: Uint8Array = Buffer.from(waiting, "utf8");
    waiting = "";
    while (bytes.length > 0) bytes = bytes.subarray(write(bytes));
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= FULL) flush();
    },
    flush,
  };
};

/** Writes to file descriptor 1; throws `OutputClosed` when nobody reads it any more. */
export const writeStandardOutput: WriteBytes = (bytes) => {
  try {
    return whenReady(() => writeSync(1, bytes));
  } catch (error) {
    throw failedWith(error, "EPIPE") ? new OutputClosed() : error;
  }
};
