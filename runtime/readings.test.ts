// readings, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { isEmail } from "./email.ts";
import { envelopeOf } from "./envelope.ts";
import { readBool, readFloat, readInt } from "./environment.ts";
import { matches } from "./regex.ts";
import { codeOf, list } from "./testing.ts";
import { textOf } from "./text.ts";
import { Struct, type Value } from "./values.ts";

const DECODE = "runtime_config_decode";

test("variables are read as typed values", () => {
  const examples: [(name: string, text: string | undefined) => Value, string | undefined, string][] = [
    [readInt, undefined, "null"],
    [readInt, " -41 ", "-41"],
    [readInt, "+007", "7"],
    [readInt, "-9223372036854775808", "-9223372036854775808"],
    [readInt, "9223372036854775808", DECODE],
    [readInt, "5.5", DECODE],
    [readInt, "", DECODE],
    [readFloat, "2.50", "2.5"],
    [readFloat, "1e3", "1000"],
    [readFloat, "-inf", "-inf"],
    [readFloat, "NaN", "NaN"],
    [readFloat, "Infinity", DECODE],
    [readFloat, "0x10", DECODE],
    [readFloat, "abc", DECODE],
    [readBool, "TRUE", "true"],
    [readBool, "false", "false"],
    [readBool, "yes", DECODE],
    [readBool, "constructor", DECODE],
  ];
  for (const [read, text, wanted] of examples) {
    assert.is(codeOf(() => read("NAME", text)) ?? textOf(read("NAME", text)), wanted, text);
  }
});

test("an email has one @ with something on both sides and a dot behind it", () => {
  for (const good of ["a@b.c", "a.b@c.d.e", "é@x."]) assert.ok(isEmail(good), good);
  for (const bad of ["", "a", "@b.c", "a@", "a@b", "a@b@c.d", "a.b@c"]) assert.not(isEmail(bad), bad);
});

test("an expression matches somewhere, a character is a code point", () => {
  assert.ok(matches("xaay", "a+"));
  assert.not(matches("xaay", "^a+$"));
  assert.ok(matches("😀", "^.$"));
  assert.ok(matches("a".repeat(50_000), "(a*)*b?$"));
});

test("the types of std.Error have an envelope", () => {
  const type = (name: string, ...fields: string[]) => ({ id: `std.Error:${name}`, name, fields });
  const problem = type("std.Error.ValidationField", "path", "code", "message");
  const examples: [Value, string | null][] = [
    [
      new Struct(type("std.Error.NotFound", "message"), ['no "such"']),
      '{"error":{"code":"not_found","message":"no \\"such\\""}}',
    ],
    [
      new Struct(type("std.Error", "code", "message", "status"), ["teapot", "short", 418]),
      '{"error":{"code":"teapot","message":"short"}}',
    ],
    [
      new Struct(type("std.Error.Validation", "message", "fields"), [
        "bad",
        list(new Struct(problem, ["body.x", "missing_field", "m"])),
      ]),
      '{"error":{"code":"validation_error","fields":[{"code":"missing_field","message":"m","path":"body.x"}],"message":"bad"}}',
    ],
    [new Struct(type("NotFound", "message"), ["mine"]), null],
    ["text", null],
  ];
  for (const [value, envelope] of examples) assert.is(envelopeOf(value), envelope);
});

test.run();
