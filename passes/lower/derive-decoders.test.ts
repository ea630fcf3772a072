// derive-decoders, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const source = [
  "type T:",
  "  name: String(1..3)",
  "  count: Int = 2",
  "  more: List<T>",
  "fn f(text: String):",
  "  print(json.decode<T>(text))",
  'app "a":',
  '  f("{}")',
];
const body = (name: string): string => printed("derive-decoders", name, ...source).replace(/\s+/g, " ");

test("a text is decoded by a function, which is told where its problems begin", () => {
  assert.match(
    body("f"),
    /\(Call :T!Validation decode text<struct \S+:T> \[ ?\(Local :String text#0\) .*"\$".*"invalid_json"/,
  );
});

test("a text that is no JSON is one problem", () => {
  assert.match(body("decode text<T>"), /json.fault .*<decoding problem>.*decode<struct \S+:T>/);
});

test("fields are decoded in the order of their declaration, then unknown keys are looked for, then defaults made", () => {
  const found = body("decode<T>");
  const places = ['"name"', '"count"', '"more"', "map.sorted_keys", "unknown_field", "default<struct"].map(
    (part) => found.indexOf(part),
  );
  assert.ok(
    places.every((place, i) => place > (places[i - 1] ?? -1)),
    places.join(" "),
  );
});

test("what is refined is decoded as its base, then validated where it stands", () => {
  assert.match(body("decode<String(...)>"), /\(Validate .*:String\(\.\.\.\)/);
});

test.run();
