// Ints on the machine are those of the runtime, wherever they stand on the way from small to wide.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Panic } from "../../runtime/failures.ts";
import { add, div, inRange, int, mul, rem, sub } from "../../runtime/int.ts";
import { fn, type Line, printInt, program, tell } from "./testing.ts";

const edges = [0n, 1n, 2n ** 31n, 2n ** 53n, 2n ** 63n].flatMap((edge) => [
  edge - 1n,
  edge,
  -edge,
  -edge + 1n,
]);
const ints = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(...edges),
    fc.maxSafeInteger().map(BigInt),
  )
  .filter(inRange);

const operations = { add, sub, mul, div, rem } as const;
type Name = keyof typeof operations;
const names = fc.constantFrom(...(Object.keys(operations) as Name[]));

/** What the lines print, or the message of the panic. */
const told = (...lines: readonly Line[]): string => {
  const { outcome, printed } = tell(program([fn("main", {}, ...lines, ...printInt(0), ["return.nothing"])]));
  return outcome.kind === "panic" ? outcome.message : printed.trim();
};

const expected = (name: Name, a: bigint, b: bigint): string => {
  try {
    return String(operations[name](int(a), int(b)));
  } catch (thrown) {
    return (thrown as Panic).message;
  }
};

test("arithmetic", () => {
  fc.assert(
    fc.property(names, ints, ints, (name, a, b) => {
      const lines: readonly Line[] = [
        ["const.int_large", 1, a],
        ["const.int_large", 2, b],
        [`int.${name}`, 0, 1, 2],
      ];
      assert.is(told(...lines), expected(name, a, b));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("arithmetic with a constant", () => {
  const small = fc.integer().filter((value) => value !== 0);
  fc.assert(
    fc.property(names, ints, small, (name, a, b) => {
      const lines: readonly Line[] = [
        ["const.int_large", 1, a],
        [`int.${name}_k`, 0, 1, b],
      ];
      assert.is(told(...lines), expected(name, a, BigInt(b)));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test.run();
