// Lists in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { floatSpan } from "../../../runtime/float.ts";
import { newPrelude, thrown } from "./testing.ts";

const items = fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { maxLength: 200 });

test("items are appended in place", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(items, items, (first, more) => {
      let list = prelude.list("int", first);
      for (const item of more) list = prelude.appended(list, item);
      assert.equal(prelude.intsOf(list), [...first, ...more]);
      prelude.run.drop!(list);
      assert.is(prelude.live, 0);
      assert.is(prelude.counter("copies"), 0);
    }),
  );
});

test("growth is amortised", async () => {
  const prelude = await newPrelude();
  let list = prelude.list("int", []);
  let moves = 0;
  for (let i = 0; i < 200_000; i++) {
    const before = list;
    list = prelude.appended(list, BigInt(i));
    if (list !== before) moves++;
  }
  assert.is(prelude.word(list + 8), 200_000);
  assert.ok(moves < 20);
});

test("a list that others hold is copied for the item", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const text = prelude.text("a");
  const list = prelude.list("reference", [text]);
  run.dup!(list);
  const longer = run.list_room_4!(list);
  assert.is.not(longer, list);
  assert.equal(prelude.wordsOf(longer), [text]);
  assert.equal([prelude.owners(list), prelude.owners(longer), prelude.owners(text)], [1, 1, 2]);
  run.drop!(list);
  run.drop!(longer);
  assert.is(prelude.live, 0);
});

test("two lists are joined, whoever holds the first", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  fc.assert(
    fc.property(items, items, fc.boolean(), (a, b, shared) => {
      const [left, right] = [prelude.list("int", a), prelude.list("int", b)];
      if (shared) run.dup!(left);
      const both = run.list_concat!(left, right);
      assert.equal(prelude.intsOf(both), [...a, ...b]);
      if (shared) assert.equal(prelude.intsOf(left), a);
      for (const list of shared ? [left, right, both] : [right, both]) run.drop!(list);
      assert.is(prelude.live, 0);
    }),
  );
});

test("what both lists hold afterwards has an owner more; small Ints have none", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const text = prelude.text("t");
  const right = prelude.list("tagged", [text, 5, 0]);
  const both = run.list_concat!(prelude.list("tagged", [3]), right);
  assert.equal(prelude.wordsOf(both), [3, text, 5, 0]);
  assert.is(prelude.owners(text), 2);
  run.drop!(right);
  run.drop!(both);
  assert.is(prelude.live, 0);
});

test("a list joined with itself", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const list = prelude.list("int", [1n, 2n]);
  run.dup!(list);
  const both = run.list_concat!(list, list);
  assert.equal(prelude.intsOf(both), [1n, 2n, 1n, 2n]);
  assert.is(prelude.owners(list), 1);
});

test("more items than memory holds are a panic", async () => {
  const { run } = await newPrelude();
  assert.is(
    thrown(() => run.list_new!(2 ** 28 - 1, 0)),
    "panic_memory 0",
  );
});

test("ranges of Ints", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  assert.equal(prelude.intsOf(run.list_range_int!(-1n, 2n, 7)), [-1n, 0n, 1n, 2n]);
  const most = 2n ** 63n - 1n;
  assert.equal(prelude.intsOf(run.list_range_int!(most, most, 7)), [most]);
  const failure = (low: bigint, high: bigint) => thrown(() => run.list_range_int!(low, high, 7));
  assert.is(failure(2n, 1n), "fail_range_int 2 1 7");
  assert.is(failure(-most, most), "panic_overflow 7");
  assert.is(failure(0n, 2n ** 26n), "panic_memory 7");
});

test("ranges of Floats", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const bound = fc.oneof(
    fc.double({ min: -1000, max: 1000, noNaN: true }),
    fc.constantFrom(0, 2 ** 53 - 3, 2 ** 53, -(2 ** 53), 0.1),
  );
  fc.assert(
    fc.property(bound, fc.double({ min: 0, max: 50, noNaN: true }), (low, more) => {
      const high = Math.min(low + more, 2 ** 53);
      const list = run.list_range_float!(low, high, 7);
      assert.equal(prelude.floatsOf(list), [...floatSpan(low, high)]);
    }),
  );
});

test("bounds that no range of Floats has", async () => {
  const { run } = await newPrelude();
  const failure = (low: number, high: number) => thrown(() => run.list_range_float!(low, high, 7));
  assert.is(failure(2, 1.5), "fail_range_float 2 1.5 7");
  assert.is(failure(Number.NaN, 1), "fail_range_float NaN 1 7");
  assert.is(failure(0, Number.POSITIVE_INFINITY), "fail_range_float 0 Infinity 7");
  assert.is(failure(0, 2 ** 53 + 2), "fail_range_float 0 9007199254740994 7");
  assert.is(failure(0, 2 ** 26), "panic_memory 7");
});

test.run();
