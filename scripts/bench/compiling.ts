// How long compiling takes: stage by stage for a large program, and on to WebAssembly for one that is all reached.

import { assemble, type RegisterProgram } from "../../backends/vm/assemble.ts";
import { artefactOf } from "../../backends/wat/compile.ts";
import type { WatProgram } from "../../backends/wat/link.ts";
import { load } from "../../backends/wat/run.ts";
import { passesOf } from "../../pipeline/stage.ts";
import { standard } from "../../pipeline/standard.ts";
import { generateProgram } from "../generate-program.mjs";
import { compilation } from "./compiled.ts";
import { median } from "./measure.ts";

const ROUNDS = 7;

type Timings = ReturnType<typeof compilation>["timings"];

const stageOf: ReadonlyMap<string, string> = new Map(
  passesOf(standard).map(({ stage, pass }) => [pass.name, stage.boundary]),
);

/** The medians of several rounds, by stage. */
const byStage = (rounds: readonly Timings[]): readonly { readonly stage: string; readonly ms: number }[] => {
  const ran = new Set(rounds[0]!.map(({ name }) => stageOf.get(name)!));
  return [...ran].map((stage) => ({
    stage,
    ms: median(
      rounds.map((timings) =>
        timings.reduce((sum, { name, ms }) => sum + (stageOf.get(name) === stage ? ms : 0), 0),
      ),
    ),
  }));
};

const sum = (stages: readonly { readonly ms: number }[]): number =>
  stages.reduce((all, { ms }) => all + ms, 0);

/** Medians of several warm rounds, by stage. */
export const frontEnd = () => {
  const text = generateProgram(17_000);
  const rounds = Array.from({ length: ROUNDS + 2 }, () => compilation(text, "match").timings).slice(2);
  const stages = byStage(rounds);
  const until = stages.findIndex(({ stage }) => stage === "typecheck") + 1;
  const checked = sum(stages.slice(0, until));
  return {
    lines: text.split("\n").length,
    bytes: Buffer.byteLength(text),
    stages,
    parseMbPerSecond: Buffer.byteLength(text) / 1000 / stages[0]!.ms,
    checkMbPerSecond: Buffer.byteLength(text) / 1000 / checked,
  };
};

/** From a checked program to one that is ready to run, for each of 1,000 lines; warm. */
export const backEnds = async () => {
  const text = generateProgram(2_000, true);
  const lines = text.split("\n").length;
  const rounds = [];
  for (let i = 0; i < ROUNDS + 2; i++) {
    const vm = compilation(text, "registers");
    const image = performance.now();
    assemble(vm.program!.program as RegisterProgram);
    const imaged = performance.now() - image;
    const aot = compilation(text, "wat");
    const module = performance.now();
    const artefact = await artefactOf(aot.program!.program as WatProgram);
    const loading = performance.now();
    load(artefact);
    const end = performance.now();
    rounds.push({
      ...{ vm: vm.timings, aot: aot.timings, bytes: artefact.wasm.length },
      ...{ imaged, assembled: loading - module, loaded: end - loading },
    });
  }
  const warm = rounds.slice(2);
  const behindCheck = (stages: readonly { readonly stage: string; readonly ms: number }[]) =>
    stages.slice(stages.findIndex(({ stage }) => stage === "typecheck") + 1);
  const vm = behindCheck(byStage(warm.map((round) => round.vm)));
  const aot = behindCheck(byStage(warm.map((round) => round.aot)));
  const assembling = median(warm.map((round) => round.assembled));
  const imaging = median(warm.map((round) => round.imaged));
  const loading = median(warm.map((round) => round.loaded));
  return {
    lines,
    bytes: warm[0]!.bytes,
    ...{ vm, aot, imaging, assembling, loading },
    vmPerThousandLines: ((sum(vm) + imaging) / lines) * 1000,
    aotPerThousandLines: ((sum(aot) + assembling + loading) / lines) * 1000,
  };
};
