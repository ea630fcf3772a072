// text, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { int } from "./int.ts";
import { codeOf, dict, float, list, nested, point, shape } from "./testing.ts";
import { codePoints, printedName, textOf } from "./text.ts";
import { err, FunctionValue, ok, Struct, type Value, Variant } from "./values.ts";

test("every kind of value has its text form", () => {
  const gone = { id: "std.Error:NotFound", name: "std.Error.NotFound", fields: ["message"] };
  const examples: [Value, string][] = [
    [undefined, "()"],
    [null, "null"],
    [true, "true"],
    [int(-(2n ** 63n)), "-9223372036854775808"],
    [float(1.5), "1.5"],
    ["as it is", "as it is"],
    [new Uint8Array([102, 117]), "ZnU="],
    [list(), "[]"],
    [list("a", list(float(2), null)), "[a, [2, null]]"],
    [dict({}), "{}"],
    [dict({ k: list(null, true), "10": 1 }), "{10: 1, k: [null, true]}"],
    [new Struct(point, [1, 2]), "<Point>"],
    [new Struct(gone, ["gone"]), "std.Error.NotFound(gone)"],
    [new Struct(gone, [1]), "<std.Error.NotFound>"],
    [new Variant(shape, 0, []), "Shape.Dot"],
    [new Variant(shape, 2, ["a", list(1)]), "Shape.Line(a, [1])"],
    [ok(undefined), "Ok(())"],
    [err(new Variant(shape, 1, [float(2.5)])), "Err(Shape.Circle(2.5))"],
    [new FunctionValue("<builtin print>", ["p"], "p"), "<builtin print>"],
  ];
  for (const [value, text] of examples) assert.is(textOf(value), text);
});

test("ten thousand levels have a text, one more is a panic", () => {
  assert.is(textOf(nested(10_000)).length, 20_001);
  assert.is(
    codeOf(() => textOf(nested(10_001))),
    "panic",
  );
});

test("the types of std.Error print with their full names", () => {
  const names: [string, string, string][] = [
    ["a.fuse:User", "User", "User"],
    ["std.Error:NotFound", "NotFound", "std.Error.NotFound"],
    ["std.Error:Error", "Error", "std.Error"],
    ["a.fuse:std.Error.NotFound", "std.Error.NotFound", "std.Error.NotFound"],
  ];
  for (const [id, name, shown] of names) assert.is(printedName(id, name), shown);
});

test("lengths count code points", () => {
  for (const text of ["", "abc", "éé", "a😀b", "😀😀"]) assert.is(codePoints(text), [...text].length);
});

test.run();
