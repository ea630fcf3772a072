// Standard output, gathered into large writes.

import { writeSync } from "node:fs";
import { Failure, OutputClosed } from "./failures.ts";
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

/** Text that is written so many milliseconds behind the last flush goes out at once: somebody may be watching. */
const PATIENCE = 100;

/** Says, at each write, whether text has waited long enough. */
export const patience = (): (() => boolean) => {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const due = now - last > PATIENCE;
    if (due) last = now;
    return due;
  };
};

/** An output that gathers text until it is `due`; whatever `write` throws comes out of `write` or `flush`. */
export const bufferedOutput = (write: WriteBytes, due: () => boolean = () => false): Output => {
  let waiting = "";
  const flush = () => {
    let bytes: Uint8Array = Buffer.from(waiting, "utf8");
    waiting = "";
    while (bytes.length > 0) bytes = bytes.subarray(write(bytes));
  };
  return {
    write: (text) => {
      waiting += text;
      if (waiting.length >= FULL || due()) flush();
    },
    flush,
  };
};

/** Writes to file descriptor 1; throws `OutputClosed` when nobody reads it any more, a failure when it is full. */
export const writeStandardOutput: WriteBytes = (bytes) => {
  try {
    return whenReady(() => writeSync(1, bytes));
  } catch (error) {
    if (failedWith(error, "EPIPE")) throw new OutputClosed();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure("runtime_error", `failed to write the output: ${reason}`);
  }
};
