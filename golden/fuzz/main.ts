// `npm run fuzz -- N [--seed S] [--ways NAMES]`: runs N random programs in all ways; shows the first that differs, made small.

import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker } from "node:worker_threads";
import fc from "fast-check";
import { type Difference, differenceOf } from "./differences.ts";
import { programs } from "./program.ts";
import { type Tree, textOf } from "./tree.ts";
import { matchedOf, type Way, ways } from "./ways.ts";

const numberBehind = (option: string, otherwise: number): number => {
  const at = process.argv.indexOf(option);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const shownSide = (way: string, side: Difference["found"][1]): string =>
  typeof side === "string" ? `--- ${way} died:\n${side}` : `--- ${way}:\n${JSON.stringify(side, null, 2)}`;

const show = async (program: Tree, order: number, among: readonly Way[]): Promise<void> => {
  const text = textOf(program);
  const difference = await differenceOf(text, order, among);
  console.log(text);
  if (difference === null) return;
  console.log(`${difference.entry}\n${shownSide(...difference.expected)}\n${shownSide(...difference.found)}`);
};

/** The ways that `--ways` names, separated by commas; all, without it. */
const chosenWays = (): readonly Way[] => {
  const at = process.argv.indexOf("--ways");
  const names = at < 0 ? null : process.argv[at + 1]!.split(",");
  return ways.slice(1).filter(({ name }) => names === null || names.includes(name));
};

/** Runs programs until one differs. Gives the exit status. */
const fuzz = async (): Promise<number> => {
  const count = Number(process.argv[2] ?? 100);
  const seed = numberBehind("--seed", Math.floor(Math.random() * 2 ** 31));
  let done = 0;
  let accepted = 0;
  const chosen = chosenWays();
  let among = chosen;
  console.log(`${count} programs, seed ${seed}: ${[ways[0]!, ...chosen].map(({ name }) => name).join(", ")}`);
  const property = fc.asyncProperty(programs, fc.nat(), async (program, order) => {
    const text = textOf(program);
    // Else nothing that was said would leave the thread, and no memory of a module would be given back.
    await setImmediate();
    // Behind the first difference programs are only made smaller.
    if (among === chosen) {
      if (matchedOf(text) !== null) accepted++;
      if (++done % 100 === 0) console.log(`${done} done, ${accepted} accepted by the checker`);
    }
    const difference = await differenceOf(text, order, among);
    if (difference === null) return true;
    if (among === chosen) console.log(`${difference.found[0]} differs; making the program smaller`);
    among = ways.filter(({ name }) => difference.found[0].split(" ")[0] === name);
    return false;
  });
  const { failed, counterexample } = await fc.check(property, { numRuns: count, seed });
  if (!failed) return 0;
  console.log("\nways differ:\n");
  await show(...counterexample!, among);
  return 1;
};

/** Some programs call themselves as deep as they may, which takes a thread with a larger stack. */
if (isMainThread) {
  const thread = new Worker(fileURLToPath(import.meta.url), {
    argv: process.argv.slice(2),
    resourceLimits: { stackSizeMb: 64 },
  });
  thread.on("exit", (code) => {
    process.exitCode = code;
  });
} else process.exitCode = await fuzz();
