// Arbitrary source text for property tests: pieces of programs in any order, broken more often than not.

import fc from "fast-check";

const pieces = [
  ..."fn f() : let x = 1 if for in a : type User match body get interface".split(" "),
  ..."( ) [ ] { } } ) , . .. ..< ?. ?[ ?! ?? ??= -> => == += - * < >= @ && ; é \u00A0 😀 \uFEFF $ \\ `".split(
    " ",
  ),
  ..."0 12 0x1F 1_000 1.5e3 12abc 1e400 9223372036854775808 -9223372036854775808 99999999999999999999".split(
    " ",
  ),
  ...['"', '"""', "${", '"a"', '"a${', '}"', '""', "'", "'t'", "''", "\\n", "\\q", "\\u{41}", "\\u{", "\\"],
  ...["# c", "## doc", "#", "#  \t", "'it''s'", 'x :"""b', "name  :", "::"],
  ...[
    " ",
    " ",
    "  ",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n\n\n",
    "\n\t",
    " \n",
    "\\\n",
    "\n.y",
    "\n?!",
  ],
];

/** Any text that is made of pieces of programs. */
export const anySource: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40, size: "max" })
  .map((parts) => parts.join(""));

const statements = [
  'print("a ${x + 1} b")',
  "let x  = f(a=1,\n      b=[2,\n\n 3])",
  'let s = """t :1  \n\n\n\ty ${ {"k": 1}["k"] } \'q\'\r\nz"""   ',
  "return x\n  # between  \n    .one() ?! E(id=1)",
  "name  :1",
  "xs += [n\n  for n in 1..<3\n  if n > 1 ]\t",
  "# comment 'c' :  ",
  "## doc :x",
  "\t ",
  "",
];

/** Text without lexical errors: lines with various statements, blocks and line ends. */
export const lexableSource: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      depth: fc.constantFrom("", "  "),
      text: fc.constantFrom(...statements),
      end: fc.constantFrom("\n", "\r\n", "  \n", "\n\n\n"),
    }),
    { maxLength: 12, size: "max" },
  )
  .map((lines) => lines.map(({ depth, text, end }) => `fn f() :\n${depth} ${text}${end}`).join(""));
