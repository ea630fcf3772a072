// assignment, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import * as b from "./testing.ts";

const point = b.structType("a:Point", "x", "y");

test("a copy does not see what is written into the original, at any depth", () => {
  const lines = b.printed(
    [
      b.let_(0, b.struct("a:Point", b.list(b.list(b.int(1))), b.map({ k: b.int(1) }))),
      b.let_(1, b.local(0)),
      b.assign(0, b.int(9), b.fieldAt(0), b.itemAt(b.int(0)), b.itemAt(b.int(0))),
      b.assign(0, b.int(9), b.fieldAt(1), b.keyAt(b.text("new"))),
      b.print(b.list(b.field(b.local(0), 0), b.field(b.local(0), 1))),
      b.print(b.list(b.field(b.local(1), 0), b.field(b.local(1), 1))),
    ],
    [point],
  );
  assert.equal(lines, ["[[[9]], {k: 1, new: 9}]", "[[[1]], {k: 1}]"]);
});

test("a part that was taken out is a copy too", () => {
  const lines = b.printed([
    b.let_(0, b.list(b.list(b.int(1)), b.list(b.int(2)))),
    b.assign(0, b.int(5), b.itemAt(b.int(0)), b.itemAt(b.int(0))),
    b.let_(1, b.prim("list.get", b.local(0), b.int(0))),
    b.assign(1, b.int(7), b.itemAt(b.int(0))),
    b.print(b.list(b.local(0), b.local(1))),
    b.assign(0, b.int(6), b.itemAt(b.int(0)), b.itemAt(b.int(0))),
    b.print(b.list(b.local(0), b.local(1))),
  ]);
  assert.equal(lines, ["[[[5], [2]], [7]]", "[[[6], [2]], [7]]"]);
});

test("a value may be stored into itself", () => {
  const lines = b.printed([
    b.let_(0, b.list(b.none)),
    b.assign(0, b.local(0), b.itemAt(b.int(0))),
    b.assign(0, b.local(0), b.itemAt(b.int(0))),
    b.print(b.local(0)),
    b.assign(0, b.prim("list.append", b.local(0), b.local(0))),
    b.print(b.local(0)),
  ]);
  assert.equal(lines, ["[[[null]]]", "[[[null]], [[[null]]]]"]);
});

test("an argument is a copy", () => {
  const grow = b.fn(
    "grow",
    { params: 1 },
    b.assign(0, b.int(1), b.keyAt(b.text("new"))),
    b.print(b.local(0)),
  );
  const main = b.fn(
    "main",
    {},
    b.let_(0, b.map({})),
    b.assign(0, b.int(0), b.keyAt(b.text("old"))),
    b.do_(b.call("grow", b.local(0))),
    b.print(b.local(0)),
  );
  assert.is(b.runMain(b.program([grow, main])).printed, "{old: 0, new: 1}\n{old: 0}\n");
});

test("a list that grows through its own variable leaves other holders alone", () => {
  const lines = b.printed([
    b.let_(0, b.list()),
    b.assign(0, b.prim("list.append", b.local(0), b.int(1))),
    b.let_(1, b.local(0)),
    b.assign(0, b.prim("list.append", b.local(0), b.int(2))),
    b.assign(0, b.prim("list.concat", b.local(0), b.local(0))),
    b.let_(2, b.prim("list.append", b.local(0), b.int(9))),
    b.print(b.list(b.local(0), b.local(1), b.local(2))),
    b.let_(3, b.map({ a: b.int(1) })),
    b.let_(4, b.local(3)),
    b.assign(3, b.prim("map.put", b.local(3), b.text("b"), b.int(2))),
    b.print(b.list(b.local(3), b.local(4))),
  ]);
  assert.equal(lines, ["[[1, 2, 1, 2], [1], [1, 2, 1, 2, 9]]", "[{a: 1, b: 2}, {a: 1}]"]);
});

test("an item is put into a value of unknown type in place, unless others hold it", () => {
  const put = (id: number, at: Parameters<typeof b.prim>[1], value: typeof at) =>
    b.assign(id, b.prim("unknown.put_item", b.local(id), at, value));
  const lines = b.printed([
    b.let_(0, b.list(b.int(1), b.int(2))),
    b.let_(1, b.local(0)),
    put(0, b.int(0), b.text("a")),
    put(0, b.int(1), b.local(0)),
    b.let_(2, b.map({})),
    put(2, b.text("k"), b.local(0)),
    b.print(b.list(b.local(0), b.local(1), b.local(2))),
  ]);
  assert.equal(lines, ["[[a, [a, 2]], [1, 2], {k: [a, [a, 2]]}]"]);
});

test("a path that leads nowhere fails by its code", () => {
  const missing = b.keyAt(b.text("none"));
  const zero = b.itemAt(b.int(0));
  const examples: [Parameters<typeof b.assign>[2][], string][] = [
    [[b.itemAt(b.int(1))], "runtime_index_bounds"],
    [[zero, missing, zero], "runtime_invalid_assignment_target"],
    [[zero, b.keyAt(b.text("null")), b.fieldAt(0, true)], "runtime_null_access"],
    [[zero, b.keyAt(b.text("null")), b.fieldAt(0)], "runtime_invalid_assignment_target"],
  ];
  for (const [steps, code] of examples) {
    const main = b.fn(
      "main",
      {},
      b.let_(0, b.list(b.map({ null: b.none }))),
      b.assign(0, b.int(1), ...steps),
    );
    assert.is(b.codeOf(b.runMain(b.program([main])).outcome), code);
  }
});

test.run();
