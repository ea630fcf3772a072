// The programs of `programs/` on all backends beside the same in JavaScript.

import { readdirSync, readFileSync } from "node:fs";
import { interpret } from "../../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../../backends/vm/assemble.ts";
import { runImage } from "../../backends/vm/run-image.ts";
import { artefactOf } from "../../backends/wat/compile.ts";
import type { WatProgram } from "../../backends/wat/link.ts";
import { load, run } from "../../backends/wat/run.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { MatchedGrammar } from "../../ir/matched.ts";
import type { Host } from "../../runtime/host.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { compiled } from "./compiled.ts";
import { javascript } from "./javascript.ts";
import { inTurn, median } from "./measure.ts";

const ROUNDS = 9;
const folder = "scripts/bench/programs";

type Matched = NodeOf<MatchedGrammar, "Program">;
type Printed = () => string;

/** What a run prints. */
const printing = (start: (host: Host) => { readonly kind: string }): string => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    return bytes.length;
  });
  const { kind } = start(quietHost({ output }));
  if (kind !== "ended") throw new Error(`a benchmark ended with ${kind}`);
  return printed;
};

/** How a program runs on each backend, and how large its module is. */
const prepared = async (text: string) => {
  const matched = compiled(text, "match").program as Matched;
  const entry = matched.entries[0]!.function;
  const image = assemble(compiled(text, "registers").program as RegisterProgram);
  const artefact = await artefactOf(compiled(text, "wat").program as WatProgram);
  const loaded = load(artefact);
  const { exported } = artefact.metadata.entries[0]!;
  return {
    bytes: artefact.wasm.length,
    runs: {
      ast: () => printing((host) => interpret(matched, entry, host)),
      vm: () => printing((host) => runImage(image, entry, host)),
      aot: () => printing((host) => run(loaded, exported, host).outcome),
    } satisfies Record<string, Printed>,
  };
};

const measured = async (name: string) => {
  const { bytes, runs } = await prepared(readFileSync(`${folder}/${name}.fuse`, "utf8"));
  const baseline = javascript[name]!;
  for (const [backend, run] of Object.entries(runs)) {
    if (run().trimEnd() !== String(await baseline()).trimEnd())
      throw new Error(`${name} on ${backend} prints something else`);
  }
  const rounds = await inTurn([baseline, runs.ast, runs.vm, runs.aot], ROUNDS);
  const of = (i: number) => ({
    ms: median(rounds.map((round) => round[i]!)),
    ratio: median(rounds.map((round) => round[i]! / round[0]!)),
  });
  return { name, bytes, javascript: of(0).ms, ast: of(1), vm: of(2), aot: of(3) };
};

/** Milliseconds and ratios to JavaScript, program by program; of all, if none is named. */
export const running = async (wanted: readonly string[]) => {
  const names = readdirSync(folder).map((file) => file.replace(/\.fuse$/, ""));
  const all = [];
  for (const name of names) {
    if (wanted.length === 0 || wanted.includes(name)) all.push(await measured(name));
  }
  return all;
};
