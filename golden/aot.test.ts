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

const compiled = (path: string): Program | null => {
  const { program } = compile({
    stages: standard,
    options: {},
    start: sourceOf(path, readFileSync(path, "utf8")),
    until: "match",
    points: [],
    verify: false,
  });
  return program && (program.program as unknown as Program);
};

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

  test.run();
};

/** Some programs call themselves as deep as they may, which takes a thread with a larger stack. */
if (isMainThread) {
  const thread = new Worker(fileURLToPath(import.meta.url), { resourceLimits: { stackSizeMb: 64 } });
  thread.on("exit", (code) => {
    process.exitCode = code;
  });
} else tests();
