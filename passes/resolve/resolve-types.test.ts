// Tests of resolve-types.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compile, compiled, messagesOf } from "./testing.ts";

const NAME = "resolve-types";

const typeOf = (type: string): string => {
  const text = compiled(NAME, `fn f(x: ${type}):`, "  return", "type P:", "  a: Int", "enum E:", "  V");
  return /\(Param x \(Type :(\S+)\) -\)/.exec(text)![1]!;
};

const says = (type: string, ...messages: readonly string[]) =>
  assert.equal(messagesOf(NAME, `fn f(x: ${type}):`, "  return", "type P:", "  a: Int"), messages, type);

test("type expressions become types", () => {
  assert.is(typeOf("List<P?>"), "List<P?>");
  assert.is(typeOf("Int??"), "Int?");
  assert.is(typeOf("Map<String, E>"), "Map<String,E>");
  assert.is(typeOf("Int!P!E"), "Int!P!E");
  assert.is(typeOf("http.error"), "http.error");
  assert.is(typeOf("Int(1..5)"), "Int(...)");
});

test("names that are no types", () => {
  says("Zork", '1:9 unknown type "Zork"');
  says("Strin", '1:9 unknown type "Strin"; did you mean "String"?');
  says("f", '1:9 "f" is a function, not a type');
  says("List", "1:9 the type List needs 1 type argument");
  says("Self", "1:9 Self is a type only inside an interface or an impl");
  says("gone.X", '1:9 unknown type "gone.X": there is no module "gone"');
});

test("type arguments", () => {
  says("List<Int, Int>", "1:9 the type List needs 1 type argument, found 2");
  says("P<Int>", '1:9 "P" takes no type arguments: only List, Map, Option and Result do');
  says("Map<String, Int!>", "1:21 a result type needs an explicit error domain: T!E");
});

test("a type that was diagnosed is unknown", () => {
  const { text } = compile(NAME, "fn f(x: Zork?, y: Int(5..1)):", "  return");
  assert.ok(text.includes("(Param x (Type :_) -) (Param y (Type :_) -)"));
});

test.run();
