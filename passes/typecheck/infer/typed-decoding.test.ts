// Tests of `json.decode<T>`: what may be decoded, and what a call gives.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf, placesOf } from "../testing.ts";

const G = [
  "type Item:",
  "  count: Int(1..9)",
  "enum Kind:",
  "  None",
  "  Of(Item)",
  "fn generic<T>(text: String, like: T):",
  "  print(json.decode<List<T>>(text))",
  "fn main(text: String):",
];

const accepted: readonly (readonly [string, string])[] = [
  ["json.decode<Int>(text)", "Int!Validation"],
  ["json.decode<Item>(text=text)", "Item!Validation"],
  ["json.decode<Kind?>(text)", "Kind?!Validation"],
  ["json.decode<Map<String, Int(0..9)>>(text)", "Map<String, Int(...)>!Validation"],
  ["json.decode<Int!Kind>(text)", "Int!Kind!Validation"],
  ["json.decode<Bool>(json.decode(text))", "Bool!Validation"],
];
for (const [value, type] of accepted) {
  test(`${value} is a ${type}`, () => {
    assert.equal(placesOf(...G, `  let a = ${value}`), []);
    const [message] = messagesOf(...G, `  let a: Bytes = ${value}`);
    assert.ok(message!.includes(`of type ${type}`), message);
  });
}

const TYPE_ARG = "9:11 FUSE_GENERIC_CALL_TYPE_ARG";
const rejected: readonly (readonly [string, ...(readonly string[])])[] = [
  ["json.decode<Int, Int>(text)", TYPE_ARG],
  ["json.decode<Html, Int>(5)", TYPE_ARG, "9:34"],
  ["json.decode<Html>(text)", "9:23"],
  ["json.decode<List<Html?>>(text)", "9:23"],
  ["json.decode<Map<String, Html>>(text)", "9:23"],
  ["json.decode<Int!Nope>(text)", "9:27"],
  ["json.decode<Nope>(text)", "9:23"],
  ["json.decode<Nope>(5)", "9:23", "9:29"],
  ["json.decode<Int>(5)", "9:28"],
  ["json.decode<Int>()", "9:11 FUSE_WRONG_ARITY"],
  ["json.decode<Int>(text, text)", "9:11 FUSE_WRONG_ARITY"],
  ["json.decode<Int>(text) + 1", "9:11"],
  ["json.encode<Int>(text)", TYPE_ARG],
];
for (const [value, ...places] of rejected) {
  test(`rejected: ${value}`, () => assert.equal(placesOf(...G, `  let a = ${value}`), places));
}

test("without a type argument it gives any type", () => {
  assert.equal(placesOf(...G, "  let a: Int = json.decode(text)"), []);
});

test.run();
