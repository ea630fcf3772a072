// Tests of joins and of the type of `??`, as tables.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { box, FLOAT, INT, list, map, option, refined, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import { coalesced, join } from "./join.ts";

const small = refined(INT, [{ kind: "Range", low: 1n, high: 3n }]);
const NULL = option(UNKNOWN);

const joins: readonly (readonly [Type, Type, Type | null])[] = [
  [INT, INT, INT],
  [INT, UNKNOWN, INT],
  [UNKNOWN, STRING, STRING],
  [INT, NULL, option(INT)],
  [NULL, INT, option(INT)],
  [INT, option(INT), option(INT)],
  [small, INT, INT],
  [INT, FLOAT, null],
  [list(UNKNOWN), list(INT), list(INT)],
  [list(INT), list(UNKNOWN), list(INT)],
  [list(INT), list(NULL), list(option(INT))],
  [map(UNKNOWN, UNKNOWN), map(STRING, INT), map(STRING, INT)],
  [list(INT), INT, null],
  [UNKNOWN, box(INT), INT],
  [box(INT), box(INT), INT],
  [box(INT), NULL, option(INT)],
];

for (const [left, right, expected] of joins) {
  test(`${left.text} and ${right.text} join to ${expected?.text ?? "nothing"}`, () => {
    assert.is(join(left, right), expected);
  });
}

const chains: readonly (readonly [Type, Type, Type | null])[] = [
  [option(INT), INT, INT],
  [option(INT), option(INT), option(INT)],
  [INT, INT, INT],
  [option(INT), NULL, option(INT)],
  [option(INT), STRING, null],
  [UNKNOWN, INT, UNKNOWN],
  [NULL, INT, UNKNOWN],
];

for (const [left, right, expected] of chains) {
  test(`${left.text} ?? ${right.text} is ${expected?.text ?? "wrong"}`, () => {
    assert.is(coalesced(left, right), expected);
  });
}

test.run();
