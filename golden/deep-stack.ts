// For tests that run programs which go as deep as they may: that takes a thread with a larger stack.

import { fileURLToPath } from "node:url";
import { isMainThread, Worker } from "node:worker_threads";

/** Calls `tests` in such a thread. `url` is that of the test's own module, which is loaded there once more. */
export const onDeepStack = (url: string, tests: () => void): void => {
  if (!isMainThread) {
    tests();
    return;
  }
  const thread = new Worker(fileURLToPath(url), { resourceLimits: { stackSizeMb: 64 } });
  thread.on("exit", (code) => {
    process.exitCode = code;
  });
};
