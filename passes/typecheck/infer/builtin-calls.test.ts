// Tests of calls of built-ins, and of typed queries.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { placesOf } from "../testing.ts";

const D = ["requires db", "type User:", "  id: Int", "  name: String", "fn f(col: String):"];

const accepted = [
  'db.exec("delete from t where a = ? and b = ?", [1, "a"])',
  'let n: Int = db.from("u").where("id", "=", 1).count()',
  'let us: List<User> = db.from("u").select(["id", "u.name"]).all<User>()',
  'let u: User? = db.from("u").select(["id", "name"]).where("id", "=", 1).one<User>()',
  'let us = db.from("u").select(["id", "name", "u.id"]).limit(1).all<User>()',
  'let d = db\n  d.exec("x")',
];
for (const line of accepted) {
  test(`accepted: ${line}`, () => assert.equal(placesOf(...D, `  ${line}`), []));
}

const TYPE_ARG = "FUSE_TYPED_QUERY_TYPE_ARG";
const rejected: readonly (readonly [string, string])[] = [
  ["db.exec()", "6:11"],
  ['db.query("a", [], 1)', "6:11"],
  ['db.one("a", 1)', "6:23"],
  ["db.exec", "6:14"],
  ["db.from()", "6:11 FUSE_WRONG_ARITY"],
  ['db.from("u").nope()', "6:24"],
  ['db.from("u").select(["id"]).all<User>()', "6:11 FUSE_TYPED_QUERY_FIELD_MISMATCH"],
  ['db.from("u").all<User>()', "6:11 FUSE_TYPED_QUERY_SELECT"],
  ['db.from("u").select([]).one<User>()', "6:11 FUSE_TYPED_QUERY_SELECT"],
  ['db.from("u").select([col]).one<User>()', "6:11 FUSE_TYPED_QUERY_SELECT"],
  ['db.from("u").select(["id"]).all<String>()', `6:43 ${TYPE_ARG}`],
  ['db.from("u").select(["id"]).all<User, User>()', `6:11 ${TYPE_ARG}`],
  ['db.from("u").select(["id", "name"]).all<User>(1)', "6:11 FUSE_TYPED_QUERY_CALL"],
  ['db.from("u").select(["id"]).all<Zork>()', "6:43"],
  ["5.one<User>()", "6:11 FUSE_TYPED_QUERY_CALL"],
  ["nope.one<User>()", "6:11"],
];
for (const [call, place] of rejected) {
  test(`${call} is wrong`, () => assert.equal(placesOf(...D, `  let x = ${call}`), [place]));
}

test("arguments of built-ins are checked as all others", () => {
  assert.equal(
    placesOf(
      "fn f(n: Int):",
      "  print(nope)",
      "  print(n.len)",
      '  log("info", 1 + true)',
      "  let a: Int = json.encode(n)",
    ),
    ["2:9", "3:11", "4:15", "5:16"],
  );
});

test.run();
