// Pauses of the whole thread: for streams of the host that are not ready, and for programs that sleep.

import type { Timer } from "./scheduler.ts";

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Whether a system call failed in this way. */
export const failedWith = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

/** Calls a system function again and again until its stream is ready. */
export const whenReady = (call: () => number): number => {
  for (;;) {
    try {
      return call();
    } catch (error) {
      if (!failedWith(error, "EAGAIN")) throw error;
      Atomics.wait(cell, 0, 0, 5);
    }
  }
};

/** The time of the process; a pause stops its thread. */
export const systemTimer: Timer = {
  now: () => performance.now(),
  pause: (milliseconds) => void Atomics.wait(cell, 0, 0, milliseconds),
};
