// types, by example: interning, what they are called, and the way through JSON.

import { isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import * as types from "./types.ts";

const { INT, STRING, FLOAT, UNKNOWN, list, map, option, result, union, refined, struct, enumeration } = types;
const point = struct("a.fuse:Point", "Point");
const light = enumeration("a.fuse:Light", "Light");

test("equal types are one object", () => {
  assert.is(list(option(INT)), list(option(INT)));
  assert.is(struct("a.fuse:Point", "Point"), point);
  assert.is.not(struct("b.fuse:Point", "Point"), point);
});

test("options do not nest, boxes neither", () => {
  assert.is(option(option(INT)), option(INT));
  assert.is(types.box(types.box(INT)), types.box(INT));
});

test("a union is a set of domains in order of mention", () => {
  assert.is(union([point, light]), union([light, point]));
  assert.is(union([point]), point);
  assert.is(union([union([point, light]), point]), union([point, light]));
  assert.is(union([point, light]).text, "Point!Light");
});

test("messages show types as programs write them", () => {
  assert.is(result(map(STRING, list(INT)), point).text, "Map<String, List<Int>>!Point");
  assert.is(refined(INT, [{ kind: "Range", low: 1n, high: 3n }]).text, "Int(...)");
  const fn = types.functionType([{ name: "a", type: INT, optional: true }], FLOAT);
  assert.is(fn.text, "fn(a: Int = …) -> Float");
});

test("an unknown part is found wherever it stands", () => {
  assert.ok(types.holdsUnknown(map(STRING, option(list(UNKNOWN)))));
  assert.not(types.holdsUnknown(list(point)));
});

test("every type goes through JSON and comes back as the same object", () => {
  const all = [
    ...[types.UNIT, types.NEVER, UNKNOWN, types.EMAIL, types.HTTP_ERROR, point, light],
    ...[list(INT), map(STRING, UNKNOWN), option(point), result(INT, union([point, light]))],
    refined(FLOAT, [
      { kind: "Range", low: -1n, high: 2.5 },
      { kind: "Regex", source: "^a" },
      { kind: "Predicate", function: "a.fuse:even" },
    ]),
    types.functionType([{ name: "a", type: INT, optional: false }], types.task(types.box(INT))),
    types.parameter("a.fuse:f<T>", "T"),
    types.config("a.fuse:App", "App"),
  ];
  for (const type of all) {
    const read = types.typeCodec.decode(JSON.parse(JSON.stringify(types.typeCodec.encode(type))));
    assert.ok(isRight(read) && read.right === type, type.text);
  }
});

test("what is no type is refused", () => {
  for (const wrong of [
    null,
    [],
    ["Nope"],
    ["List"],
    ["Struct", 1, "x"],
    ["Refined", ["Int"], ["Range", "1n"]],
  ]) {
    assert.not(isRight(types.typeCodec.decode(wrong)), JSON.stringify(wrong));
  }
});

test.run();
