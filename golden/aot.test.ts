// Every program means in WebAssembly what it means in the interpreter, optimised or not, and frees all that it makes.

import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { decodeArtefact, encodeArtefact } from "../backends/wat/artefact.ts";
import { artefactOf } from "../backends/wat/compile.ts";
import type { WatProgram } from "../backends/wat/link.ts";
import { type Loaded, load, run } from "../backends/wat/run.ts";
import { type AnyPass, passesOfStages } from "../passes/testing.ts";
import type { Host } from "../runtime/host.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { onDeepStack } from "./deep-stack.ts";
import { isOptional, matchedOf, type Program, ran, storyOf, subjects, type Told, told } from "./stories.ts";

const passes = passesOfStages("lower", "own", "wat");

const moduleOf = (program: Program, chosen: readonly AnyPass[]): WatProgram =>
  chosen.reduce((now, pass) => ran(now, pass), program as unknown) as WatProgram;

/** The program, compiled, written down and read back. It counts what it makes. */
const loaded = async (program: Program, chosen: readonly AnyPass[]): Promise<Loaded> => {
  const artefact = decodeArtefact(encodeArtefact(await artefactOf(moduleOf(program, chosen), true)));
  if (isLeft(artefact)) throw new Error(artefact.left);
  return load(artefact.right);
};

/** Runs an app or a test, which must free what it makes unless it is broken off, or a task of it is left. */
const runFreeing = (program: Loaded, exported: string, host: Host): Outcome => {
  const { outcome, counters, dropped } = run(program, exported, host);
  if (outcome.kind === "ended" && dropped === 0) assert.is(counters.live, 0, `${exported} leaks`);
  return outcome;
};

/** A function with many locals calls itself; a value is nested as deep, and compared. */
const deep = (calls: number): string => `
type Chain:
  next: Chain?

fn down(n: Int, text: String, x: Float) -> Int:
  if n == 1:
    return 1
  let items = [n, n + 1]
  let half = x / 2.0
  let longer = "${"${text}"}."
  let below = down(n - 1, text, half)
  if half < 0.0:
    print(longer)
  return below + items[1] - items[0]

fn nested(n: Int) -> Chain?:
  var chain: Chain? = null
  for i in 1..n:
    chain = Chain(next=chain)
  return chain

app "deep":
  print(nested(100000) == null)
  print(nested(9000) == nested(9000))
  print(down(${calls}, "", 1.0))
`;

const tests = (): void => {
  for (const { path, program } of subjects()) {
    const expected = storyOf(program, (entry, host) => interpret(program, entry, host));
    const story = (module: Loaded): readonly Told[] =>
      module.metadata.entries
        .filter(({ role }) => role !== "main")
        .map(({ exported }) => told((host) => runFreeing(module, exported, host)));

    test(`${path} means the same in WebAssembly`, async () => {
      assert.equal(story(await loaded(program, passes)), expected);
    });

    test(`${path} means the same there without optional passes`, async () => {
      const needed = passes.filter((pass) => !isOptional(pass));
      assert.equal(story(await loaded(program, needed)), expected);
    });
  }

  test("10,000 calls may be active, whatever they need; one more is a panic", async () => {
    const run = async (calls: number): Promise<Told> => {
      const module = await loaded(matchedOf("deep.fuse", deep(calls))!, passes);
      return told((host) => runFreeing(module, "entry.0", host));
    };
    assert.equal(await run(10_000), { outcome: { kind: "ended" }, printed: "false\ntrue\n10000\n" });
    const { outcome, printed } = await run(10_001);
    assert.is(printed, "false\ntrue\n");
    assert.is(outcome.kind === "panic" && outcome.message, "calls deeper than 10000 levels");
  });

  test("the same program gives the same bytes", async () => {
    const bytes = async (): Promise<string> => {
      const module = moduleOf(matchedOf("deep.fuse", deep(1))!, passes);
      return Buffer.from(encodeArtefact(await artefactOf(module))).toString("hex");
    };
    assert.is(await bytes(), await bytes());
  });

  test.run();
};

onDeepStack(import.meta.url, tests);
