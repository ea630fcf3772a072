// For tests: a host that touches nothing of the process.

import { NO_FLAGS } from "./flags.ts";
import type { Host } from "./host.ts";
import { INFO } from "./log.ts";
import type { Timer } from "./scheduler.ts";

/** A clock that stands still but for pauses, which take no time. */
export const stoppedTimer = (): Timer => {
  let time = 0;
  return {
    now: () => time,
    pause: (milliseconds) => {
      time += milliseconds;
    },
  };
};

/** No input and no variables, unless they are given; output is dropped. */
export const quietHost = (given: Partial<Host> = {}): Host => ({
  output: { write: () => {}, flush: () => {} },
  readLine: () => null,
  interactive: false,
  variables: {},
  flags: NO_FLAGS,
  log: { minimum: INFO, coloured: false, write: () => {} },
  randomBytes: (count) => new Uint8Array(count),
  now: () => 0,
  timer: stoppedTimer(),
  ...given,
});
