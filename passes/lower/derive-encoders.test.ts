// derive-encoders, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const source = [
  "type T:",
  "  zeta: Int",
  "  alpha: String",
  "  more: List<T>",
  "fn f(t: T) -> String:",
  "  return json.encode(t)",
  "fn g(n: Int, s: String) -> String:",
  '  return json.encode(n) + json.encode(s) + json.encode(json.encode({"a": n}))',
  'app "a":',
  '  print(f(T(zeta=1, alpha="", more=[])) + g(1, ""))',
];
const body = (name: string): string => printed("derive-encoders", name, ...source).replace(/\s+/g, " ");

test("a value of a type with members has a function, which appends to a text", () => {
  assert.match(body("f"), /\(Call :String encode<struct main.fuse:T> \[\(Local :T t#0\) \(Text .*""\)\]\)/);
});

test("the fields of a struct are in the order of their names", () => {
  const found = body("encode<T>");
  const keys = [...found.matchAll(/\\"(\w+)\\":/g)].map(([, key]) => key);
  assert.equal(keys, ["alpha", "more", "zeta"]);
  assert.match(found, /json.put_text .*\(Call :String encode<List<struct main.fuse:T>> .*int.text/);
});

test("scalars need no function", () => {
  assert.match(body("g"), /int.text .*json.put_text/);
});

test.run();
