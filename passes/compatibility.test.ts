// Tests of compatibility, as tables.

import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  EMAIL,
  enumeration,
  FLOAT,
  ID,
  INT,
  list,
  map,
  option,
  refined,
  result,
  STRING,
  struct,
  type Type,
  UNIT,
  UNKNOWN,
  union,
} from "../ir/types.ts";
import { acceptsNull, fits } from "./compatibility.ts";

const A = struct("m:A", "A");
const B = enumeration("m:B", "B");
const C = struct("m:C", "C");
const small = refined(INT, [{ kind: "Range", low: 1n, high: 3n }]);
const code = refined(STRING, [{ kind: "Range", low: 1n, high: 3n }]);
const NULL = option(UNKNOWN);

const table: readonly (readonly [string, Type, Type, boolean])[] = [
  ["equal types", INT, INT, true],
  ["unknown into a type", UNKNOWN, INT, true],
  ["a type into unknown", INT, UNKNOWN, true],
  ["no conversion of numbers", INT, FLOAT, false],
  ["nothing becomes a String", INT, STRING, false],
  ["an Id is no String", ID, STRING, false],
  ["a String is no Email", STRING, EMAIL, false],
  ["refined into its base", small, INT, true],
  ["base into refined", INT, small, false],
  ["refined into an option of it", small, option(small), true],
  ["refined into a result of it", small, result(small, A), true],
  ["a value into an option", INT, option(INT), true],
  ["an option into its content", option(INT), INT, false],
  ["null into an option", NULL, option(INT), true],
  ["null into a type without null", NULL, INT, false],
  ["a value into a result", INT, result(INT, A), true],
  ["a result into its value", result(INT, A), INT, false],
  ["an error into a result", A, result(INT, A), false],
  ["fewer domains into more", result(INT, A), result(INT, union([A, B])), true],
  ["more domains into fewer", result(INT, union([A, B])), result(INT, A), false],
  ["null into a result of an option", NULL, result(option(INT), A), true],
  ["lists are covariant", list(INT), list(option(INT)), true],
  ["not the other way", list(option(INT)), list(INT), false],
  ["lists of unknown items", list(UNKNOWN), list(INT), true],
  ["maps are covariant", map(STRING, small), map(STRING, INT), true],
  ["a struct into a union that has it", A, union([A, B]), true],
  ["a struct into a union without it", C, union([A, B]), false],
  ["names, not shapes", A, C, false],
  ["Unit is a type of its own", UNIT, option(INT), false],
];

for (const [name, found, wanted, expected] of table) {
  test(`compatibility: ${name}`, () => assert.is(fits(found, wanted), expected));
}

const validated: readonly (readonly [string, Type, Type, boolean])[] = [
  ["a base value for a refined type", INT, small, true],
  ["a String for an Id", STRING, ID, true],
  ["a String for an Email in a list", list(STRING), list(EMAIL), true],
  ["a refined text for an Email", code, EMAIL, true],
  ["in options and maps", map(STRING, option(STRING)), map(STRING, option(code)), true],
  ["not in results", result(INT, A), result(small, A), false],
  ["an Int for a Float", INT, FLOAT, false],
  ["an Email for an Id", EMAIL, ID, false],
];

for (const [name, found, wanted, expected] of validated) {
  test(`validated places: ${name}`, () => assert.is(fits(found, wanted, true), expected));
}

test("null is welcome in options, also as the value of a result, and where nothing is known", () => {
  assert.ok([option(INT), result(option(INT), A), UNKNOWN].every(acceptsNull));
  assert.not([INT, result(INT, A), list(option(INT))].some(acceptsNull));
});

test.run();
