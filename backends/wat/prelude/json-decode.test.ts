// The reader of JSON in WebAssembly, beside that of `runtime/json.ts`.

import fc from "fast-check";
import { isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseJson } from "../../../runtime/json.ts";
import type { Value } from "../../../runtime/values.ts";
import { Decoder } from "../decode.ts";
import { Memory } from "../memory.ts";
import { types } from "../testing.ts";
import { newPrelude, type Prelude } from "./testing.ts";

/** What says that there is no value. */
const NONE = 2;

const prelude = await newPrelude();

/** The value of the text, or "no JSON"; nothing is left in memory behind it. */
const read = (text: string, from: Prelude = prelude): Value | "no JSON" => {
  const before = from.live;
  const source = from.text(text);
  const value = from.run.json_parse!(source);
  const memory = new Memory({ buffer: from.view.buffer } as WasmMemory, () => 0);
  const decoded = value === NONE ? "no JSON" : new Decoder(memory, types).whole(value);
  if (value !== NONE) from.run.drop_tagged!(value);
  from.run.drop!(source);
  assert.is(from.live, before, text);
  return decoded;
};

const asHost = (text: string): void => {
  const known = parseJson(text);
  assert.equal(read(text), isRight(known) ? known.right : "no JSON", text);
};

test("values are those of the host's reader", () => {
  asHost(' {"n": 1, "f": 2.5, "s": "t\\u00e9", "l": [1, [2], []], "z": null, "b": [false, true], "o": {}} ');
  asHost(`["${"long ".repeat(50)}", "${"é".repeat(60)}", "\\"${"x\\n".repeat(60)}"]`);
  asHost('{"a":1,"b":[2],"a":[3,"x"],"b":null}');
  asHost(JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key ${i}`, i]))));
  asHost("\t[\r\n          1         ,2]   ");
});

test("numbers are exact", () => {
  for (const text of [
    ...["0", "-0", "0.0", "-0.0e5", "1e2", "2.0", "-5", "123456789012345678", "1234567890123456789"],
    ...["9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809"],
    ...["922337203685477580.7e1", "9223372036854775807000e-3", "10000000000000000000000e-20", "1e18", "1e19"],
    ...["1.5", "-0.1", "3.14159", "1e22", "1e23", "123456789012345680000", "0.1e-6", "1e-400", "-1e-400"],
    ...["9007199254740993.5", "2.2250738585072014e-308", "4.9e-324", "1.7976931348623157e308", "1e309"],
    ...[
      `0.${"0".repeat(400)}1e401`,
      `1${"0".repeat(400)}e-400`,
      `${"1".repeat(400)}`,
      "1e99999999999999999999",
    ],
    ...[
      "0e99999999999999999999",
      "1e-99999999999999999999",
      "1E+2",
      "1e+",
      "1.e2",
      "01",
      "-",
      "-a",
      "1.2.3",
      "00",
    ],
  ])
    asHost(text);
});

test("what is no JSON leaves nothing behind", () => {
  for (const text of [
    ...[
      "",
      " ",
      "[1,]",
      '{"a":1,}',
      "{a:1}",
      "nul",
      "nulll",
      "truefalse",
      "1 2",
      "[1 2]",
      "[",
      '["a", {',
      '{"a"',
    ],
    ...[
      '{"a":',
      '{"a":[1,"b"',
      '"a',
      '"\\',
      '"\\u12',
      '"\\u12g4"',
      '"\\x"',
      '"\\ud800"',
      '"\\udc00"',
      '"\\ud800\\u0041"',
    ],
    ...[
      '"\\ud800\\ud800"',
      '"\n"',
      '"a\u0000b"',
      "\u0000",
      "1\u0000",
      '{"a":[],"b":"\\q"}',
      '{"a" 1}',
      '"\\ud83dx"',
    ],
  ])
    asHost(text);
});

test("512 levels are read, and no more", () => {
  asHost("[".repeat(512) + "]".repeat(512));
  asHost('{"a":'.repeat(512).concat("1", "}".repeat(512)));
  asHost("[".repeat(513) + "]".repeat(513));
  asHost(`[${"[[]],".repeat(600)}[]]`);
});

test("texts of every length are read, whatever stands behind them in memory", () => {
  for (let length = 0; length < 40; length++) {
    asHost(`"${"a".repeat(length)}"`);
    asHost(`"${"a".repeat(length)}`);
    asHost(`1${"0".repeat(length)}`);
  }
});

/** A JSON text in which some places were cut out, doubled or overwritten. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(
      fc.record({
        at: fc.nat(),
        cut: fc.nat(3),
        put: fc.constantFrom(
          ...'[]{}:,"\\ \n0123456789.eE+-tfn',
          "\\u00e9",
          "\\ud83d",
          "\\ude00",
          "é",
          "true",
        ),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([json, wounds]) =>
    wounds.reduce((text, { at, cut, put }) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, json),
  )
  .filter((text) => text.isWellFormed());

test("any text is read as the host's reader reads it", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 5 }), asHost), { numRuns: 300 });
  fc.assert(fc.property(damaged, asHost), { numRuns: 1500 });
});

test("any number is read as the host's reader reads it", () => {
  const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,24})?([eE][+-]?\d{1,3})?$/);
  fc.assert(fc.property(digits, asHost), { numRuns: 2000 });
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), asHost), {
    numRuns: 500,
  });
});

test("decimals of up to 19 digits are rounded as the host rounds them", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 19n - 1n }), fc.integer({ min: 0, max: 27 }), fc.nat(19))
    .map(([digits, places, cut]) => `${digits / 10n ** BigInt(cut) + 1n}e-${places}`);
  fc.assert(fc.property(decimal, asHost), { numRuns: 3000 });
  // halfway between two Floats, and beside it
  for (let bits = 53n; bits < 63n; bits++)
    for (const offset of [-1n, 0n, 1n])
      for (const odd of [1n, 3n]) asHost(`${(2n ** bits + odd * 2n ** (bits - 53n)) * 1n + offset}e-1`);
});

test.run();
