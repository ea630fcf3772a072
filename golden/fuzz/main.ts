// `npm run fuzz` and `npm run parity`: runs random programs, or those of files, in all ways; shows where two differ.
//
// N [--seed S]: programs S to S + N - 1. --files PATHS: the programs of these files. --ways NAMES: only these besides
// the interpreter. --vary: also with other orders of optional passes. --jobs J: so many threads.

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { compareFiles } from "./files.ts";
import { type Found, search } from "./search.ts";
import { added, nothing, shownTally } from "./tally.ts";
import { ways } from "./ways.ts";

interface Task {
  readonly files: readonly string[] | null;
  readonly seed: number;
  readonly end: number;
  readonly step: number;
  readonly among: readonly string[];
  readonly vary: boolean;
}

const behind = (option: string): string | null => {
  const at = process.argv.indexOf(option);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};

const tasks = (): readonly Task[] => {
  const count = Number(process.argv[2] ?? 100);
  const jobs = Number(behind("--jobs") ?? availableParallelism());
  const seed = Number(behind("--seed") ?? Math.floor(Math.random() * 2 ** 31));
  const among = behind("--ways")?.split(",") ?? ways.slice(1).map(({ name }) => name);
  const vary = process.argv.includes("--vary");
  const files = behind("--files")?.split(",");
  const of = (i: number) => ({ seed: seed + i, end: seed + count, step: jobs, among, vary });
  console.log(
    `${files ? `${files.length} files` : `${count} programs, seed ${seed}`}: ${[ways[0]!.name, ...among].join(", ")}`,
  );
  return Array.from({ length: jobs }, (_, i) => ({
    ...of(i),
    files: files?.filter((_, k) => k % jobs === i) ?? null,
  }));
};

/** Runs all tasks in threads of their own, and tells what they found. */
const main = (): void => {
  let tally = nothing;
  let differences = 0;
  const begin = performance.now();
  const seconds = (): number => (performance.now() - begin) / 1000;
  const take = (found: Found): void => {
    if (found.kind === "difference") {
      differences++;
      console.log(`\n${found.name}: two ways differ; to see it again: ${found.again}\n\n${found.text}`);
    } else {
      tally = added(tally, found);
      if (tally.programs % 1000 === 0) console.log(shownTally(tally, seconds()));
    }
  };
  const all = tasks();
  let running = all.length;
  for (const workerData of all) {
    // Some programs call themselves as deep as they may; and compiling makes much that is soon dropped.
    const thread = new Worker(fileURLToPath(import.meta.url), {
      workerData,
      resourceLimits: { stackSizeMb: 64, maxYoungGenerationSizeMb: 64 },
    });
    thread.on("message", take);
    thread.on("error", (error) => {
      differences++;
      console.log(error);
    });
    thread.on("exit", () => {
      if (--running > 0) return;
      console.log(`${shownTally(tally, seconds())}; ${differences} differences`);
      process.exitCode = differences > 0 ? 1 : 0;
    });
  }
};

const work = async ({ files, among, ...rest }: Task): Promise<void> => {
  const chosen = ways.filter(({ name }) => among.includes(name));
  const all = files ? compareFiles(files, chosen) : search({ ...rest, among: chosen });
  for await (const found of all) parentPort!.postMessage(found);
};

if (isMainThread) main();
else await work(workerData as Task);
