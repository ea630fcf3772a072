// Tests of check-domain-owners.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileFiles } from "./testing.ts";

const says = (options: unknown, main: readonly string[], ...messages: readonly string[]) => {
  const files = { "main.fuse": `${main.join("\n")}\n`, "lib.fuse": "type Theirs:\n  a: Int\n" };
  assert.equal(compileFiles("check-domain-owners", files, options).messages, messages);
};

const MIXED = [
  'import lib from "./lib"',
  "type Own:",
  "  a: Int",
  "fn f() -> Int!Own!http.error:",
  "  return 1",
  'service S at "/":',
  '  get "/" -> Int!Own!lib.Theirs:',
  "    return 1",
];
const STRANGER =
  '7:22 the errors of a module have one owner: here they are of "main.fuse", but this one is of "lib.fuse"; turn it into one of "main.fuse" with ?!';

test("the errors of a module have one owner", () => says({ strict: true }, MIXED, STRANGER));

test("only strict architecture asks for it", () => says({}, MIXED));

test("the owner may be another module", () =>
  says({ strict: true }, ['import { Theirs } from "./lib"', "fn f() -> Int!Theirs:", "  return 1"]));

test("the built-in errors have no owner", () => {
  const files = {
    "main.fuse": [
      'import { NotFound } from "std.Error"',
      "type Own:",
      "  a: Int",
      "type std.Error.Teapot:",
      "  a: Int",
      "fn f() -> Int!NotFound!std.Error.Teapot!Own:",
      "  return 1",
      "",
    ].join("\n"),
    "std.Error": "type NotFound:\n  a: Int\ntype Error:\n  a: Int\n",
  };
  assert.equal(compileFiles("check-domain-owners", files, { strict: true }).messages, []);
});

test.run();
