// The rules of the formatter (chapter 1.10), one by one.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { format } from "./format.ts";

type Row = readonly [before: string, after: string];

const rows: Readonly<Record<string, readonly Row[]>> = {
  "1: lines end with LF, the file with one": [
    ["a\r\nb", "a\nb\n"],
    ["a\n\n \n", "a\n"],
    ["\n \n\t", ""],
    ["", ""],
    ["\uFEFFa", "\uFEFFa\n"],
    ["\uFEFF\n\n", "\uFEFF"],
    ["a\r\r\nb \r", "a\nb\n"],
  ],
  "2: a run of blank lines becomes one": [["\n\n\na\n \n\t\nb\n", "\na\n\nb\n"]],
  "3: blanks at the end of a line go": [["a \t\nb # c \t\n", "a\nb # c\n"]],
  "4: a tab in the indentation becomes a space": [["a\n\t \tb\tc\n\t# d\n", "a\n   b\tc\n # d\n"]],
  "5: the colon behind the first word of a line": [
    ["name  :String\n", "name: String\n"],
    ["else :\n  transaction\t: \n", "else:\n  transaction:\n"],
    ["age   :   Int = 3\nx:# c\n", "age: Int = 3\nx: # c\n"],
    ["a::b\na :: b\na : :b\n", "a::b\na :: b\na: :b\n"],
    ['let a:Int=1\nif x :\n"k" :1\n{a :1}\na.b :c\n', 'let a:Int=1\nif x :\n"k" :1\n{a :1}\na.b :c\n'],
  ],
  "6: single quotes become double quotes": [
    ["f('x', 'y') # 'z'\n", 'f("x", "y") # \'z\'\n'],
    ["'say \"hi\"' 'a\\n' '${x}' 'open\n", "'say \"hi\"' 'a\\n' '${x}' 'open\n"],
    ["\"it's 'q'\" 'a # b'\n", '"it\'s \'q\'" "a # b"\n'],
    ["''\n", '""\n'],
    ["''\"a\" \"\"'a' '''a'\n", "''\"a\" \"\"'a' ''\"a\"\n"],
  ],
  "7: comments keep their text": [
    [
      "#c : 'x'\n  ##  doc :d   \na   # it's 'ok' : here\n",
      "#c : 'x'\n  ##  doc :d\na   # it's 'ok' : here\n",
    ],
  ],
  "8: the inside of strings never changes": [
    ['s = """\r\nk :v  \n\n\n\tt\n  e"""  \nb\n', 's = """\nk :v  \n\n\n\tt\n  e"""\nb\n'],
    ['k :"""b :c\nd :e""", l :1, \'x\' \n', 'k: """b :c\nd :e""", l :1, "x"\n'],
    ['s = """${\n\tx :\'a\'  # c  \n} """\n', 's = """${\n\tx :\'a\'  # c  \n} """\n'],
    ["s = \"${f('a')} 'b'\" \n", "s = \"${f('a')} 'b'\"\n"],
    ['s = "open  \nx :1', 's = "open  \nx: 1\n'],
    ['s = """open  \n\n\n', 's = """open  \n\n\n'],
  ],
  "broken source is formatted too": [
    ["this is ( not fuse   \n  x :y\n\n\n  ]\n", "this is ( not fuse\n  x: y\n\n  ]\n"],
  ],
};

for (const [name, cases] of Object.entries(rows))
  test(name, () => {
    for (const [before, after] of cases) {
      assert.is(format(before), after);
      assert.is(format(after), after);
    }
  });

test.run();
