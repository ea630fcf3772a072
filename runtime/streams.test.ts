// streams, by example.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Failure } from "./failures.ts";
import { input } from "./host.ts";
import { lineReader } from "./input.ts";
import { bufferedOutput } from "./output.ts";
import { thrownBy } from "./testing.ts";
import { quietHost } from "./testing-host.ts";

/** A stream that gives at most `size` bytes at a time. */
const streamOf = (text: string, size: number) => {
  let bytes = Buffer.from(text);
  return (buffer: Uint8Array) => {
    const next = bytes.subarray(0, size);
    bytes = bytes.subarray(size);
    buffer.set(next);
    return next.length;
  };
};

const linesOf = (text: string, size: number) => {
  const read = lineReader(streamOf(text, size));
  const lines: string[] = [];
  for (let line = read(); line !== null; line = read()) lines.push(line);
  return lines;
};

test("lines end with a line feed, the last may lack it", () => {
  const examples: [string, string[]][] = [
    ["", []],
    ["\n", [""]],
    ["a\nb", ["a", "b"]],
    ["a\r\n\r\nb\n", ["a", "", "b"]],
    ["é😀\nx\ry\n", ["é😀", "x\ry"]],
  ];
  for (const [text, lines] of examples) assert.equal(linesOf(text, 100), lines);
});

test("lines do not depend on how bytes arrive", () => {
  const text = fc.array(fc.constantFrom("a", "é", "😀", "\n", "\r\n")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 7 }), (text, size) => {
      assert.equal(linesOf(text, size), linesOf(text, 10_000));
    }),
  );
});

test("output is written in order and whole, however little a write takes", () => {
  let written = "";
  const output = bufferedOutput((bytes) => {
    written += Buffer.from(bytes.subarray(0, 1000)).toString("latin1");
    return Math.min(bytes.length, 1000);
  });
  const text = "é".repeat(50_000);
  output.write("a");
  assert.is(written, "");
  output.write(text);
  output.write("b");
  output.flush();
  assert.is(Buffer.from(written, "latin1").toString(), `a${text}b`);
});

test("input shows its prompt and reads a line", () => {
  let shown = "";
  const output = bufferedOutput((bytes) => {
    shown += Buffer.from(bytes).toString();
    return bytes.length;
  });
  const host = quietHost({ output, readLine: lineReader(streamOf("Ada\n", 10)) });
  assert.is(input(host, "name? "), "Ada");
  assert.is(shown, "name? ");
  const end = thrownBy(() => input(host, ""));
  assert.equal(end, new Failure("runtime_error", "input requires stdin data in non-interactive mode"));
});

test.run();
