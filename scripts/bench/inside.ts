// Benchmarks within one process: the stages of the compiler, and programs on all backends. Prints JSON.
//
// With names of programs only those.

import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { backEnds, frontEnd } from "./compiling.ts";
import { running } from "./running.ts";

const wanted = process.argv.slice(2);

/** In a thread whose stack is as large as that of programs that call themselves as deep as they may. */
const programs = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(fileURLToPath(import.meta.url), {
      argv: wanted,
      resourceLimits: { stackSizeMb: 200 },
    });
    thread.on("message", resolve);
    thread.on("error", reject);
  });

if (!isMainThread) parentPort!.postMessage(await running(wanted));
else if (wanted.length > 0) console.log(JSON.stringify({ programs: await programs() }));
else {
  const compiling = { frontEnd: frontEnd(), backEnds: await backEnds() };
  console.log(JSON.stringify({ ...compiling, programs: await programs() }));
}
