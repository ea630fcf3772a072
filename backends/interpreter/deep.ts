// Runs an entry in a worker whose stack holds 10,000 calls of whatever functions.

import { Worker } from "node:worker_threads";
import { dump, type Row } from "../../ir/framework/dump.ts";
import { Matched } from "../../ir/matched.ts";
import { hostPanic, memoryPanic, type Panic } from "../../runtime/failures.ts";
import type { Variables } from "../../runtime/host.ts";
import { failedWith } from "../../runtime/wait.ts";
import type { Outcome } from "./interpret.ts";
import type { Program } from "./program.ts";

/** What the worker is started with: the program as a flat dump, for a deep tree is no message. */
export interface DeepRequest {
  readonly rows: readonly Row[];
  readonly entry: string;
  readonly variables: Variables;
}

/** Megabytes of stack: address space only, it costs nothing until it is used. */
const STACK = 256;

/**
 * Like `interpret`, with the standard streams of the process. `worker` is the file that `worker.ts` was bundled into.
 * The promise is always kept: a worker that dies is a panic.
 */
export const runDeep = (
  worker: string | URL,
  program: Program,
  entry: string,
  variables: Variables,
): Promise<Outcome> =>
  new Promise((resolve) => {
    const workerData: DeepRequest = { rows: dump(Matched, "Program", program), entry, variables };
    const thread = new Worker(worker, { workerData, resourceLimits: { stackSizeMb: STACK } });
    thread.once("message", resolve);
    thread.once("error", (error) => resolve(died(panicOf(error))));
    thread.once("exit", () => resolve(died(hostPanic("the worker ended early"))));
  });

const panicOf = (error: unknown): Panic =>
  failedWith(error, "ERR_WORKER_OUT_OF_MEMORY") ? memoryPanic() : hostPanic(error);

const died = ({ message }: Panic): Outcome => ({ kind: "panic", message, path: "", at: -1 });
