// Every program means in WebAssembly what it means in the interpreter, optimised or not, and frees all that it makes.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker } from "node:worker_threads";
import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { decodeArtefact, encodeArtefact } from "../backends/wat/artefact.ts";
import { artefactOf } from "../backends/wat/compile.ts";
import type { WatProgram } from "../backends/wat/link.ts";
import { type Loaded, load, run } from "../backends/wat/run.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import { verify } from "../ir/framework/verify.ts";
import type { MatchedGrammar } from "../ir/matched.ts";
import { type AnyPass, passesOfStages } from "../passes/testing.ts";
import { compile } from "../pipeline/compile.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";
import type { Host } from "../runtime/host.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { bufferedOutput } from "../runtime/output.ts";

type Program = NodeOf<MatchedGrammar, "Program">;

const passes = passesOfStages("lower", "own", "wat");
/** Passes that may be left out: those that stay in their language. */
const isOptional = ({ from, to }: AnyPass): boolean => from.name === to.name;

/** What a pass makes of a program; verified. */
const ran = (program: unknown, { name, to, run }: AnyPass): unknown => {
  const result = run(program as never, { options: {} });
  assert.ok(isRight(result), name);
  const verified = verify(to as never, "Program" as never, result.right as never);
  if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
  return result.right;
};

/** The program, compiled, written down and read back. It counts what it makes. */
const loaded = async (program: Program, chosen: readonly AnyPass[]): Promise<Loaded> => {
  const module = chosen.reduce(ran, program as unknown) as WatProgram;
  const artefact = decodeArtefact(encodeArtefact(await artefactOf(module, true)));
  if (isLeft(artefact)) throw new Error(artefact.left);
  return load(artefact.right);
};

interface Told {
  readonly outcome: Outcome;
  readonly printed: string;
}

/** What is printed, and how it ends. */
const told = (runWith: (host: Host) => Outcome): Told => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString("latin1");
    return bytes.length;
  });
  const outcome = runWith({ output, readLine: () => null, interactive: false, variables: {} });
  return { outcome, printed };
};

/** Runs an app or a test, which must free what it makes unless it is broken off. */
const runFreeing = (program: Loaded, exported: string, host: Host): Outcome => {
  const { outcome, counters } = run(program, exported, host);
  if (outcome.kind === "ended") assert.is(counters.live, 0, `${exported} leaks`);
  return outcome;
};

const compiled = (path: string, text = readFileSync(path, "utf8")): Program | null => {
  const { program } = compile({
    stages: standard,
    options: {},
    start: sourceOf(path, text),
    until: "match",
    points: [],
    verify: false,
  });
  return program && (program.program as unknown as Program);
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
  const subjects = ["golden/programs", "examples"]
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith(".fuse"));

  for (const path of subjects) {
    const program = compiled(path);
    if (!program) continue;
    const startable = program.entries.filter(({ role }) => role !== "main");
    const expected = startable.map((entry) => told((host) => interpret(program, entry.function, host)));
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
      const module = await loaded(compiled("deep.fuse", deep(calls))!, passes);
      return told((host) => runFreeing(module, "entry.0", host));
    };
    assert.equal(await run(10_000), { outcome: { kind: "ended" }, printed: "false\ntrue\n10000\n" });
    const { outcome, printed } = await run(10_001);
    assert.is(printed, "false\ntrue\n");
    assert.is(outcome.kind === "panic" && outcome.message, "calls deeper than 10000 levels");
  });

  test("the same program gives the same bytes", async () => {
    const bytes = async (): Promise<string> => {
      const module = passes.reduce(ran, compiled("deep.fuse", deep(1)) as unknown) as WatProgram;
      return Buffer.from(encodeArtefact(await artefactOf(module))).toString("hex");
    };
    assert.is(await bytes(), await bytes());
  });

  test.run();
};

/** Some programs call themselves as deep as they may, which takes a thread with a larger stack. */
if (isMainThread) {
  const thread = new Worker(fileURLToPath(import.meta.url), { resourceLimits: { stackSizeMb: 64 } });
  thread.on("exit", (code) => {
    process.exitCode = code;
  });
} else tests();
