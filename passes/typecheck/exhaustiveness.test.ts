// Tests of exhaustiveness: what a match covers decides whether its function needs more.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "./testing.ts";

const types = [
  "enum Why:",
  "  Taken(String)",
  "  TooYoung(Int)",
  "enum Light:",
  "  Red",
  "  Green",
  "type Lamp:",
  "  light: Light",
  "  on: Bool?",
  "type Gone:",
  "  id: Int",
];

const cases: readonly (readonly [string, readonly string[], boolean])[] = [
  ["Light", ["Red", "Green"], true],
  ["Light", ["Light.Red", "Green"], true],
  ["Light", ["Red"], false],
  ["Light", ["other"], true],
  ["Light", ["_"], true],
  ["Int", ["1", "2"], false],
  ["Int", ["1", "n"], true],
  ["Bool", ["true", "false"], true],
  ["Bool?", ["null", "Some(true)", "Some(false)"], true],
  ["Bool?", ["None", "Some(true)"], false],
  ["Bool?", ["null", "true", "false"], true],
  ["Int!Why", ["Ok(v)", "Err(Taken(w))", "Err(TooYoung(1))", "Err(TooYoung(n))"], true],
  ["Int!Why", ["Ok(v)", "Err(Taken(w))", "Err(TooYoung(1))"], false],
  ["Int!Why!Gone", ["Ok(_)", "Err(Gone(id=i))", "Err(Taken(_))", "Err(TooYoung(_))"], true],
  ["Int!Why!Gone", ["Ok(_)", "Err(Gone(id=1))", "Err(Taken(_))", "Err(TooYoung(_))"], false],
  ["Lamp", ["Lamp(light=Red)", "Lamp(light=Green)"], true],
  ["Lamp", ["Lamp(light=Red, on=null)", "Lamp(light=Green)", "Lamp(on=Some(true))"], false],
  ["Lamp", ["Lamp(light=Red, on=null)", "Lamp(light=Green)", "Lamp(on=Some(_))"], true],
];

for (const [type, patterns, exhaustive] of cases) {
  test(`${patterns.join(" | ")} ${exhaustive ? "is" : "is not"} all of ${type}`, () => {
    const lines = [
      `fn f(x: ${type}) -> Int:`,
      "  match x:",
      ...patterns.map((pattern) => `    ${pattern} -> 1`),
    ];
    const expected = exhaustive ? [] : [`${types.length + 1}:4 FUSE_MISSING_RETURN`];
    assert.equal(placesOf(...types, ...lines), expected);
  });
}

test("a config has one constructor", () => {
  const lines = ["config C:", "  on: Bool = true", "fn f(c: C) -> Int:", "  match c:"];
  const cases = ["    C(on=true) -> 1", "    C(on=false) -> 2"];
  assert.equal(placesOf(...lines, ...cases), []);
  assert.equal(placesOf(...lines, cases[0]!), ["3:4 FUSE_MISSING_RETURN"]);
});

test("a read of a map counts as an option", () => {
  assert.equal(
    placesOf(
      "fn f(m: Map<String, Bool>) -> Int:",
      '  match m["k"]:',
      "    true -> 1",
      "    false -> 2",
      "    None -> 3",
    ),
    [],
  );
});

test.run();
