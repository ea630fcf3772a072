// Typed decoding of any text: on all backends the same, with nothing left in memory, and the same whether the type has a
// reader or, because a predicate is in it, has none.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { matchedOf, stagesBehind, ways } from "./fuzz/ways.ts";

/** The declarations; `also` is a constraint that all values satisfy. */
const declarations = (also: string): string => `
import { Validation } from "std.Error"

fn fine(value: Int) -> Bool:
  return true

enum Kind:
  Plain
  Level(Int(0..9${also}))
  Pair(Int, String?)
  Deep(List<Kind>)

type Line:
  sku: String(2..4)
  qty: Int(1..9${also}) = 1
  rather_a_long_name: Bool?

type Order:
  id: Id
  mail: Email?
  zip: String(regex("^[0-9]+$"), 2..5) = "00"
  count: Int(-99..99${also})
  ratio: Float = 0.5
  lines: List<Line> = []
  kind: Kind?
  limits: Map<String, Int?>
  note: String? = "none"
  seal: Bytes(0..4)?
  next: Order?
  made: String = "a" + "b"

fn problems(error: Validation) -> String:
  var told = ""
  for field in error.fields:
    told = told + field.path + " " + field.code + ", "
  return told

fn order(text: String) -> String:
  match json.decode<Order>(text):
    Ok(value):
      return json.encode(value)
    Err(error):
      return problems(error)

fn kind(text: String) -> String:
  match json.decode<Kind>(text):
    Ok(value):
      return json.encode(value)
    Err(error):
      return problems(error)

fn list(text: String) -> String:
  match json.decode<List<Int(-5..9007199254740993${also})?>>(text):
    Ok(value):
      return json.encode(value)
    Err(error):
      return problems(error)
`;

type Way = (typeof ways)[number];

/** What is told of the texts, line by line. */
const told = async (way: Way, also: string, decoder: string, texts: readonly string[]) => {
  const prints = texts.map((text) => `  print(${decoder}(${JSON.stringify(text)}))\n`);
  const matched = matchedOf(`${declarations(also)}\napp "decode":\n${prints.join("")}`);
  if (matched === null) throw new Error("the program is wrong");
  const [ending] = await way.tell(matched, stagesBehind);
  assert.is(ending!.outcome.kind, "ended", `${way.name}: ${JSON.stringify(ending!.outcome)}`);
  assert.is(ending!.left, 0, `${way.name} leaves objects`);
  return ending!.printed.trimEnd().split("\n");
};

const word = fc.constantFrom("a", "abc", "a@b.c", "123", "é\n", "", "none");
const kind = fc.letrec<{ readonly kind: unknown }>((tie) => ({
  kind: fc.oneof(
    { maxDepth: 4 },
    fc.constant({ type: "Plain" }),
    fc.record({ type: fc.constant("Level"), data: fc.integer({ min: -1, max: 10 }) }),
    fc.record({ data: fc.tuple(fc.integer(), fc.option(word)), type: fc.constant("Pair") }),
    fc.record({ data: fc.array(tie("kind"), { maxLength: 3 }), type: fc.constant("Deep") }),
  ),
})).kind;
const line = fc.record(
  { sku: word, qty: fc.integer({ min: 0, max: 10 }), rather_a_long_name: fc.option(fc.boolean()) },
  { requiredKeys: ["sku"] },
);
const order = fc
  .record(
    {
      ...{
        id: word,
        mail: fc.option(word),
        zip: word,
        count: fc.oneof(fc.integer({ min: -150, max: 150 }), fc.double()),
      },
      ...{
        ratio: fc.double({ noNaN: true }),
        lines: fc.array(line, { maxLength: 3 }),
        kind: fc.option(kind),
      },
      ...{
        limits: fc.dictionary(word, fc.option(fc.integer())),
        note: fc.option(word),
        made: word,
        seal: fc.constantFrom("", "YQ==", "YWJjZA==", "YWJjZGU=", "a"),
      },
    },
    { requiredKeys: ["id", "count", "limits", "made"] },
  )
  .map((each) => JSON.stringify(each));

/** The text with a few places overwritten. */
const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'[]{}:," \\0123.e-tn', "null")), {
        maxLength: 2,
      }),
    )
    .map(([json, wounds]) =>
      wounds.reduce((so, [at, cut, put]) => {
        const place = at % (so.length + 1);
        return so.slice(0, place) + put + so.slice(place + cut);
      }, json),
    )
    .filter((each) => each.isWellFormed() && !/[$\p{Cc}]/u.test(each));

const ints = fc.oneof(
  fc.json({ maxDepth: 2 }),
  fc.array(fc.option(fc.maxSafeNat())).map((each) => JSON.stringify(each)),
);

for (const [decoder, text] of [
  ["order", order],
  ["kind", kind.map((each) => JSON.stringify(each))],
  ["list", ints],
] as const) {
  test(`any text is decoded as ${decoder} in one way`, async () => {
    const texts = fc.sample(damaged(text), 100);
    const [first, ...others] = ways;
    const expected = await told(first!, ", predicate(fine)", decoder, texts);
    for (const way of [first!, ...others]) {
      const lines = await told(way, "", decoder, texts);
      texts.forEach((each, i) => {
        assert.is(lines[i], expected[i], `${way.name}: ${each}`);
      });
    }
  });
}

test.run();
