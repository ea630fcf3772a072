// Tests of regular expressions: what they match after translation.

import { isLeft } from "fp-ts/Either";
import { RE2JS } from "re2js";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { regexText, translateRegex } from "./regex.ts";

const matches = (source: string, text: string): boolean => {
  const translated = translateRegex(source);
  if (isLeft(translated)) throw new Error(translated.left);
  return RE2JS.compile(translated.right).test(regexText(translated.right, text));
};

const match = (source: string, ...texts: readonly string[]) => {
  for (const text of texts) assert.ok(matches(source, text), `${source} matches ${text}`);
};
const differ = (source: string, ...texts: readonly string[]) => {
  for (const text of texts) assert.not.ok(matches(source, text), `${source} does not match ${text}`);
};

test("a simple expression stays as it is", () => {
  assert.equal(translateRegex("^[a-z][a-z0-9-]*(x|y)+?$"), {
    _tag: "Right",
    right: "^[a-z][a-z0-9-]*(x|y)+?$",
  });
});

test("shorthands are Unicode-aware, also in classes and negated", () => {
  match("^\\w+$", "été_9", "ж");
  match("^\\d$", "5", "٣");
  match("^\\s$", "\u00a0", "\t");
  match("^[\\w-]+$", "é-a");
  match("^[\\W\\d]+$", " 5!");
  match("^[^\\W\\d]+$", "éa");
  differ("^\\W$", "é");
  differ("^\\S$", "\u2003");
  differ("^[^\\W\\d]+$", "a5");
  match("^[[:alpha:]]+$", "abcé");
  match("^[[:^digit:][:digit:]]$", "5");
});

test("word boundaries are Unicode-aware", () => {
  match("\\bcafé\\b", "un café noir", "café");
  differ("\\bcaf\\b", "café");
  match("(?m)^a\\b.$", "x\na!\ny");
  differ("^a\\b.b$", "a\nb");
  match("caf\\B[é]", "café");
  match("^(?:[a-c]{2}\\b ?){2}$", "ab ca");
});

test("flags", () => {
  match("(?i)É", "é");
  match("(?x) ^ a b # letters\n \\  $", "ab ");
  match("a(?x: b c )d e", "abcd e");
  match("(?-i:a)(?xi) B", "ab");
  match("(?s)a.b", "a\nb");
  differ("a.b", "a\nb");
  differ("a$", "a\n");
});

test("groups, properties, repetitions", () => {
  match("^(?P<n>a)(?<m>b)$", "ab");
  match("^\\p{Greek}\\pL$", "αb");
  match("^.$", "😀");
  match("^a{2500}$", "a".repeat(2500));
  match("^(ab){0,1500}$", "ab".repeat(1500));
  differ("^(ab){1,1500}$", "ab".repeat(1501));
});

test("what linear time does not allow, or what is malformed", () => {
  for (const source of [
    "(a)\\1",
    "(?=a)",
    "(?<=a)b",
    "(?!a)",
    "[a",
    "(a",
    "a)",
    "a\\",
    "(?P<n>a)(?P<n>b)",
    "(?)",
    "^{2000}",
  ])
    assert.ok(isLeft(translateRegex(source)), source);
});

test.run();
