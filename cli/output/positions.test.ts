// positions, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { span } from "../../ir/framework/span.ts";
import { locate, locatorOf } from "./positions.ts";

/** The location of the first occurrence of `part`. */
const find = (text: string, part: string) => {
  const start = text.indexOf(part);
  return locate(text, span(start, start + part.length));
};

test("lines and columns count from one", () => {
  assert.equal(find("a\nbc x\n", "x"), { line: 2, column: 4, spanStart: 5, spanEnd: 6, source: "bc x" });
});

test("columns count code points, spans count bytes", () => {
  assert.equal(find('"éé" + x', "x"), {
    line: 1,
    column: 8,
    spanStart: 9,
    spanEnd: 10,
    source: '"éé" + x',
  });
  const astral = find("'😀😀' x", "x");
  assert.is(astral.column, 6);
  assert.is(astral.spanStart, 11);
});

test("a byte order mark has bytes but no column", () => {
  assert.equal(find("\ufeffx", "x"), { line: 1, column: 1, spanStart: 3, spanEnd: 4, source: "x" });
  assert.is(find("\ufeffa\n x", "x").column, 2);
});

test("CR LF ends a line, a CR alone does not", () => {
  assert.equal(find("a\r\nb x\r\n", "x"), { line: 2, column: 3, spanStart: 5, spanEnd: 6, source: "b x" });
  assert.is(find("a\rx", "x").line, 1);
});

test("the end of the file is a place", () => {
  assert.equal(locate("a\n", span(2, 2)), { line: 2, column: 1, spanStart: 2, spanEnd: 2, source: "" });
  assert.is(locate("", span(0, 0)).line, 1);
});

test("far into a long line the counts are the same as from its start", () => {
  const text = `${"é😀".repeat(5000)}\n${"ü".repeat(700)}x`;
  const at = text.indexOf("x");
  const { line, column, spanStart } = locatorOf(text)(span(at, at + 1));
  assert.equal([line, column, spanStart], [2, 701, Buffer.byteLength(text) - 1]);
});

test.run();
