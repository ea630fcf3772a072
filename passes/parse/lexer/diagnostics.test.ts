// Every lexical diagnostic of chapter 1.9 with its exact span.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { diagnosticsOf, tokensOf } from "./sample.ts";

type Row = readonly [source: string, ...diagnostics: string[]];

const rows: Readonly<Record<string, readonly Row[]>> = {
  "unexpected character": [
    ["a @ b", "2-3 unexpected character"],
    ["a && b; c", "2-3 unexpected character", "6-7 unexpected character"],
    ["é = 😀😀", "0-1 unexpected character", "4-6 unexpected character"],
    ["a\u00A0b\fc", "1-2 unexpected character", "3-4 unexpected character"],
    ["a\rb\r", "1-2 unexpected character", "3-4 unexpected character"],
    ["a\r\nb\r\n"],
    ["\uFEFFa"],
    ["\uFEFF\uFEFFa", "1-2 unexpected character"],
    ['"${a \\ b}"', "5-6 unexpected character"],
    ['"é" # é'],
  ],
  "strings use double quotes": [
    ["f('a', 'b')", "2-3 strings use double quotes", "7-8 strings use double quotes"],
    ["f('a\nb)", "2-3 strings use double quotes"],
    ["'it\nx'y", "0-1 strings use double quotes", "5-6 strings use double quotes"],
  ],
  "tabs are not allowed for indentation": [
    ["f:\n\tx\r\n", "3-5 tabs are not allowed for indentation"],
    ["f(\n \t1)", "3-7 tabs are not allowed for indentation"],
    ["f\n \t# c\ng", "2-7 tabs are not allowed for indentation"],
    ["f\n \t \ng\t=\t1"],
    ['f("""\n\tx\n\t${\n\ty\n\t}""")'],
  ],
  "inconsistent indentation": [
    ["a\n    b\n  c\n  d\ne", "10-10 inconsistent indentation"],
    ["a\n    b\n  @\n  d", "10-10 inconsistent indentation"],
    ["a\n    b\n  c\n d", "10-10 inconsistent indentation", "13-13 inconsistent indentation"],
  ],
  "unmatched closing delimiter": [
    ["f(1))) ]\ng)", "4-5 unmatched closing delimiter", "10-11 unmatched closing delimiter"],
    ["}", "0-1 unmatched closing delimiter"],
  ],
  "mismatched closing delimiter": [
    ["f([1, 2)", "7-8 mismatched closing delimiter"],
    ["[1, 2)]", "5-6 mismatched closing delimiter"],
    ['"a ${f(x}b"', "8-9 mismatched closing delimiter"],
    ['["${x]}"]', "5-6 mismatched closing delimiter"],
  ],
  "unclosed delimiter": [
    ["f([1,\n\n# c", "2-3 unclosed delimiter"],
    ["f(1\nlet x = [\nreturn", "1-2 unclosed delimiter", "12-13 unclosed delimiter"],
    ["f(1]\nlet x", "3-4 mismatched closing delimiter"],
    ["f(\n  type = 1\n  for=2)"],
    ["f(\n  type == 1)", "1-2 unclosed delimiter", "14-15 unmatched closing delimiter"],
    ["f(\n  x.\n  get)"],
  ],
  "a line in brackets that starts with for or if": [
    ["[n\n for n in xs\n if n > 1]"],
    ['[n\n for n in {"a": 1}\n if "a:${n}" # :\n]'],
    ["if any(n\n for n in xs): a"],
    ["f(1\nfor n in xs:\n  a", "1-2 unclosed delimiter"],
    ["f(1\nif n: a", "1-2 unclosed delimiter"],
  ],
  "unterminated string literal": [
    ['f("abc)\ng', "2-3 unterminated string literal"],
    ['f("abc\\\ng', "2-3 unterminated string literal"],
    ['"a${x}b\r\ng', "0-1 unterminated string literal"],
    ['a\n"""b\n\nc', "2-5 unterminated string literal"],
    ['"""a""""', "7-8 unterminated string literal"],
  ],
  "unterminated interpolation": [
    ['f("open ${1 + 2")', "2-3 unterminated interpolation"],
    ['"a ${', "0-1 unterminated interpolation"],
    ['"a ${f("${@ "\nb', "0-1 unterminated interpolation"],
    ['"\\q ${"\\q', "0-1 unterminated interpolation", "1-3 unknown escape"],
    ['"a ${ """\n""" }"\n', "0-1 unterminated interpolation", "10-13 unterminated string literal"],
    ['"a ${b # }"\nc', "0-1 unterminated interpolation"],
    ['"""a ${\nf(\n', "0-3 unterminated interpolation"],
    ['"""a ${f(\nlet x = 1', "0-3 unterminated interpolation"],
  ],
  "unknown escape": [
    ['"\\d \\n\\t\\r\\0\\\\\\" \\$ \\{"', "1-3 unknown escape"],
    ['"\\u{110000}\\u{D800}"', "1-11 unknown escape", "11-19 unknown escape"],
    ['"\\u{}\\u{1234567}"', "1-5 unknown escape", "5-16 unknown escape"],
    ['"\\u0041"', "1-3 unknown escape"],
    ['"\\u{41"', "1-6 unknown escape"],
  ],
  "invalid number": [
    [
      "12abc 0x 1_ 1__0",
      "0-5 invalid number",
      "6-8 invalid number",
      "9-11 invalid number",
      "12-16 invalid number",
    ],
    [
      "0b12 1e 2.5kg 0XF",
      "0-4 invalid number",
      "5-7 invalid number",
      "8-13 invalid number",
      "14-17 invalid number",
    ],
    ["1e+ 1.5_", "0-2 invalid number", "4-8 invalid number"],
  ],
  "integer literal out of range": [
    ["f(9223372036854775807, -9223372036854775808)"],
    ["9223372036854775808", "0-19 integer literal out of range"],
    ["1 - 9223372036854775808", "4-23 integer literal out of range"],
    ["-9223372036854775808.x", "1-20 integer literal out of range"],
    ["-9223372036854775808 # c\n\n  ?.x", "1-20 integer literal out of range"],
    ["(-9223372036854775808\n[0])", "2-21 integer literal out of range"],
    ["-9223372036854775808\n[0]"],
    ["-9223372036854775809", "1-20 integer literal out of range"],
    ["0xFFFF_FFFF_FFFF_FFFF", "0-21 integer literal out of range"],
    [`0b0${"1".repeat(63)} 0b${"1".repeat(65)}`, "67-134 integer literal out of range"],
  ],
  "float literal out of range": [["1e309 1e-400", "0-5 float literal out of range"]],
  "empty interpolation expression": [
    ['"${}${ }"', "3-3 empty interpolation expression", "6-6 empty interpolation expression"],
    ['"""${ # c\n}"""', "5-5 empty interpolation expression"],
    ['"${}" @', "6-7 unexpected character"],
  ],
};

for (const [name, cases] of Object.entries(rows))
  test(name, () => {
    for (const [source, ...diagnostics] of cases) assert.equal(diagnosticsOf(source), diagnostics, source);
  });

test("what had to be closed early ends in empty tokens", () => {
  assert.is(tokensOf("f([1"), "identifier ( [ int:1 ] ) NL EOF");
  assert.is(tokensOf("f([1)"), "identifier ( [ int:1 ] ) NL EOF");
  assert.is(
    tokensOf('f("a ${b'),
    'identifier ( stringOpen stringText:"a " interpolationOpen identifier interpolationClose stringClose ) NL EOF',
  );
  assert.is(tokensOf("f(1\nfn g"), "identifier ( int:1 ) NL fn identifier NL EOF");
  assert.is(tokensOf('f("a\nb'), 'identifier ( string:"a" ) NL identifier NL EOF');
});

test.run();
