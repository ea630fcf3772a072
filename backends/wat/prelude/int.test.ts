// Ints in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { add, div, int, mul, neg, rem, sub } from "../../../runtime/int.ts";
import { newPrelude } from "./testing.ts";

const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -5n, max: 5n }),
  fc.bigInt({ min: -(2n ** 32n), max: 2n ** 32n }),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 62n, -(2n ** 31n)),
);

const panics: Readonly<Record<string, string>> = {
  "integer overflow": "panic_overflow 7",
  "division by zero": "panic_division 7",
};

/** The result, or the panic. */
const outcome = (compute: () => unknown): unknown => {
  try {
    return BigInt(compute() as bigint);
  } catch (error) {
    return typeof error === "string" ? error : panics[(error as { message: string }).message];
  }
};

for (const [name, operation] of Object.entries({ add, sub, mul, div, rem })) {
  test(`${name}, checked`, async () => {
    const { run } = await newPrelude();
    fc.assert(
      fc.property(int64, int64, (a, b) => {
        const expected = outcome(() => operation(int(a), int(b)));
        assert.is(
          outcome(() => run[`int_${name}`]!(a, b, 7)),
          expected,
        );
      }),
      { numRuns: 500 },
    );
  });
}

test("the negative, checked", async () => {
  const { run } = await newPrelude();
  fc.assert(
    fc.property(int64, (a) => {
      assert.is(
        outcome(() => run.int_neg!(a, 7)),
        outcome(() => neg(int(a))),
      );
    }),
  );
});

test("text forms", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(int64, (a) => {
      const text = prelude.run.int_text!(a);
      assert.is(prelude.textOf(text), String(a));
      assert.ok(prelude.isAscii(text));
      prelude.run.drop!(text);
      assert.is(prelude.live, 0);
    }),
  );
});

test("the width of a text form is that in bytes, or one more", async () => {
  const { run } = await newPrelude();
  fc.assert(
    fc.property(int64, (a) => {
      const more = Number(run.int_width!(a)) - String(a).length;
      assert.ok(more === 0 || more === 1, `${a}`);
    }),
  );
});

test.run();
