// Digests and random octets, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { constantTimeEqual, hash, hmac, randomBytes } from "./crypto.ts";
import { codeOf } from "./testing.ts";

const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("digests, by any name of the algorithm", () => {
  const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  for (const name of ["sha256", "SHA-256", " Sha256 "]) assert.is(hex(hash(name, octets(""))), empty);
  assert.is(hash("sha-512", octets("a")).length, 64);
});

test("keyed digests (RFC 4231, case 2)", () => {
  const found = hmac("sha256", octets("Jefe"), octets("what do ya want for nothing?"));
  assert.is(hex(found), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
});

test("an unknown algorithm is a failure", () => {
  assert.is(
    codeOf(() => hash("md5", octets(""))),
    "runtime_error",
  );
  assert.is(
    codeOf(() => hmac("toString", octets(""), octets(""))),
    "runtime_error",
  );
});

test("octets are compared", () => {
  assert.ok(constantTimeEqual(octets("ab"), octets("ab")));
  assert.not.ok(constantTimeEqual(octets("ab"), octets("ac")));
  assert.not.ok(constantTimeEqual(octets("ab"), octets("abc")));
});

test("random octets come from a source", () => {
  const source = (count: number) => new Uint8Array(count).fill(7);
  assert.equal([...randomBytes(3, source)], [7, 7, 7]);
  assert.is(
    codeOf(() => randomBytes(-1, source)),
    "runtime_invalid_arguments",
  );
  assert.is(
    codeOf(() => randomBytes(2 ** 40, source)),
    "panic",
  );
});

test.run();
