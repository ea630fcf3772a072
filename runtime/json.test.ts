// The JSON reader, by example and beside the host's.

import fc from "fast-check";
import { isLeft, isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Failure } from "./failures.ts";
import { decodeJson, parseJson } from "./json.ts";
import { textOf } from "./text.ts";
import { Dict, Float, List, type Value } from "./values.ts";

const read = (text: string): Value => {
  const value = parseJson(text);
  if (isLeft(value)) throw new Error(value.left.message);
  return value.right;
};

type Entries = readonly (readonly [string, unknown])[];
/** The host's objects have keys that look like numbers first. */
const byKey = (entries: Entries): Entries => entries.toSorted(([a], [b]) => (a < b ? -1 : 1));

/** A value as the host's JSON reader gives it, objects as their entries. */
const plain = (value: Value): unknown => {
  if (value instanceof Float) return value.value;
  if (value instanceof List) return value.items.map(plain);
  if (value instanceof Dict) return byKey(value.keys.map((key, i) => [key, plain(value.values[i])]));
  return typeof value === "bigint" ? Number(value) : value;
};
const entries = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(entries)
    : typeof value === "object" && value !== null
      ? byKey(Object.entries(value).map(([key, each]) => [key, entries(each)]))
      : Object.is(value, -0)
        ? 0
        : value;

test("numbers are Ints where they are whole and in range", () => {
  for (const text of ["5", "2.0", "1e2", "-0", "9007199254740993", "9223372036854775807", "0.5e1", "120e-1"])
    assert.not(read(text) instanceof Float, text);
  assert.is(read("9223372036854775807"), 9223372036854775807n);
  assert.is(read("100e-2"), 1);
  assert.is(read("0e999999999999"), 0);
  for (const text of ["1.5", "9223372036854775808", "1e300", "1e-2", "-0.1"])
    assert.instance(read(text), Float, text);
  assert.ok(isLeft(parseJson("1e999")));
});

test("a key that is repeated keeps its place and takes the last value", () => {
  assert.is(textOf(read('{"a":1,"b":2,"a":3}')), "{a: 3, b: 2}");
});

test("what is said of a text that is not JSON says why and where", () => {
  const said = (text: string): string => {
    try {
      return textOf(decodeJson(text));
    } catch (thrown) {
      return thrown instanceof Failure ? `${thrown.code}: ${thrown.message}` : String(thrown);
    }
  };
  assert.is(said("[1,]"), "runtime_error: invalid json: expected a value at line 1, column 4");
  assert.is(said('{"a": 1\n "b"'), 'runtime_error: invalid json: expected "," or "}" at line 2, column 2');
  assert.is(said('["😀", x]'), "runtime_error: invalid json: expected a value at line 1, column 7");
  assert.is(said('{"a"'), "runtime_error: invalid json: the text ends too early at line 1, column 5");
  assert.match(said("1e400"), "the number is too large at line 1, column 1");
  assert.match(said('"\\ud800"'), "half a surrogate pair");
  assert.match(said(`${"[".repeat(513)}`), "deeper than 512 levels at line 1, column 513");
});

test("escapes stand for what they say", () => {
  assert.is(read('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 é"'), '"\\/\b\f\n\r\té😀 é');
});

test("numbers of many digits take no more than linear time", () => {
  const zeros = "0".repeat(200_000);
  assert.is(read(`0.${zeros}1e200001`), 1);
  assert.instance(read(`0.${zeros}10${zeros}1`), Float);
});

const wrong = [
  ...[
    "",
    " ",
    "[1,]",
    '{"a":1,}',
    "{a:1}",
    "'a'",
    "01",
    "+1",
    ".5",
    "1.",
    "1e",
    "NaN",
    "nul",
    "1 2",
    "[1 2]",
  ],
  ...[
    '"a',
    '"\n"',
    '"\\x"',
    '"\\u12"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    "[",
    "{",
    '{"a"',
    '{"a":',
    "// x\n1",
    "-",
  ],
  "[".repeat(513) + "]".repeat(513),
];
for (const text of wrong) {
  test(`${JSON.stringify(text.slice(0, 20))} is not JSON`, () => {
    const value = parseJson(text);
    assert.ok(isLeft(value));
    assert.ok(value.left.message.length > 0 && value.left.at <= text.length);
  });
}

test("512 levels are accepted", () => {
  assert.ok(isRight(parseJson("[".repeat(512) + "]".repeat(512))));
});

test("what the host's reader takes is read alike", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      assert.equal(plain(read(text)), entries(JSON.parse(text)));
    }),
  );
});

test("what is read or refused is so for the host's reader, lone surrogates and large numbers aside", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'[]{}:,"\\ 0123456789.eE+-truefalsnl'), { maxLength: 12 }),
      (chars) => {
        const text = chars.join("");
        let taken = true;
        try {
          JSON.parse(text);
        } catch {
          taken = false;
        }
        const value = parseJson(text);
        if (isRight(value) || !/too large|surrogate/.test(value.left.message))
          assert.is(isRight(value), taken, text);
      },
    ),
    { numRuns: 2000 },
  );
});

test.run();
