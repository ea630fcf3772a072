// Benchmarks within one process: the stages of the front end, and the interpreter beside JavaScript. Prints JSON.

import { interpret } from "../../backends/interpreter/interpret.ts";
import type { MatchedProgram } from "../../cli/session/execute.ts";
import { compile } from "../../pipeline/compile.ts";
import { sourceOf } from "../../pipeline/source.ts";
import { passesOf } from "../../pipeline/stage.ts";
import { standard } from "../../pipeline/standard.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { generateProgram } from "../generate-program.mjs";

const ROUNDS = 7;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const compileText = (text: string, until: string) =>
  compile({
    stages: standard,
    options: {},
    start: sourceOf("bench.fuse", text),
    until,
    points: [],
    verify: false,
  });

/** Medians of several warm rounds, by stage. */
const frontEnd = () => {
  const text = generateProgram(17_000);
  const stageOf = new Map(passesOf(standard).map(({ stage, pass }) => [pass.name, stage.boundary]));
  const rounds = Array.from({ length: ROUNDS + 2 }, () => compileText(text, "match").timings).slice(2);
  const ran = new Set(rounds[0]!.map(({ name }) => stageOf.get(name)!));
  const stages = [...ran].map((stage) => ({
    stage,
    ms: median(
      rounds.map((timings) =>
        timings.reduce((sum, { name, ms }) => sum + (stageOf.get(name) === stage ? ms : 0), 0),
      ),
    ),
  }));
  const until = stages.findIndex(({ stage }) => stage === "typecheck") + 1;
  const checked = stages.slice(0, until).reduce((sum, { ms }) => sum + ms, 0);
  return {
    lines: text.split("\n").length,
    bytes: Buffer.byteLength(text),
    stages,
    parseMbPerSecond: Buffer.byteLength(text) / 1000 / stages[0]!.ms,
    checkMbPerSecond: Buffer.byteLength(text) / 1000 / checked,
  };
};

const FIB = `fn fib(n: Int) -> Int:
  if n < 2: return n
  return fib(n - 1) + fib(n - 2)

app "fib":
  fib(25)
`;

const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));

const time = (work: () => unknown): number => {
  const begin = performance.now();
  work();
  return performance.now() - begin;
};

/** Interpreter and JavaScript in turn, so that both see the same machine. */
const interpreter = () => {
  const { program } = compileText(FIB, "match");
  const matched = program!.program as MatchedProgram;
  const host = {
    output: bufferedOutput((bytes) => bytes.length),
    readLine: () => null,
    interactive: false,
    variables: {},
  };
  const entry = matched.entries[0]!.function;
  const rounds = Array.from({ length: ROUNDS + 2 }, () => ({
    fuse: time(() => interpret(matched, entry, host)),
    javascript: time(() => fib(25)),
  })).slice(2);
  const fuse = median(rounds.map((round) => round.fuse));
  const javascript = median(rounds.map((round) => round.javascript));
  return { fuse, javascript, ratio: median(rounds.map((round) => round.fuse / round.javascript)) };
};

console.log(JSON.stringify({ frontEnd: frontEnd(), interpreter: interpreter() }));
