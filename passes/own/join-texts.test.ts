// join-texts, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { outline, passesWith } from "./testing/programs.ts";

const lines = (...body: readonly string[]): readonly string[] =>
  outline(
    passesWith("join-texts"),
    "f",
    "fn f(name: String, n: Int) -> String:",
    ...body.map((line) => `  ${line}`),
    'app "a":',
    '  print(f("", 1))',
  ).slice(1);

test("pieces are joined at once, the text forms of Ints among them", () =>
  assert.equal(lines('return "${name}: ${n}!"'), ['  return join(name, ": ", n, "!")']));

test("two texts are concatenated", () =>
  assert.equal(lines('return name + "!"'), ['  return text.concat(name, "!")']));

const joins = (...body: readonly string[]): readonly string[] =>
  lines(...body).flatMap((line) => line.match(/join\(.*\)/) ?? []);

test("a text that is used elsewhere, too, is made", () =>
  assert.equal(joins("let text = name + name + name", "return text + text + name"), [
    "join(name, name, name)",
    "join(text, text, name)",
  ]));

test("a text whose pieces may have changed since is made", () =>
  assert.equal(joins("var m = name", 'let both = m + ", "', 'm = "x"', "return both + m"), []));

test("a long chain is joined in steps", () =>
  assert.equal(
    joins(`return ${Array(70).fill("name").join(" + ")}`).map((each) => each.split(",").length),
    [32, 32, 8],
  ));

test.run();
