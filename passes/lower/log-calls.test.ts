// Calls of `log`, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const logged = (...lines: readonly string[]): string =>
  printed("lower-builtins", "a", 'app "a":', ...lines.map((line) => `  ${line}`));

const inOrder = (text: string, parts: readonly string[]): void => {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    assert.ok(at >= 0, `no ${part} behind ${from} in\n${text}`);
    from = at + part.length;
  }
};

test("arguments are evaluated first; their texts and JSON are made only of a line that is written", () => {
  inOrder(logged("log(1 + 2, 3, [4])"), [
    ...["int.add", "log.enabled [(Int :Int 2)]", "log.write"],
    ...["(Concat", "JsonText", "JsonText", "(Unit :Unit)"],
  ]);
});

test("one argument is a message, whatever it says", () => {
  const text = logged('log("error")');
  assert.not.match(text, "log.level");
  assert.not.match(text, "JsonText");
});

test("the first of several may name a level", () => {
  inOrder(logged('log("error", 1)'), [
    ...["log.level [(Concat", "int.lt"],
    ...["log.enabled [(Int :Int 2)]", "JsonText"],
    ...["log.enabled [(Local :Int level", '(Text :String "")'],
  ]);
});

test("what is no text names no level; what may be one is tested", () => {
  assert.not.match(logged("log(1, 2)"), "log.level");
  inOrder(logged('log(json.decode("1"), 2)'), ["unknown.kind", "log.level [(Prim :String unknown.as", "-1"]);
  inOrder(logged('let m = {"a": "b"}', 'log(m["a"], 2)'), ["option.is_none", "-1", "log.level"]);
});

test("as a value it takes a list of arguments", () => {
  const source = ['app "a":', "  let f = log", "  f(1, 2)"];
  const text = printed("lower-builtins", "log.dynamic()", ...source);
  assert.match(text, "(Call :Unit <builtin log> [(Local :List<_> arguments#0)])");
  inOrder(printed("lower-builtins", "log", ...source), [
    "log.level",
    "log.enabled",
    "list.append",
    "log.write",
  ]);
});

test.run();
