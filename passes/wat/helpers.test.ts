// What the stage is built from: representations, identifiers, positions, static data.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { span } from "../../ir/framework/span.ts";
import { BOOL, INT, list, option, result, STRING, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";
import { uniqueNames } from "./identifiers.ts";
import { positionsIn } from "./positions.ts";
import { partsOf } from "./representation.ts";
import { StaticData } from "./static-data.ts";

test("how values stand in locals", () => {
  const shown = (type: Type): string =>
    partsOf(type)
      .map(({ suffix, type }) => `${suffix}:${type}`)
      .join(" ");
  assert.is(shown(UNIT), "");
  assert.is(shown(INT), ":i64");
  assert.is(shown(option(BOOL)), ".some:i32 :i32");
  assert.is(shown(option(UNIT)), ".some:i32");
  assert.is(shown(option(list(INT))), ":i32");
  assert.is(shown(option(UNKNOWN)), ":i32");
  assert.is(shown(result(option(INT), STRING)), ".error:i32 .ok.some:i32 .ok:i64");
});

test("names become legal identifiers, each of its own", () => {
  const nameOf = uniqueNames(["free"]);
  assert.equal(["free", "a:f", "a:f", 'a:app0(say "hi")', "a:f~1"].map(nameOf), [
    "free~1",
    "a:f",
    "a:f~1",
    "a:app0_say_hi_",
    "a:f~1~1",
  ]);
});

test("positions count from 1", () => {
  const positionOf = positionsIn([{ kind: "Source", at: 0, path: "a.fuse", text: "one\ntwo\n\nfour" }]);
  assert.is(positionOf("a.fuse", span(0, 3)), "a.fuse:1:1");
  assert.is(positionOf("a.fuse", span(6, 7)), "a.fuse:2:3");
  assert.is(positionOf("a.fuse", span(9, 10)), "a.fuse:4:1");
});

test("static objects are 8-aligned, and equal ones are one", () => {
  const data = new StaticData();
  const first = data.text("abc");
  assert.is(data.text("abc"), first);
  assert.is(data.text("é"), first + 24);
  assert.is(data.variant("a:E", 3, 1, "E.B"), first + 48);
  assert.is(data.end, first + 64);
});

test.run();
