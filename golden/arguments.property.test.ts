// Program arguments mean the same on every backend, optimised or not, and what a run makes of them is freed.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../backends/vm/assemble.ts";
import { runImage } from "../backends/vm/run-image.ts";
import { artefactOf } from "../backends/wat/compile.ts";
import type { WatProgram } from "../backends/wat/link.ts";
import { load, run } from "../backends/wat/run.ts";
import { type AnyPass, passesOfStages } from "../passes/testing.ts";
import { splitFlags } from "../runtime/flags.ts";
import type { Host } from "../runtime/host.ts";
import { heap } from "../runtime/values.ts";
import { isOptional, matchedOf, type Program, ran, type Told, told } from "./stories.ts";

const program = matchedOf(
  "main.fuse",
  `
enum Level:
  Low
  High(Int, String)

type Profile:
  name: String(1..5)
  age: Int(0..150) = 3
  friends: List<Profile> = []

fn even(n: Int) -> Bool:
  return n % 2 == 0

fn main(a: Int(predicate(even)), b: Float = 0.5, c: Bool = a > 4, no_c: Bool?, d: String(2..9)?, e: Email?, f: Bytes?, g: Id?, h: List<Int(0..9)> = [4], i: Map<String, Float>?, j: Profile?, k: Level = Level.Low, l: String = "${"${a} ${b}"}", m: List<String> = [l, l]):
  print("\${a} \${b} \${c} \${no_c} \${d} \${e} \${f} \${g} \${h} \${i} \${j} \${k} \${l} \${m}")
`,
)!;

const names = ["a", "b", "c", "no-c", "no_no-c", "d", "e", "f", "g", "h", "i", "j", "k", "x", "A"];
const texts = [
  ...["", "null", "2", "3", " 4 ", "-0.5", "1e400", "true", "FALSE", "ab", "aé😀", "a@b.c", "YQ==", "x y"],
  ...["[]", "[1,2]", '[1,"a",10]', "[1", '{"x":1}', '{"x":null,"y":1.5}', '{"name":"Ada"}'],
  ...['{"name":"","age":151,"z":1,"friends":[{"name":"B"},{}]}', '{"type":"Low"}'],
  ...['{"type":"High","data":[1,"a"]}', '{"type":"High","data":[1]}', '{"type":"None"}'],
];

const fitting = [
  ...["--a=8", "--b=1e3", "--c", "--no-no-c", "--d=aé😀", "--e=a@b.c", "--f=YQ==", "--g=null", "--h=[1,2]"],
  ...[
    '--i={"x":1,"y":1.5}',
    '--j={"name":"Ada","friends":[{"name":"Bo"}]}',
    '--k={"type":"High","data":[1,"a"]}',
  ],
  ...["--l=", '--m=["x"]'],
];

const whatever = fc.oneof(
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...texts)).map(([name, text]) => `--${name}=${text}`),
  fc.constantFrom(...names).map((name) => `--${name}`),
  fc.constantFrom("--", "--=", "7"),
);

/** Arguments that fit, with a few that may not. */
const args = fc
  .tuple(fc.subarray(fitting), fc.array(whatever, { maxLength: 3 }), fc.nat(20))
  .map(([fit, others, at]) => [...fit.slice(0, at), ...others, ...fit.slice(at)]);

type Run = (host: Host) => Told["outcome"];

const main = program.entries.find(({ role }) => role === "main")!;

/** What the passes of these stages make of the program, with or without those that are optional. */
const compiled = (optional: boolean, ...stages: readonly string[]): unknown =>
  passesOfStages(...stages)
    .filter((pass: AnyPass) => optional || !isOptional(pass))
    .reduce((now: unknown, pass) => ran(now, pass), program);

const onMachine = (optional: boolean): Run => {
  const image = assemble(compiled(optional, "lower", "own", "registers") as RegisterProgram);
  return (host) => {
    const before = heap.live;
    const outcome = runImage(image, main.function, host);
    if (outcome.kind === "ended") assert.is(heap.live, before, "the machine leaks");
    return outcome;
  };
};

const inWebAssembly = async (optional: boolean): Promise<Run> => {
  const loaded = load(await artefactOf(compiled(optional, "lower", "own", "wat") as WatProgram, true));
  const { exported } = loaded.metadata.entries.find(({ role }) => role === "main")!;
  return (host) => {
    const { outcome, counters } = run(loaded, exported, host);
    if (outcome.kind === "ended") assert.is(counters.live, 0, "the module leaks");
    return outcome;
  };
};

test("all backends bind arguments alike", async () => {
  const interpreted = (host: Host) => interpret(program as Program, main.function, host);
  const others = [
    ...[onMachine(true), onMachine(false)],
    ...[await inWebAssembly(true), await inWebAssembly(false)],
  ];
  fc.assert(
    fc.property(args, (given) => {
      const flags = splitFlags(given);
      const tell = (run: Run): Told => told((host) => run({ ...host, flags }));
      const expected = tell(interpreted);
      for (const other of others) assert.equal(tell(other), expected, given.join(" "));
    }),
    { numRuns: 500, includeErrorInReport: true },
  );
});

test.run();
