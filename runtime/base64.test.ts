// Base64, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { base64, readBase64 } from "./base64.ts";

const octets = (text: string): readonly number[] | null => {
  const read = readBase64(text);
  return read && [...read];
};

test("octets are written in the standard alphabet, padded", () => {
  assert.is(base64(new Uint8Array([251, 255])), "+/8=");
  assert.is(base64(new Uint8Array([0, 0, 0, 97]).subarray(3)), "YQ==");
  assert.is(base64(new Uint8Array()), "");
});

test("what is written is read, with blanks around it", () => {
  for (let length = 0; length < 7; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => 255 - 31 * i);
    assert.equal(readBase64(`\t ${base64(bytes)}\n`), bytes);
  }
  assert.equal(octets(" "), []);
});

test("whole groups of four, padding at the end, no other characters", () => {
  for (const text of ["YQ", "YQ=", "YQ===", "Y", "=", "==", "====", "Y===", "YQ==YQ==", "Y=Q=", "=YQ="])
    assert.is(octets(text), null, text);
  for (const text of ["YQ==\u00e4bcd", "-_8=", "Y Q==", "YWJ\n", "YW\u{1f600}"])
    assert.is(octets(text), null, text);
});

test("bits that are not used are zero", () => {
  assert.equal(octets("YQ=="), [97]);
  assert.is(octets("YR=="), null);
  assert.equal(octets("YWI="), [97, 98]);
  assert.is(octets("YWJ="), null);
});

test.run();
