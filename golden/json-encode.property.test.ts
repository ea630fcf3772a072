// JSON of a typed value, and of the same as one of unknown type, is the same on every backend, and reads as itself.

import fc from "fast-check";
import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { assemble, type RegisterProgram } from "../backends/vm/assemble.ts";
import { runImage } from "../backends/vm/run-image.ts";
import { artefactOf } from "../backends/wat/compile.ts";
import type { WatProgram } from "../backends/wat/link.ts";
import { load, run } from "../backends/wat/run.ts";
import { passesOfStages } from "../passes/testing.ts";
import { splitFlags } from "../runtime/flags.ts";
import { floatText } from "../runtime/float.ts";
import type { Host } from "../runtime/host.ts";
import { parseJson } from "../runtime/json.ts";
import { encodeJson, jsonFloat } from "../runtime/json-encode.ts";
import { heap } from "../runtime/values.ts";
import { matchedOf, type Program, ran, type Told, told } from "./stories.ts";

const program = matchedOf(
  "main.fuse",
  `
enum Shape:
  Dot
  Circle(Float)
  Line(Int, String?)

type Doc:
  zeta: Int
  alpha: String
  price: Float
  raw: Bytes
  note: String?
  ok: Bool
  counts: Map<String, Int>
  shapes: List<Shape>
  parts: List<Doc>

fn main(n: Int, price: Float, alpha: String, key: String, note: String?, raw: Bytes, ok: Bool):
  let part = Doc(zeta=n, alpha=key, price=0.5, raw=raw, note=alpha, ok=ok, counts={}, shapes=[], parts=[])
  let shapes = [Shape.Line(n, note), Shape.Dot, Shape.Circle(price)]
  let counts = {key: n, "b": 2, alpha: 3, "a": 1}
  let doc = Doc(zeta=n, alpha=alpha, price=price, raw=raw, note=note, ok=ok, counts=counts, shapes=shapes, parts=[part, part])
  let text = json.encode(doc)
  print(text)
  print(json.encode(json.decode(text)))
  print(json.encode([doc, note, alpha, ok, price]))
  print(json.encode({alpha: doc.parts}))
`,
)!;
const { function: main } = program.entries[0]!;

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: fc.constantFrom("a", '"', "\\", "\n", "\u0000", "é", "\uffff", "😀") }),
);
const given = fc.record({
  n: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  price: fc.double({ noNaN: true, noDefaultInfinity: true }),
  alpha: text,
  key: text,
  note: fc.option(text.map((content) => `${content}.`)),
  raw: fc.uint8Array({ maxLength: 5 }).map((bytes) => Buffer.from(bytes).toString("base64")),
  ok: fc.boolean(),
});
type Given = typeof given extends fc.Arbitrary<infer Of> ? Of : never;

const flagsOf = (values: Given): readonly string[] => {
  const shown = { ...values, price: floatText(values.price), note: values.note ?? "null" };
  return Object.entries(shown).map(([name, value]) => `--${name}=${value}`);
};

/** The documents that the program writes, to be put in order. */
const documents = ({ n, price: float, alpha, key, note, raw, ok }: Given): readonly string[] => {
  const [price, name] = [jsonFloat(float), JSON.stringify(alpha)];
  const record = (fields: Readonly<Record<string, string>>): string =>
    `{${Object.entries(fields)
      .map(([field, value]) => `"${field}":${value}`)
      .join(",")}}`;
  const shown = { zeta: `${n}`, raw: JSON.stringify(raw), ok: `${ok}` };
  const rest = { price: "0.5", note: name, counts: "{}", shapes: "[]", parts: "[]" };
  const part = record({ ...shown, ...rest, alpha: JSON.stringify(key) });
  const line = `{"type":"Line","data":[${n},${JSON.stringify(note)}]}`;
  const shapes = `[${line},{"type":"Dot"},{"type":"Circle","data":${price}}]`;
  const counts = `{${JSON.stringify(key)}:${n},"b":2,${name}:3,"a":1}`;
  const own = { note: JSON.stringify(note), alpha: name, price, counts, shapes };
  const doc = record({ ...shown, ...own, parts: `[${part},${part}]` });
  return [doc, doc, `[${doc},${own.note},${name},${ok},${price}]`, `{${name}:[${part},${part}]}`];
};

const compiled = (...stages: readonly string[]): unknown =>
  passesOfStages(...stages).reduce((now: unknown, pass) => ran(now, pass), program);

type Run = (host: Host) => Told["outcome"];

const onMachine = (): Run => {
  const image = assemble(compiled("lower", "own", "registers") as RegisterProgram);
  return (host) => {
    const before = heap.live;
    const outcome = runImage(image, main, host);
    assert.is(heap.live, before, "the machine leaks");
    return outcome;
  };
};

const inWebAssembly = async (): Promise<Run> => {
  const loaded = load(await artefactOf(compiled("lower", "own", "wat") as WatProgram, true));
  return (host) => {
    const { outcome, counters } = run(loaded, loaded.metadata.entries[0]!.exported, host);
    assert.is(counters.live, 0, "the module leaks");
    return outcome;
  };
};

/** The JSON again, with its keys in order. */
const canonical = (json: string): string => {
  const read = parseJson(json);
  if (isLeft(read)) throw new Error(`no JSON: ${json}`);
  return encodeJson(read.right);
};

test("all backends write what was read", async () => {
  const runs: readonly Run[] = [
    (host) => interpret(program as Program, main, host),
    onMachine(),
    await inWebAssembly(),
  ];
  fc.assert(
    fc.property(given, (values) => {
      const lines = documents(values)
        .map((each) => `${canonical(each)}\n`)
        .join("");
      const flags = splitFlags(flagsOf(values));
      for (const run of runs) {
        const { printed, outcome } = told((host) => run({ ...host, flags }));
        assert.is(outcome.kind, "ended");
        assert.is(Buffer.from(printed, "latin1").toString(), lines);
      }
    }),
    { numRuns: 200 },
  );
});

test.run();
