// Words, numbers, strings and operators.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { keywords } from "../../../ir/tokens.ts";
import { lex } from "./lex.ts";
import { placesOf, tokensOf } from "./sample.ts";

const lineOf = (text: string): string => tokensOf(text).replace(/ NL EOF$/, "");

test("each keyword is a token of its own, and nothing else is one", () => {
  for (const keyword of keywords) assert.is(lineOf(keyword), keyword);
  for (const name of ["Fn", "fns", "_", "self", "where", "not", "x1_Y", "f", "order"])
    assert.is(lineOf(name), "identifier", name);
});

test("numbers", () => {
  assert.is(lineOf("007 1_000 0xfF 0o17 0b1_0"), "int:7 int:1000 int:255 int:15 int:2");
  assert.is(lineOf("1.5 1e3 2_0.2_5E-1 1e+2 1e-400"), "float:1.5 float:1000 float:2.025 float:100 float:0");
  assert.is(
    lineOf("1..3 1.5..3.5 5.abc .5 5."),
    "int:1 .. int:3 float:1.5 .. float:3.5 int:5 . identifier . int:5 int:5 .",
  );
  assert.is(lineOf("0x1e+5 1.e5"), "int:30 + int:5 int:1 . identifier");
  assert.is(
    lineOf("-9223372036854775808 123456789012345678"),
    "- int:9223372036854775808 int:123456789012345678",
  );
});

test("operators by longest match", () => {
  assert.is(lineOf("..<..->=>==!=<=>=?????!?"), "..< .. -> => == != <= >= ?? ?? ?! ?");
  assert.is(lineOf("+= -= *= /= ??= %= ++ ?!="), "+= -= *= /= ??= % = + + ?! =");
  assert.is(lineOf("a?.b?[c]"), "identifier ? . identifier ? [ identifier ]");
});

test("escapes", () => {
  assert.is(
    lineOf('"a\\n\\t\\r\\0\\\\\\"\\$\\{\\u{48}\\u{1F600}\\é"'),
    `string:${JSON.stringify('a\n\t\r\0\\"${H😀é')}`,
  );
});

test("triple-quoted strings keep their content, with CR LF as LF", () => {
  assert.is(lineOf('"""\r\n "a" ""\t\r\n"""'), `string:${JSON.stringify('\n "a" ""\t\n')}`);
  assert.is(lineOf('"""a\\\r\nb\\""""'), `string:${JSON.stringify('a\nb"')}`);
  assert.is(lineOf('"""""" ""'), 'string:"" string:""');
});

test("an interpolated string is a bracketed run of tokens", () => {
  assert.is(
    lineOf('"a${x}"'),
    'stringOpen stringText:"a" interpolationOpen identifier interpolationClose stringClose',
  );
  assert.is(
    lineOf('"${"b${ {1: 2} }"}$"'),
    'stringOpen interpolationOpen stringOpen stringText:"b" interpolationOpen { int:1 : int:2 } interpolationClose ' +
      'stringClose interpolationClose stringText:"$" stringClose',
  );
  assert.is(lineOf('"$5 $$ \\${x}"'), `string:${JSON.stringify("$5 $$ ${x}")}`);
});

test("spans of strings and their parts", () => {
  const text = '"ab${c}"';
  assert.equal(placesOf(text, "stringOpen"), ["0-1"]);
  assert.equal(placesOf(text, "stringText"), ["1-3"]);
  assert.equal(placesOf(text, "interpolationOpen"), ["3-5"]);
  assert.equal(placesOf(text, "interpolationClose"), ["6-7"]);
  assert.equal(placesOf(text, "stringClose"), ["7-8"]);
  assert.equal(placesOf('"""\n""" "a"', "string"), ["0-7", "8-11"]);
});

test("deep nesting needs no stack", () => {
  const deep = 100_000;
  assert.is(lex("a", "(".repeat(deep) + ")".repeat(deep)).tokens.length, 2 * deep + 2);
  assert.is(lex("a", '"${'.repeat(deep) + '}"'.repeat(deep)).tokens.length, 4 * deep + 2);
});

test.run();
