// The worker that `runDeep` starts: an entry point of its own for whoever bundles the command line.

import { parentPort, workerData } from "node:worker_threads";
import { isLeft } from "fp-ts/Either";
import { undump } from "../../ir/framework/dump.ts";
import { Matched } from "../../ir/matched.ts";
import { processHost } from "../../runtime/host.ts";
import type { DeepRequest } from "./deep.ts";
import { interpret, type Outcome } from "./interpret.ts";

const answer = ({ rows, entry, variables }: DeepRequest): Outcome => {
  const program = undump(Matched, "Program", rows);
  return isLeft(program)
    ? { kind: "panic", message: `internal error: ${program.left.message}`, path: "", at: -1 }
    : interpret(program.right, entry, processHost(variables));
};

parentPort?.postMessage(answer(workerData as DeepRequest));
