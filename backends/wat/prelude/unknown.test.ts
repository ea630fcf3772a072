// Values of unknown type in the run-time part.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { int } from "../../../runtime/int.ts";
import { add, div, equal, mul, order, rem, sub } from "../../../runtime/unknown.ts";
import { Float, type Int, isInt, kindOf, type Value } from "../../../runtime/values.ts";
import { isLasting, newPrelude, type Prelude, thrown } from "./testing.ts";

/** A value as a tagged one that the caller owns. */
const write = (prelude: Prelude, value: Value): number => {
  const { run } = prelude;
  if (value === null) return 0;
  if (value === undefined) return run.box_unit!();
  if (isInt(value)) return run.box_int!(BigInt(value));
  if (value instanceof Float) return run.box_float!(value.value);
  if (typeof value === "boolean") return run.box_bool!(Number(value));
  if (typeof value === "string") return prelude.text(value);
  throw new Error("only plain values");
};

const read = (prelude: Prelude, tagged: number): Value => {
  const { run } = prelude;
  switch (prelude.textOf(run.unknown_kind!(tagged))) {
    case "Null":
      return null;
    case "Unit":
      return undefined;
    case "Int":
      return int(run.unbox_int!(tagged) as unknown as bigint);
    case "Float":
      return new Float(prelude.float(tagged + 8));
    case "Bool":
      return prelude.word(tagged + 8) === 1;
    default:
      return prelude.textOf(tagged);
  }
};

const anInt: fc.Arbitrary<Int> = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.bigInt({ min: -(2n ** 31n), max: 2n ** 31n }),
    fc.bigInt({ min: -3n, max: 3n }),
  )
  .map(int);
const plainValue: fc.Arbitrary<Value> = fc.oneof(
  anInt,
  fc.oneof(fc.double(), fc.constantFrom(1, -0)).map((value) => new Float(value)),
  fc.boolean(),
  fc.constantFrom(null, undefined),
  fc.string({ maxLength: 20 }),
);

test("plain values are boxed, and know their kinds", async () => {
  const prelude = await newPrelude();
  fc.assert(
    fc.property(plainValue, (value) => {
      const tagged = write(prelude, value);
      assert.is(prelude.textOf(prelude.run.unknown_kind!(tagged)), kindOf(value));
      assert.equal(read(prelude, tagged), value);
      prelude.run.drop_tagged!(tagged);
      assert.is(prelude.live, 0);
    }),
  );
  assert.ok(isLasting(prelude.owners(prelude.run.box_bool!(1))));
});

/** What an operation gives; anything thrown counts as the same. */
const outcome = (compute: () => unknown): unknown => {
  try {
    return compute();
  } catch {
    return "a failure";
  }
};

for (const [name, operation] of Object.entries({ add, sub, mul, div, rem })) {
  test(`${name}, as the interpreter does it`, async () => {
    const prelude = await newPrelude();
    fc.assert(
      fc.property(plainValue, plainValue, (a, b) => {
        fc.pre(name !== "add" || ![a, b].some((each) => typeof each === "string"));
        const [left, right] = [write(prelude, a), write(prelude, b)];
        const computed = outcome(() => read(prelude, prelude.run[`unknown_${name}`]!(left, right, 7)));
        assert.equal(
          computed,
          outcome(() => operation(a, b)),
        );
      }),
      { numRuns: 300 },
    );
  });
}

test("comparisons, as the interpreter does them", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  fc.assert(
    fc.property(plainValue, plainValue, (a, b) => {
      const [left, right] = [write(prelude, a), write(prelude, b)];
      const compared = (name: string) => outcome(() => run[`unknown_${name}`]!(left, right, 7) === 1);
      // Unit and Unit are compared by the host
      fc.pre(a !== undefined || b !== undefined);
      assert.is(
        compared("eq"),
        outcome(() => equal(a, b)),
      );
      assert.is(
        compared("lt"),
        outcome(() => order(a, b) < 0),
      );
      assert.is(
        compared("le"),
        outcome(() => order(a, b) <= 0),
      );
      assert.is(
        compared("gt"),
        outcome(() => order(a, b) > 0),
      );
      assert.is(
        compared("ge"),
        outcome(() => order(a, b) >= 0),
      );
    }),
    { numRuns: 500 },
  );
});

test("a String and anything are joined as texts; nothing stays behind", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const sum = (a: Value, b: Value): string => {
    const [left, right] = [write(prelude, a), write(prelude, b)];
    const both = run.unknown_add!(left, right, 7);
    const text = prelude.textOf(both);
    run.drop_tagged!(right);
    run.drop_tagged!(both);
    assert.is(prelude.live, 0);
    return text;
  };
  assert.is(sum("n = ", 5), "n = 5");
  assert.is(sum(2 ** 40, " bytes"), "1099511627776 bytes");
  assert.is(sum("x", "y"), "xy");
  assert.is(sum(new Float(1.5), "!"), "1.5!");
});

test("lists of different slots are joined as lists of unknown type", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const [ints, texts] = [
    prelude.list("int", [1n, 2n ** 40n]),
    prelude.list("reference", [prelude.text("t")]),
  ];
  const both = run.unknown_add!(ints, texts, 7);
  assert.equal(
    prelude.wordsOf(both).map((item) => read(prelude, item)),
    [1, 2 ** 40, "t"],
  );
  run.drop!(both);
  run.drop!(texts);
  assert.is(prelude.live, 0);
});

test("lists of each slot kind become lists of tagged items", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const converted = (list: number): readonly Value[] => {
    run.dup!(list);
    const items = run.unknown_items!(list, 7);
    const values = prelude.wordsOf(items).map((item) => read(prelude, item));
    run.drop!(items);
    run.drop!(list);
    assert.is(prelude.live, 0);
    return values;
  };
  assert.equal(converted(prelude.list("int", [1n, -(2n ** 62n)])), [1, -(2n ** 62n)]);
  assert.equal(converted(prelude.list("float", [0.5])), [new Float(0.5)]);
  assert.equal(converted(prelude.list("bool", [1, 0])), [true, false]);
  assert.equal(converted(prelude.list("unit", [0])), [undefined]);
  assert.equal(converted(prelude.list("reference", [prelude.text("t"), 0])), ["t", null]);
  assert.equal(converted(prelude.list("int", [])), []);
});

test("the values of a map, for a loop", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const map = prelude.map("int");
  prelude.putInt(map, "a", 2n ** 50n);
  prelude.putInt(map, "b", 3n);
  const items = run.unknown_items!(map, 7);
  assert.equal(
    prelude.wordsOf(items).map((item) => read(prelude, item)),
    [2 ** 50, 3],
  );
  run.drop!(items);
  assert.is(prelude.live, 0);
});

test("items and entries are read", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const list = prelude.list("int", [10n, 2n ** 40n]);
  const map = prelude.map("bool");
  const key = prelude.text("k");
  run.dup!(key);
  prelude.setWord(run.map_slot!(map, key), 1);
  assert.is(read(prelude, run.unknown_index!(list, 3, 7)), 2 ** 40);
  assert.is(read(prelude, run.unknown_index!(map, key, 7)), true);
  assert.is(run.unknown_index!(map, prelude.text("none"), 7), 0);
  assert.is(
    thrown(() => run.unknown_index!(list, 5, 7)),
    `fail_index ${list} 2 7`,
  );
  assert.is(
    thrown(() => run.unknown_index!(list, -1, 7)),
    `fail_index ${list} -1 7`,
  );
  assert.is(
    thrown(() => run.unknown_index!(list, key, 7)),
    `host_index ${list} ${key} 7`,
  );
});

test("items are replaced: in place, or in a list of unknown type", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const typed = prelude.list("int", [1n, 2n]);
  run.dup!(typed);
  const list = run.unknown_put_item!(typed, 3, prelude.text("two"), 7);
  assert.equal(
    prelude.wordsOf(list).map((item) => read(prelude, item)),
    [1, "two"],
  );
  assert.equal(prelude.intsOf(typed), [1n, 2n]);
  assert.is(run.unknown_put_item!(list, 3, 9, 7), list);
  assert.equal(prelude.wordsOf(list), [3, 9]);
  assert.is(
    thrown(() => run.unknown_put_item!(list, 5, 9, 7)),
    `fail_index ${list} 2 7`,
  );
  run.drop!(typed);
  run.drop!(list);
  assert.is(prelude.live, 0);
});

test("entries are put: in place, or in a map of unknown type", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const typed = prelude.map("int");
  prelude.putInt(typed, "a", 1n);
  run.dup!(typed);
  const map = run.unknown_put_item!(typed, prelude.text("b"), prelude.text("two"), 7);
  const again = run.unknown_put_item!(map, prelude.text("b"), prelude.text("three"), 7);
  assert.is(again, map);
  assert.equal(
    prelude.wordsOf(run.map_values!(map)).map((item) => read(prelude, item)),
    [1, "three"],
  );
  assert.equal(prelude.entriesOf(typed), [["a", 1n]]);
});

test("a Result of a typed content becomes one of unknown type", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const result = run.alloc!(7 | (2 << 8));
  prelude.setWord(result + 8, 1);
  prelude.view.setBigInt64(result + 16, 21n, true);
  const converted = run.result_as_unknown!(result);
  assert.is(prelude.word(converted + 16), 43);
  run.drop!(converted);
  assert.is(prelude.live, 0);
});

test("tests of what is met", async () => {
  const prelude = await newPrelude();
  const { run } = prelude;
  const text = prelude.text("t");
  assert.is(run.unknown_bool!(run.box_bool!(1), 7), 1);
  assert.is(
    thrown(() => run.unknown_bool!(3, 7)),
    "host_bool 3 7",
  );
  assert.is(run.unknown_key!(text, 7), text);
  assert.is(prelude.owners(text), 2);
  assert.is(run.is_nominal!(prelude.pair(0, 0)), 1);
  assert.is(run.is_nominal!(text), 0);
  assert.is(run.is_nominal!(0), 0);
  assert.is(
    thrown(() => run.unknown_check_callable!(text, 7)),
    `host_callable ${text} 7`,
  );
});

test.run();
