// The ways to run a program: each gives the story of a run, and all stories must be the same.

import { isLeft } from "fp-ts/Either";
import { interpret } from "../../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../../backends/vm/assemble.ts";
import type { Image } from "../../backends/vm/image.ts";
import { runImage } from "../../backends/vm/run-image.ts";
import type { Artefact } from "../../backends/wat/artefact.ts";
import { artefactOf } from "../../backends/wat/compile.ts";
import type { WatProgram } from "../../backends/wat/link.ts";
import { load as loadModule, run } from "../../backends/wat/run.ts";
import type { AnfGrammar } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { Matched, type MatchedGrammar } from "../../ir/matched.ts";
import { compile } from "../../pipeline/compile.ts";
import type { State } from "../../pipeline/compiler.ts";
import { inMemory } from "../../pipeline/load/files.ts";
import { load } from "../../pipeline/load/load.ts";
import { behind } from "../../pipeline/points.ts";
import { stateOf } from "../../pipeline/source.ts";
import type { Stage } from "../../pipeline/stage.ts";
import { standard } from "../../pipeline/standard.ts";
import type { Host } from "../../runtime/host.ts";
import { INFO } from "../../runtime/log.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { heap } from "../../runtime/values.ts";
import { embed } from "../embed.ts";

/** How an app or test ended, and what it printed. */
export interface Ending {
  readonly entry: string;
  readonly printed: string;
  /** The lines of its log. */
  readonly logged: readonly string[];
  readonly outcome: Outcome;
  /** Objects that are left over behind a proper end; 0 where nobody counts, as where a task may not have ended. */
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

const PATH = "/fuzz.fuse";

/** A program of one file, which may import what is built in. */
export const startOf = (text: string): State => {
  const loaded = load(PATH, inMemory(new Map([[PATH, text]])));
  if (isLeft(loaded)) throw new Error("a text in memory cannot be read");
  return stateOf(loaded.right.program, loaded.right.diagnostics);
};

/** The program at the boundary in front of all backends; null if the checker rejects it. */
export const matchedOf = (text: string, verify = false): State | null =>
  compile({
    stages: standard,
    options: {},
    start: startOf(text),
    until: "match",
    ...{ points: [], verify },
  }).program;

/** What is left to do behind it. */
export const stagesBehind: readonly Stage[] = behind(standard, "match");
const stagesBehindOwn: readonly Stage[] = behind(standard, "own");

/** What the standard order makes of programs before their ways part. */
const shared = new WeakMap<State, State>();

const sharedOf = (matched: State): State => {
  const known = shared.get(matched);
  if (known) return known;
  const made = through(matched, stagesBehind, "own");
  shared.set(matched, made);
  return made;
};

const through = (start: State, stages: readonly Stage[], until: string): State => {
  // What the standard order gives is verified by the golden tests.
  const verify = stages !== stagesBehind && stages !== stagesBehindOwn;
  const { program } = compile({ stages, options: {}, start, until, points: [], verify });
  if (program === null) throw new Error(`the program did not get to ${until}`);
  return program;
};

/** The program at a boundary behind `own`. */
const compiledOn = (matched: State, stages: readonly Stage[], until: string): unknown =>
  stages === stagesBehind
    ? through(sharedOf(matched), stagesBehindOwn, until).program
    : through(matched, stages, until).program;

const spawn = traverse<MatchedGrammar, { found: boolean }>(Matched, {
  Expr: {
    Spawn: (_, _to, context) => {
      context.found = true;
    },
  },
});

/** Whether it makes tasks: one that was not awaited keeps what it has. */
const spawns = (program: Program): boolean => {
  const context = { found: false };
  for (const each of program.functions) spawn.Function(each, context);
  return context.found;
};

type Run = (entry: Entry, host: Host) => { readonly outcome: Outcome; readonly left: number };

const storyOf = (program: Program, run: Run): Story =>
  program.entries
    .filter(({ role }) => role !== "main")
    .map((entry) => {
      const chunks: Buffer[] = [];
      const output = bufferedOutput((bytes) => {
        chunks.push(Buffer.from(bytes));
        return bytes.length;
      });
      const lines = ["one", "", "three"];
      const logged: string[] = [];
      const host = quietHost({
        ...{ output, readLine: () => lines.shift() ?? null, variables },
        log: { minimum: INFO, coloured: false, write: (line) => logged.push(line) },
      });
      const { outcome, left } = run(entry, host);
      const printed = Buffer.concat(chunks).toString("latin1");
      return { entry: `${entry.role} ${entry.name.name}`, printed, logged, outcome, left };
    });

const interpreted = (program: Program): Story =>
  storyOf(program, (entry, host) => ({ outcome: interpret(program, entry.function, host), left: 0 }));

/** Runs the image in the virtual machine. */
const onMachine = (image: Image, program: Program): Story => {
  const counts = !spawns(program);
  return storyOf(program, (entry, host) => {
    const before = heap.live;
    const outcome = runImage(image, entry.function, host);
    return { outcome, left: counts && outcome.kind === "ended" ? heap.live - before : 0 };
  });
};

/** Runs the artefact, whose entries are in the order of the program's. */
const inWasm = (artefact: Artefact, program: Program): Story => {
  const loaded = loadModule(artefact);
  const exported = new Map(
    program.entries.map((entry, i) => [entry, artefact.metadata.entries[i]!.exported]),
  );
  return storyOf(program, (entry, host) => {
    const { outcome, counters, dropped } = run(loaded, exported.get(entry)!, host);
    return { outcome, left: dropped === 0 && outcome.kind === "ended" ? counters.live : 0 };
  });
};

/** The first says what the others have to tell. */
export const ways: readonly Way[] = [
  { name: "ast", tell: async ({ program }) => interpreted(program as Program) },
  {
    name: "lower",
    tell: async (matched, stages) =>
      interpreted(embed(through(matched, stages, "lower").program as NodeOf<AnfGrammar, "Program">)),
  },
  {
    name: "vm",
    tell: async (matched, stages) =>
      onMachine(
        assemble(compiledOn(matched, stages, "registers") as RegisterProgram),
        matched.program as Program,
      ),
  },
  {
    name: "aot",
    tell: async (matched, stages) => {
      const program = compiledOn(matched, stages, "wat") as WatProgram;
      return inWasm(await artefactOf(program, true), matched.program as Program);
    },
  },
];
