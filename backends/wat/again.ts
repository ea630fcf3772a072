// Running a program again, on a larger stack, as if it had gone on.
//
// A program does the same each time, as long as it reads no input and changes nothing but its output. So one that may
// need a large stack can be tried on a small one: if that overflows, it is run again from its start, and what was
// written the first time is left out.

import type { Host } from "../../runtime/host.ts";

/** So many frames are free before anything is written: writing takes fewer, so that it happens as a whole or not. */
const RESERVE = 60;

const reserve = (frames: number): number => (frames === 0 ? 0 : 1 + reserve(frames - 1));

export interface Counted {
  readonly host: Host;
  /** How much text was written, in UTF-16 code units. */
  readonly written: () => number;
}

/** The host, with output that is counted, and without the first `skipped` units of it. */
export const counted = (host: Host, skipped: number): Counted => {
  const { output } = host;
  let written = 0;
  const write = (text: string): void => {
    reserve(RESERVE);
    if (written >= skipped) output.write(text);
    written += text.length;
  };
  const flush = (): void => {
    reserve(RESERVE);
    output.flush();
  };
  return { host: { ...host, output: { write, flush } }, written: () => written };
};
