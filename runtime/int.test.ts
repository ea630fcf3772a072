// int, by example.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Panic } from "./failures.ts";
import { add, div, int, mul, neg, rem, sub } from "./int.ts";
import type { Int } from "./values.ts";

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

/** Ints of all sizes, those at the borders of safe numbers and of 64 bits above all. */
const anyInt: fc.Arbitrary<Int> = fc
  .oneof(
    fc.bigInt({ min: MIN, max: MAX }),
    fc.bigInt({ min: -20n, max: 20n }),
    fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }),
    fc.bigInt({ min: -(2n ** 53n) - 4n, max: -(2n ** 53n) + 4n }),
    fc.constantFrom(MIN, MIN + 1n, MAX, MAX - 1n),
  )
  .map(int);

const attempt = (compute: () => Int): Int | "panic" => {
  try {
    return compute();
  } catch (thrown) {
    assert.instance(thrown, Panic);
    return "panic";
  }
};

const agrees = (ours: (a: Int, b: Int) => Int, exact: (a: bigint, b: bigint) => bigint) =>
  fc.assert(
    fc.property(anyInt, anyInt, (a, b) => {
      const got = attempt(() => ours(a, b));
      const wanted = attempt(() => int(exact(BigInt(a), BigInt(b))));
      return Object.is(got, wanted);
    }),
  );

test("sums, differences and products are those of exact integers, or a panic", () => {
  agrees(add, (a, b) => a + b);
  agrees(sub, (a, b) => a - b);
  agrees(mul, (a, b) => a * b);
});

/** Divides, and panics as Int does where there is no quotient. */
const divided = (a: bigint, b: bigint): bigint => {
  if (b === 0n) throw new Panic("division by zero");
  return a / b;
};

test("quotients are truncated, remainders have the sign of the dividend", () => {
  agrees(div, divided);
  agrees(rem, (a, b) => {
    int(divided(a, b));
    return a % b;
  });
  const examples: [number, number, number, number][] = [
    [-7, 2, -3, -1],
    [-7, 3, -2, -1],
    [7, -3, -2, 1],
    [0, -5, 0, 0],
    [-6, 3, -2, 0],
  ];
  for (const [a, b, quotient, remainder] of examples) {
    assert.ok(Object.is(div(a, b), quotient) && Object.is(rem(a, b), remainder), `${a} by ${b}`);
  }
});

test("the smallest Int has no opposite", () => {
  assert.is(neg(0), 0);
  assert.is(neg(int(MAX)), MIN + 1n);
  for (const compute of [() => neg(int(MIN)), () => div(int(MIN), -1), () => rem(int(MIN), -1)]) {
    assert.is(attempt(compute), "panic");
  }
});

test.run();
