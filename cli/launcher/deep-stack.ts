// Runs work in a thread whose stack holds 10,000 calls of a program.

import { join } from "node:path";

/** An interpreted call takes some two kilobytes of stack, deep expressions more; it is address space only. */
const STACK_MEGABYTES = 256;

/** What the thread answers. */
export type Answer =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "defect"; readonly message: string };

/** What the thread does: hands `request` to `runDeep` of a bundle. */
export interface Errand {
  readonly bundle: "compiler.cjs" | "runner.cjs";
  readonly request: unknown;
}

/** Hands plain data to `runDeep` of a bundle in a thread of its own; `folder` is that of the bundles. */
export const runInWorker = async (
  folder: string,
  bundle: Errand["bundle"],
  request: unknown,
): Promise<unknown> => {
  const { Worker } = process.getBuiltinModule("node:worker_threads"); // few commands need it
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(folder, "worker.cjs"), {
      workerData: { bundle, request } satisfies Errand,
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    });
    worker.once("message", (answer: Answer) => {
      if (answer.kind === "answer") resolve(answer.value);
      else reject(new Error(answer.message));
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the program's thread ended without an answer")));
  });
};
