// What programs compute of octets (03, 14.5): digests, and comparison in constant time.

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { Failure, memoryPanic } from "./failures.ts";
import type { Int } from "./values.ts";

const algorithms: Readonly<Record<string, string>> = {
  sha256: "sha256",
  "sha-256": "sha256",
  sha512: "sha512",
  "sha-512": "sha512",
};

/** The host's name of an algorithm, whatever its letter case and the blanks around it; a failure for an unknown one. */
const algorithmOf = (name: string): string => {
  const known = name.trim().toLowerCase();
  if (Object.hasOwn(algorithms, known)) return algorithms[known]!;
  throw new Failure("runtime_error", `unknown digest algorithm: ${name}`);
};

/** The digest of octets: 32 or 64 of them. */
export const hash = (algorithm: string, data: Uint8Array): Uint8Array =>
  plain(createHash(algorithmOf(algorithm)).update(data).digest());

/** The keyed digest (RFC 2104). */
export const hmac = (algorithm: string, key: Uint8Array, data: Uint8Array): Uint8Array =>
  plain(createHmac(algorithmOf(algorithm), key).update(data).digest());

const plain = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);

/** Whether both are equal, in a time that their contents have no part in. */
export const constantTimeEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

/** So many octets of a source; a failure for a negative number. */
export const randomBytes = (count: Int, source: (count: number) => Uint8Array): Uint8Array => {
  if (count < 0)
    throw new Failure(
      "runtime_invalid_arguments",
      `crypto.random_bytes takes no negative number, got ${count}`,
    );
  if (count > 2 ** 31 - 1) throw memoryPanic();
  return source(Number(count));
};
