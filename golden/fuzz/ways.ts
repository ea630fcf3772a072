// The ways to run a program: each gives the story of a run, and all stories must be the same.

import { interpret } from "../../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../../backends/vm/assemble.ts";
import type { Image } from "../../backends/vm/image.ts";
import { runImage } from "../../backends/vm/run-image.ts";
import type { Artefact } from "../../backends/wat/artefact.ts";
import { artefactOf } from "../../backends/wat/compile.ts";
import type { WatProgram } from "../../backends/wat/link.ts";
import { load, run } from "../../backends/wat/run.ts";
import type { AnfGrammar } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { MatchedGrammar } from "../../ir/matched.ts";
import { compile } from "../../pipeline/compile.ts";
import type { State } from "../../pipeline/compiler.ts";
import { behind } from "../../pipeline/points.ts";
import { sourceOf } from "../../pipeline/source.ts";
import type { Stage } from "../../pipeline/stage.ts";
import { standard } from "../../pipeline/standard.ts";
import type { Host } from "../../runtime/host.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { heap } from "../../runtime/values.ts";
import { embed } from "../embed.ts";

/** How an app or test ended, and what it printed. */
export interface Ending {
  readonly entry: string;
  readonly printed: string;
  readonly outcome: Outcome;
  /** Objects that are left over behind a proper end; 0 where nobody counts. */
  readonly left: number;
}
export type Story = readonly Ending[];

export interface Way {
  readonly name: string;
  /** Runs all entries of a program in Matched, compiled on by the stages behind that boundary. */
  readonly tell: (matched: State, stages: readonly Stage[]) => Promise<Story>;
}

type Program = NodeOf<MatchedGrammar, "Program">;
type Entry = Program["entries"][number];

const variables = { HOME: "home", NUMBER: "42", YES: "true" };

/** The program at the boundary in front of all backends; null if the checker rejects it. */
export const matchedOf = (text: string, verify = false): State | null =>
  compile({
    stages: standard,
    options: {},
    start: sourceOf("fuzz.fuse", text),
    until: "match",
    ...{ points: [], verify },
  }).program;

/** What is left to do behind it. */
export const stagesBehind: readonly Stage[] = behind(standard, "match");

const compiledOn = (matched: State, stages: readonly Stage[], until: string): unknown => {
  // What the standard order gives is verified by the golden tests.
  const verify = stages !== stagesBehind;
  const { program } = compile({ stages, options: {}, start: matched, until, points: [], verify });
  if (program === null) throw new Error(`the program did not get to ${until}`);
  return program.program;
};

type Run = (entry: Entry, host: Host) => { readonly outcome: Outcome; readonly left: number };

const storyOf = (entries: readonly Entry[], run: Run): Story =>
  entries
    .filter(({ role }) => role !== "main")
    .map((entry) => {
      const chunks: Buffer[] = [];
      const output = bufferedOutput((bytes) => {
        chunks.push(Buffer.from(bytes));
        return bytes.length;
      });
      const lines = ["one", "", "three"];
      const host: Host = { output, readLine: () => lines.shift() ?? null, interactive: false, variables };
      const { outcome, left } = run(entry, host);
      const printed = Buffer.concat(chunks).toString("latin1");
      return { entry: `${entry.role} ${entry.name.name}`, printed, outcome, left };
    });

const interpreted = (program: Program): Story =>
  storyOf(program.entries, (entry, host) => ({ outcome: interpret(program, entry.function, host), left: 0 }));

/** Runs the image in the virtual machine. */
const onMachine = (image: Image, entries: readonly Entry[]): Story =>
  storyOf(entries, (entry, host) => {
    const before = heap.live;
    const outcome = runImage(image, entry.function, host);
    return { outcome, left: outcome.kind === "ended" ? heap.live - before : 0 };
  });

/** Runs the artefact, whose entries are in the order of the program's. */
const inWasm = (artefact: Artefact, entries: readonly Entry[]): Story => {
  const loaded = load(artefact);
  const exported = new Map(entries.map((entry, i) => [entry, artefact.metadata.entries[i]!.exported]));
  return storyOf(entries, (entry, host) => {
    const { outcome, counters } = run(loaded, exported.get(entry)!, host);
    return { outcome, left: outcome.kind === "ended" ? counters.live : 0 };
  });
};

/** The first says what the others have to tell. */
export const ways: readonly Way[] = [
  { name: "ast", tell: async ({ program }) => interpreted(program as Program) },
  {
    name: "lower",
    tell: async (matched, stages) =>
      interpreted(embed(compiledOn(matched, stages, "lower") as NodeOf<AnfGrammar, "Program">)),
  },
  {
    name: "vm",
    tell: async (matched, stages) => {
      const program = compiledOn(matched, stages, "registers") as RegisterProgram;
      return onMachine(assemble(program), program.entries);
    },
  },
  {
    name: "aot",
    tell: async (matched, stages) => {
      const program = compiledOn(matched, stages, "wat") as WatProgram;
      const { entries } = matched.program as Program;
      return inWasm(await artefactOf(program, true), entries);
    },
  },
];
