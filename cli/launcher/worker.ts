// The thread with a large stack: answers one request with the `runDeep` of a bundle.

import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { buildId } from "./build.ts";
import { loadCached } from "./code-cache.ts";
import type { Answer, Errand } from "./deep-stack.ts";

/** What the compiler's and the runner's bundles both have. */
interface Deep {
  readonly runDeep: (request: unknown) => Promise<unknown>;
}

const answer = async (): Promise<Answer> => {
  try {
    const { bundle, request } = workerData as Errand;
    const { exports } = loadCached<Deep>(join(__dirname, bundle), buildId);
    return { kind: "answer", value: await exports.runDeep(request) };
  } catch (thrown) {
    return { kind: "defect", message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

process.removeAllListeners("warning");
void answer().then((message) => parentPort?.postMessage(message));
