// The thread with a large stack: answers one request with the compiler's `runDeep`.

import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { buildId } from "./build.ts";
import { loadCached } from "./code-cache.ts";
import type { Answer } from "./deep-stack.ts";
import type { Main } from "./main.ts";

const answer = async (): Promise<Answer> => {
  try {
    const { exports } = loadCached<Main>(join(__dirname, "compiler.cjs"), buildId);
    return { kind: "answer", value: await exports.runDeep(workerData) };
  } catch (thrown) {
    return { kind: "defect", message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

process.removeAllListeners("warning");
void answer().then((message) => parentPort?.postMessage(message));
