// Tests of check-error-domains.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf } from "./testing.ts";

const NAME = "check-error-domains";

const says = (result: string, ...messages: readonly string[]) =>
  assert.equal(
    messagesOf(NAME, `fn f() -> ${result}:`, "  return 1", "type A:", "  a: Int"),
    messages,
    result,
  );

test("errors are declared types", () => {
  says("Int!A");
  says("Int!A!http.error");
  says("Int!Zork", '1:15 unknown type "Zork"');
  says("Int!String", "1:11 String is no error domain: name a declared type or enum");
  says("Int!A!String", "1:11 String is no error domain: name a declared type or enum");
  says("Int!A?", "1:11 A? is no error domain: name a declared type or enum");
  says("Int!Error", "1:11 cannot use the catch-all Error as error domain: name a declared type or enum");
});

test("members, methods and routes are boundaries too", () => {
  const texts = [
    ...["interface I:", "  fn m() -> Int!String", "type A:", "  a: Int"],
    ...["impl I for A:", "  fn m() -> Int!String:", "    return 1"],
    ...['service S at "/":', '  get "/" -> Int!String:', "    return 1"],
  ];
  assert.equal(
    messagesOf(NAME, ...texts),
    ["2:13", "6:13", "9:14"].map((at) => `${at} String is no error domain: name a declared type or enum`),
  );
});

test("results elsewhere are not restricted", () => says("List<Int!String>"));

test.run();
