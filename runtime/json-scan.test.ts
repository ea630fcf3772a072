// The cursor over a JSON text, operation by operation.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { JsonScan } from "./json-scan.ts";
import { Float } from "./values.ts";

const over = (text: string): JsonScan => {
  const scan = new JsonScan();
  scan.begin(text);
  return scan;
};

test("a list is read item by item", () => {
  const scan = over(' [ 1 ,"a\\n" , true,null, 2.5 ] ');
  assert.ok(scan.list() && scan.item());
  assert.is(scan.int(), 1);
  assert.ok(scan.item());
  assert.is(scan.text(), "a\n");
  assert.ok(scan.item());
  assert.is(scan.null(), false);
  assert.is(scan.bool(), true);
  assert.ok(scan.item() && scan.null() && scan.item());
  assert.equal(scan.float(), new Float(2.5));
  assert.not(scan.item());
  assert.ok(scan.end());
});

test("an object is read field by field", () => {
  const scan = over('{"b":1,"a" : {},"c":2}');
  assert.ok(scan.map() && scan.entry());
  assert.is(scan.field("a b"), 1);
  assert.is(scan.int(), 1);
  assert.ok(scan.entry());
  assert.is(scan.field("a b"), 0);
  assert.ok(scan.map());
  assert.not(scan.entry());
  assert.ok(scan.entry());
  assert.is(scan.field("a b"), -1);
});

test("what is at fault is not read to its end", () => {
  const missing = over("[1 2]");
  assert.ok(missing.list() && missing.item());
  assert.is(missing.int(), 1);
  assert.not(missing.item());
  assert.not(missing.end());
  const refused = over("1");
  assert.is(refused.int(), 1);
  refused.refuse();
  assert.not(refused.end());
  assert.not(over("1 2").end());
});

test("Ints are those that need no thought", () => {
  assert.is(over("-0").int(), 0);
  assert.is(over("123456789012345678").int(), 123456789012345678n);
  for (const text of ["1234567890123456789", "1.0", "1e2", "01", "-", "null", '"1"'])
    assert.is(over(text).int(), null, text);
  assert.equal(over("3").float(), new Float(3));
  assert.is(over("1e999").float(), null);
});

test("an enum value may begin with its payload", () => {
  for (const [text, dataFirst] of [
    ['{"type":"B","data":[1]}', false],
    ['{"data":[1],"type":"B"}', true],
  ] as const) {
    const scan = over(text);
    assert.is(scan.variant("A B"), 1);
    assert.is(scan.dataFirst(), dataFirst);
    assert.ok(scan.list() && scan.item() && scan.int() === 1 && !scan.item());
    assert.ok(scan.leave(dataFirst) && scan.end());
  }
  assert.is(over('{"type":"C"}').variant("A B"), -1);
});

test("a payload is not skipped again and again", () => {
  const nested = (levels: number): string => `${'{"data":'.repeat(levels)}1${',"type":"A"}'.repeat(levels)}`;
  const entered = (levels: number): number => {
    const scan = over(nested(levels));
    let count = 0;
    while (scan.variant("A") === 0) count++;
    return count;
  };
  assert.is(entered(5), 5);
  assert.is(entered(20), 8);
});

test.run();
