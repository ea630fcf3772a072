// Readers of types on all backends: what they give for plain texts, and which they leave to the decoder.
// A pass of the test gives functions named `read_…` the reader of their result's type.

import { right } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Structures, type StructuresGrammar } from "../ir/derived.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import { pass } from "../ir/framework/pass.ts";
import { STRING } from "../ir/types.ts";
import { block, call, giveBack, use } from "../passes/lower/build.ts";
import { demand } from "../passes/lower/demand.ts";
import { askReader, type Fn } from "../passes/lower/readers.ts";
import { tablesOf } from "../passes/lower/tables.ts";
import { compile } from "../pipeline/compile.ts";
import { behind } from "../pipeline/points.ts";
import type { Stage } from "../pipeline/stage.ts";
import { standard } from "../pipeline/standard.ts";
import { type Story, startOf, ways } from "./fuzz/ways.ts";

type Program = NodeOf<StructuresGrammar, "Program">;
type Function = NodeOf<StructuresGrammar, "Function">;

const withReaders = pass({
  name: "with-readers",
  purpose: "Lets functions of a test read.",
  from: Structures,
  to: Structures,
  run: (program: Program) => {
    const made = demand<Fn>();
    const context = {
      ...{ tables: tablesOf(program.types), made, path: program.sources[0]!.path },
      functions: new Map(program.functions.map((fn) => [fn.id, fn])),
    };
    const functions = program.functions.map((fn): Function => {
      if (!fn.name.startsWith("read_") || fn.result.kind !== "Option") return fn;
      const id = askReader(fn.result.inner, context);
      if (id === null) throw new Error(`no reader of ${fn.result.text}`);
      const text = use(fn.params[0]!.local, STRING);
      return { ...fn, body: block([giveBack(call(id, fn.result, [text]))]) };
    });
    return right({ ...program, functions: [...functions, ...made.all()] });
  },
});

const stages: readonly Stage[] = standard.map((stage) => ({
  ...stage,
  passes: stage.passes.flatMap((each) => (each.name === "complete-structs" ? [each, withReaders] : [each])),
}));

const declarations = `
enum Kind:
  Plain
  Level(Int(0..9))
  Pair(Int, String?)
  Deep(List<Kind>)

type Line:
  sku: String(2..4)
  qty: Int(1..9) = 1
  rather_a_long_name: Bool?

type Order:
  id: Id
  mail: Email?
  zip: String(regex("^[0-9]+$"), 2..5) = "00"
  count: Int
  ratio: Float = 0.5
  lines: List<Line> = []
  kind: Kind?
  limits: Map<String, Int?>
  note: String? = "none"
  seal: Bytes(0..4)?
  next: Order?
  made: String = "a" + "b"

fn read_order(text: String) -> Order?:
  return null

fn read_kind(text: String) -> Kind?:
  return null

fn read_ints(text: String) -> List<Int?>?:
  return null

fn read_float(text: String) -> Float?:
  return null
`;

const literal = (text: string): string => JSON.stringify(text);

const programOf = (reader: string, texts: readonly string[]): string =>
  `${declarations}\napp "read":\n${texts.map((text) => `  print(json.encode(read_${reader}(${literal(text)})))\n`).join("")}`;

const storiesOf = async (text: string): Promise<readonly Story[]> => {
  const { program } = compile({
    ...{ stages, options: {}, start: startOf(text), until: "match", points: [], verify: true },
  });
  if (program === null) throw new Error(`no program:\n${text}`);
  return Promise.all(ways.map(({ tell }) => tell(program, behind(standard, "match"))));
};

/** What a reader gives for each of the texts: the same on all backends, with nothing left. */
const readAll = async (reader: string, texts: readonly string[]): Promise<readonly string[]> => {
  const [first, ...others] = await storiesOf(programOf(reader, texts));
  for (const each of others) assert.equal(each, first);
  assert.equal(first![0]!.outcome.kind, "ended", JSON.stringify(first![0]!.outcome));
  assert.is(first![0]!.left, 0);
  return Buffer.from(first![0]!.printed, "latin1").toString().trimEnd().split("\n");
};

const encoded = (changed: Readonly<Record<string, string>> = {}): string => {
  const fields = {
    ...{ count: "1", id: '"a"', kind: "null", limits: "{}", lines: "[]", made: '"m"', mail: "null" },
    ...{ next: "null", note: '"none"', ratio: "0.5", seal: "null", zip: '"00"', ...changed },
  };
  return `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":${value}`)
    .join(",")}}`;
};

const least = '"id":"a","count":1,"limits":{},"made":"m"';

test("plain texts become values", async () => {
  const lines = await readAll("order", [
    `{${least}}`,
    ` { "made" : "n" , "seal":"YQ==","limits":{ "x" : 1, "é\\n" :null,"x":2} ,\n\t"count":-12,"id":"\\u00e9" } `,
    `{${least},"lines":[{"sku":"abc"},{"sku":"abcd","qty":9,"rather_a_long_name":false}],"ratio":2,"note":null}`,
    `{${least},"kind":{"type":"Plain"},"mail":"a@b.c","zip":"123","next":{${least},"count":2}}`,
    `{${least},"kind":{"data":[3,null],"type":"Pair"},"count":3,"id":"b"}`,
    `{${least},"kind":{"type":"Deep","data":[{"type":"Level","data":1},{"data":[],"type":"Deep"}]}}`,
  ]);
  const [line, short] = ['"qty":9,"rather_a_long_name":false', '"qty":1,"rather_a_long_name":null'];
  assert.equal(lines, [
    encoded(),
    encoded({ count: "-12", id: '"é"', limits: '{"x":2,"é\\n":null}', made: '"n"', seal: '"YQ=="' }),
    encoded({ lines: `[{${short},"sku":"abc"},{${line},"sku":"abcd"}]`, note: "null", ratio: "2" }),
    encoded({ kind: '{"type":"Plain"}', mail: '"a@b.c"', next: encoded({ count: "2" }), zip: '"123"' }),
    encoded({ count: "3", id: '"b"', kind: '{"data":[3,null],"type":"Pair"}' }),
    encoded({
      kind: '{"data":[{"data":1,"type":"Level"},{"data":[],"type":"Deep"}],"type":"Deep"}',
    }),
  ]);
});

test("what is not plain is refused", async () => {
  const lines = await readAll("order", [
    ...[
      "",
      "null",
      "[]",
      "{",
      `{${least}`,
      `{${least}} x`,
      `{${least},}`,
      `{,${least}}`,
      `{${least},"other":1}`,
    ],
    ...[
      '{"id":"a","count":1,"limits":{}}',
      `{${least},"id":""}`,
      `{${least},"id":null}`,
      `{${least},"c\\u006funt":2}`,
    ],
    ...[`{${least},"mail":"a"}`, `{${least},"zip":"1"}`, `{${least},"zip":"ab"}`, `{${least},"count":1.5}`],
    ...[`{${least},"count":01}`, `{${least},"count":9223372036854775808}`, `{${least},"limits":{"a":}}`],
    ...[
      `{${least},"lines":[{"sku":"a"}]}`,
      `{${least},"lines":[{"sku":"abc"}`,
      `{${least},"lines":[{"sku":"abc"},]}`,
    ],
    ...[
      `{${least},"lines":[{"sku":"abc","qty":0}]}`,
      `{${least},"lines":[1}`,
      `{${least},"ratio":1e999}`,
      `{${least},"seal":"YWJjZGU="}`,
      `{${least},"seal":"Y"}`,
    ],
  ]);
  for (const line of lines) assert.is(line, "null");
});

test("enum values are read with payload and variant in either order", async () => {
  const lines = await readAll("kind", [
    ...[
      '{"type":"Level","data":3}',
      '{"data":3,"type":"Level"}',
      ' { "data" : [ 1 , "x,]}\\"" ] , "type" : "Pair" } ',
    ],
    ...['{"data":[{"data":[{"type":"Plain"}],"type":"Deep"}],"type":"Deep"}', '{"type":"Plain"}'],
    ...[
      '{"type":"Level"}',
      '{"type":"Level","data":10}',
      '{"type":"Plain","data":1}',
      '{"data":3,"type":"Level","x":1}',
    ],
    ...[
      '{"type":"Level","data":3,"type":"Plain"}',
      '{"type":"Pair","data":[1]}',
      '{"type":"Pair","data":[1,null,2]}',
    ],
    ...[
      '{"type":"None"}',
      '{"type":1}',
      '{"data":1}',
      '{"data":,"type":"Level"}',
      '{"data":1 2,"type":"Level"}',
      "{}",
    ],
    ...[
      '{"type":"Level" "data":3}',
      '{"type":"Level","data":3',
      '{"data":[1,2}],"type":"Pair"}',
      '{"typ":"Plain"}',
    ],
  ]);
  assert.equal(lines.slice(0, 5), [
    ...['{"data":3,"type":"Level"}', '{"data":3,"type":"Level"}', '{"data":[1,"x,]}\\""],"type":"Pair"}'],
    ...['{"data":[{"data":[{"type":"Plain"}],"type":"Deep"}],"type":"Deep"}', '{"type":"Plain"}'],
  ]);
  for (const line of lines.slice(5)) assert.is(line, "null");
});

test("512 levels are read, and no more", async () => {
  const deep = (levels: number): string =>
    '{"type":"Deep","data":['.repeat(levels / 2) + "]}".repeat(levels / 2);
  const [read, refused] = await readAll("kind", [deep(512), `{"type":"Deep","data":[${deep(512)}]}`]);
  assert.is.not(read, "null");
  assert.is(refused, "null");
});

test.run();
