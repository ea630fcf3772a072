// Finding imports in text, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { scanImports } from "./scan-imports.ts";

const scan = (...lines: readonly string[]) => scanImports(lines.join("\n"));

test("every form of import names a path", () => {
  assert.equal(
    scan(
      "import Shapes",
      'import S from "./s"',
      'import S as T from "./t"',
      'import { a, B } from "./u" # why',
      "import E from std.Error",
    ),
    ["./Shapes", "./s", "./t", "./u", "std.Error"],
  );
});

test("names in braces may stand on several lines", () => {
  assert.equal(scan("import {", "  a, # the first", "  b", '} from "./x"', "fn f():", "  return"), ["./x"]);
});

test("escapes mean what they mean in strings", () => {
  assert.equal(scan('import S from "./a\\"b"'), ['./a"b']);
});

test("words that only begin like an import are none", () => {
  assert.equal(scan("fn f():", "  imported()", 'let important = "x"'), []);
});

test("a byte order mark and carriage returns do not hide an import", () => {
  assert.equal(scan('\ufeffimport S from "./s"\r', "import T\r"), ["./s", "./T"]);
});

test.run();
