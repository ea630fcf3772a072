// Tests of the parameters in paths of routes.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { routeParameters } from "./route-paths.ts";

const wrong = (path: string): readonly (string | null)[] => routeParameters(path).map((each) => each.wrong);

test("parameters are whole segments with a name and a type", () => {
  assert.equal(routeParameters("/a/{x: Int}/{ y :String }/"), [
    { name: "x", type: "Int", wrong: null },
    { name: "y", type: "String", wrong: null },
  ]);
  assert.equal(routeParameters("//"), []);
});

test("what is malformed", () => {
  const FORM = "a parameter is a whole segment {name: Type}";
  assert.equal(wrong("/{x}"), [`the parameter "x" has no type: ${FORM}`]);
  assert.equal(wrong("/{: Int}"), [`the parameter "{: Int}" has no name: ${FORM}`]);
  assert.equal(wrong("/{x: Int?}"), [`the type "Int?" of the parameter "x" is no single name: ${FORM}`]);
  assert.equal(wrong("/{x: M.T}"), [`the type "M.T" of the parameter "x" is no single name: ${FORM}`]);
  assert.equal(wrong("/{x: Int"), [`the segment "{x: Int" has a "{" without "}": ${FORM}`]);
  assert.equal(wrong("/x{n: Int}"), [`the segment "x{n: Int}" has a parameter as a part: ${FORM}`]);
});

test.run();
