// Writes text to a file descriptor at once, so that nothing is lost when the process ends.

import { writeSync } from "node:fs";

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
};

/**
 * Writes all of `text`, waiting while a pipe is full. A reader that has gone away ends the process if it
 * was reading stdout; what stderr would have shown is dropped.
 */
export const writeAll = (descriptor: number, text: string): void => {
  const bytes = Buffer.from(text, "utf8");
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (codeOf(error) === "EAGAIN") pause();
      else if (codeOf(error) !== "EPIPE" && codeOf(error) !== "EOF") throw error;
      else if (descriptor === 1) process.exit(1);
      else return;
    }
  }
};
