// Typed decoding by example, on all backends: what runs while a value is decoded, and where problems are said to be.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { matchedOf, stagesBehind, ways } from "./fuzz/ways.ts";

/** What a program tells that decodes the text as `T`, line by line: the JSON of the value, or its problems. */
const told = async (declarations: string, text: string): Promise<readonly string[]> => {
  const matched = matchedOf(`${declarations}
app "decode":
  match json.decode<T>(${JSON.stringify(text)}):
    Ok(value):
      print(json.encode(value))
    Err(error):
      for each in error.fields:
        print("\${each.path} \${each.code}")
`);
  if (matched === null) throw new Error("the program is wrong");
  const [first, ...others] = await Promise.all(ways.map(({ tell }) => tell(matched, stagesBehind)));
  for (const other of others) assert.equal(other, first);
  const [ending] = first!;
  assert.is(ending!.outcome.kind, "ended");
  assert.is(ending!.left, 0);
  return ending!.printed.trimEnd().split("\n");
};

const observed = `
fn noted(n: Int) -> Int:
  print("default \${n}")
  return n

fn fine(n: Int) -> Bool:
  print("test \${n}")
  return n < 5

type T:
  a: Int(predicate(fine)) = noted(1)
  b: Int = noted(2)
  c: Int(0..4, predicate(fine)) = noted(9)
  d: Int?
`;

test("defaults are made in the order of declaration, once the fields that are given are fine", async () => {
  assert.equal(await told(observed, '{"d":null,"c":3}'), [
    ...["test 3", "default 1", "test 1", "default 2"],
    '{"a":1,"b":2,"c":3,"d":null}',
  ]);
});

test("no default is made of a struct that has another problem", async () => {
  assert.equal(await told(observed, '{"z":1,"a":7,"c":5}'), [
    ...["test 7", "$.a invalid_value", "$.c invalid_value", "$.z unknown_field"],
  ]);
});

test("an invalid default is a problem where it would stand, and the others are still made", async () => {
  assert.equal(await told(observed, "{}"), [
    ...["default 1", "test 1", "default 2", "default 9"],
    "$.c invalid_value",
  ]);
});

test("an explicit null is not replaced by a default", async () => {
  assert.equal(await told("type T:\n  a: Int = 1\n  b: Int? = 2", '{"a":null,"b":null}'), [
    "$.a type_mismatch",
  ]);
  assert.equal(await told("type T:\n  a: Int = 1\n  b: Int? = 2", '{"b":null}'), ['{"a":1,"b":null}']);
});

const made = `
type Part:
  size: Int(0..9)

fn part(size: Int) -> Part:
  return Part(size=size)

fn fits(n: Int) -> Bool:
  return part(n).size > 1

type Outer:
  n: Int(predicate(fits)) = 2
  part: Part = part(12)

type T:
  outers: List<Outer>
`;

test("a struct that a default or a predicate fails to make names its own field", async () => {
  const part = '"part":{"size":1}';
  assert.equal(await told(made, `{"outers":[{${part},"n":11},{"n":1},{"n":2},{${part}}]}`), [
    ...["Part.size invalid_value", "$.outers[1].n invalid_value", "Part.size invalid_value"],
  ]);
  assert.equal(await told(made, `{"outers":[{"part":{"size":11}}]}`), [
    "$.outers[0].part.size invalid_value",
  ]);
});

const keyed = `
type T:
  ids: Map<Id, Int>
  short: Map<String(1..2), Int(0..9)>?
  never: Map<Int, Bool>
`;

test("keys are validated in front of their values", async () => {
  assert.equal(await told(keyed, '{"ids":{"b":1,"":"x"},"short":{"long":10,"ok":1,"a":-1},"never":{}}'), [
    ...["$.ids. invalid_value", "$.ids. type_mismatch"],
    ...["$.short.a invalid_value", "$.short.long invalid_value", "$.short.long invalid_value"],
  ]);
});

test("where keys cannot be texts, the first one is the problem", async () => {
  assert.equal(await told(keyed, '{"ids":{},"never":{"2":1,"1":null}}'), ["$.never.1 type_mismatch"]);
  assert.equal(await told(keyed, '{"ids":{},"never":{}}'), ['{"ids":{},"never":{},"short":null}']);
});

test("the last of equal keys counts, in the place of the first", async () => {
  assert.equal(await told("type T:\n  a: Int\n  b: Int", '{"a":"x","b":1,"a":2}'), ['{"a":2,"b":1}']);
});

test("only a text that is no JSON has that as its one problem", async () => {
  assert.equal(await told("type T:\n  a: Int", '{"a":"x",}'), ["$ invalid_json"]);
  assert.equal(await told("type T:\n  a: Int", '{"a":1e999}'), ["$ invalid_json"]);
});

const results = `
type Gone:
  why: String

type T:
  r: List<Int!Gone>
`;

test("Results say what of their tag is wrong", async () => {
  const cases = ['{"type":"Ok","data":"x"}', '{"data":1}', '{"type":"Ok"}', '{"type":1,"data":1}'];
  const others = ['{"type":"No","data":1}', '{"type":"Err","data":{}}', "1"];
  assert.equal(await told(results, `{"r":[${[...cases, ...others].join(",")}]}`), [
    ...["$.r[0].data type_mismatch", "$.r[1] missing_field", "$.r[2] missing_field"],
    ...["$.r[3].type type_mismatch", "$.r[4].type invalid_value"],
    ...["$.r[5].data.why missing_field", "$.r[6] type_mismatch"],
  ]);
});

test.run();
