// Waiting on every backend, by a clock that stands still but for pauses: waits of different tasks overlap, and a task
// costs little memory.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../backends/vm/assemble.ts";
import { runImage } from "../backends/vm/run-image.ts";
import { artefactOf } from "../backends/wat/compile.ts";
import type { WatProgram } from "../backends/wat/link.ts";
import { load, run } from "../backends/wat/run.ts";
import { passesOfStages } from "../passes/testing.ts";
import type { Host } from "../runtime/host.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { quietHost, stoppedTimer } from "../runtime/testing-host.ts";
import { onDeepStack } from "./deep-stack.ts";
import { matchedOf, type Program, ran } from "./stories.ts";

type Start = (program: Program, host: Host) => Promise<Outcome>;

const compiled = (program: Program, ...stages: readonly string[]): unknown =>
  passesOfStages("lower", "own", ...stages).reduce((now: unknown, pass) => ran(now, pass), program);

const backends: Readonly<Record<string, Start>> = {
  ast: async (program, host) => interpret(program, program.entries[0]!.function, host),
  vm: async (program, host) =>
    runImage(assemble(compiled(program, "registers") as RegisterProgram), program.entries[0]!.function, host),
  aot: async (program, host) =>
    run(load(await artefactOf(compiled(program, "wat") as WatProgram)), "entry.0", host).outcome,
};

const program = (...lines: readonly string[]): Program => {
  const text = `requires time\n\nfn nap(ms: Int) -> Int:\n  time.sleep(ms)\n  return ms\n\n${lines.join("\n")}\n`;
  const made = matchedOf("tasks.fuse", text);
  assert.ok(made, "the program has diagnostics");
  return made!;
};

/** How it ended, what it printed, and how much time has passed. */
const told = async (start: Start, made: Program) => {
  const timer = stoppedTimer();
  let printed = "";
  const output = {
    write: (text: string) => {
      printed += text;
    },
    flush: () => {},
  };
  const { kind } = await start(made, quietHost({ output, timer }));
  return { kind, printed, passed: timer.now() };
};

const overlapping = [
  "fn both() -> Int:",
  "  let a = spawn:",
  "    nap(100)",
  "  let b = spawn:",
  "    nap(100)",
  "  return await a + await b",
  'app "overlapping":',
  "  print(both())",
];

const inTurn = ['app "in turn":', "  print(nap(100) + nap(100))"];

const late = [
  'app "late":',
  "  let long = spawn:",
  "    nap(300)",
  "  let short = spawn:",
  "    nap(100)",
  "  print(await short)",
  "  print(await long)",
];

const many = [
  "fn all(n: Int) -> Int:",
  "  if n == 0:",
  "    return 0",
  "  let one = spawn:",
  "    nap(50)",
  "  let others = spawn:",
  "    all(n - 1)",
  "  return await one + await others",
  'app "many":',
  "  print(all(5000))",
];

const tests = (): void => {
  for (const [name, start] of Object.entries(backends)) {
    test(`two tasks that wait, awaited in turn, take the time of one (${name})`, async () => {
      assert.equal(await told(start, program(...overlapping)), {
        kind: "ended",
        printed: "200\n",
        passed: 100,
      });
    });

    test(`what is no task waits in turn (${name})`, async () => {
      assert.equal(await told(start, program(...inTurn)), { kind: "ended", printed: "200\n", passed: 200 });
    });

    test(`who sleeps least wakes first (${name})`, async () => {
      assert.equal(await told(start, program(...late)), {
        kind: "ended",
        printed: "100\n300\n",
        passed: 300,
      });
    });

    test(`ten thousand tasks wait at once (${name})`, async () => {
      assert.equal(await told(start, program(...many)), { kind: "ended", printed: "250000\n", passed: 50 });
    });
  }

  test.run();
};

onDeepStack(import.meta.url, tests);
