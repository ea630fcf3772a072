// Layout: lines, indentation, continuation lines and brackets.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { lex } from "./lex.ts";
import { placesOf, tokensOf } from "./sample.ts";

test("deeper lines make INDENT, shallower ones one DEDENT per level", () => {
  assert.is(tokensOf("if:\n  if:\n    x\nfn"), "if : NL IN if : NL IN identifier NL DE DE fn NL EOF");
});

test("blank lines and comments take no part", () => {
  assert.is(
    tokensOf("if:\n\n # c\n  x\n# d\n    # e\n  y\n"),
    "if : NL IN identifier NL identifier NL DE EOF",
  );
});

test("a silent level makes neither INDENT nor DEDENT", () => {
  assert.is(
    tokensOf("a\n    b\n  c\n  d\n   e\nf"),
    "identifier NL IN identifier NL DE identifier NL identifier NL IN identifier NL DE identifier NL EOF",
  );
});

test("inside brackets lines and indentation do not count", () => {
  assert.is(tokensOf("f(\n    1,\n\n # c\n2)\nx"), "identifier ( int:1 , int:2 ) NL identifier NL EOF");
});

test("a line that starts with a postfix operator continues the line before", () => {
  assert.is(
    tokensOf("a\n    .b\n\n# c\n?. c\n ? [1]\n  ?! d"),
    "identifier . identifier ? . identifier ? [ int:1 ] ?! identifier NL EOF",
  );
  assert.is(tokensOf("if:\n  a\n.b\nc"), "if : NL IN identifier . identifier NL DE identifier NL EOF");
  for (const start of ["..", "..<", "??", "?", "(", "[", "+", "? .."])
    assert.ok(tokensOf(`a\n${start} b`).startsWith("identifier NL "), start);
  assert.is(tokensOf(".a"), ". identifier NL EOF");
});

test("layout tokens are empty and stand where the chapter says", () => {
  const text = "if: # c \r\n  x \n\n";
  assert.equal(placesOf(text, "newline"), ["8-8", "14-14"]);
  assert.equal(placesOf(text, "indent"), ["12-12"]);
  assert.equal(placesOf(text, "dedent"), ["16-16"]);
  assert.equal(placesOf(text, "eof"), ["16-16"]);
  assert.equal(placesOf("if:\n  x\n y", "dedent"), ["9-9"]);
  assert.equal(placesOf("a", "newline"), ["1-1"]);
  assert.equal(placesOf("f(1 # c\n\nfn g", "newline"), ["7-7", "13-13"]);
});

test("an empty file is only EOF", () => {
  for (const text of ["", "\n\n", "\uFEFF", "# c", "  "]) assert.is(tokensOf(text), "EOF");
});

test("chunks begin at the lines at column 0", () => {
  const { chunks } = lex("a", "fn a\n  b\n.c\n# d\nfn e(\nx)\n @\n@\n");
  // fn a NL IN b . c NL DE | fn e ( x ) NL IN NL DE | NL EOF
  assert.equal(chunks, [0, 9, 18]);
  assert.equal(lex("a", "  x\ny").chunks, [0, 4]);
});

test("a line with a lexical diagnostic is spoiled as a whole, its layout tokens too", () => {
  const spoiledIn = (text: string) => lex("a", text).spoiled;
  assert.equal(spoiledIn("a\n  @ b\nc"), [[2, 4]]);
  assert.equal(spoiledIn("a\n.b @\n.c\nd"), [[0, 5]]);
  assert.equal(spoiledIn("a\n\t# c\nb"), []);
  assert.equal(spoiledIn("f(\n\t# c\n1)"), [[0, 4]]);
  assert.equal(spoiledIn('"${}"'), []);
});

const docsOf = (text: string) => [...lex("a", text).docs];

test("doc comments in the column of the next line belong to its first token", () => {
  assert.equal(docsOf("## A \n\n# c\n  ## other\n###  B\nfn f"), [[0, "A\nB"]]);
  assert.equal(docsOf("type T:\n  ## D\n  x: Int"), [[5, "D"]]);
  assert.equal(docsOf("a ## no\nb\n## end"), []);
  assert.equal(docsOf("a\n## no\n.b\nf(\n## no\n1)\nc"), []);
});

test("comments are listed with their spans", () => {
  assert.is(lex("a", 'a # b\r\n#\n"#"').comments.length, 2);
});

test.run();
