// evaluate, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { INT, result } from "../../ir/types.ts";
import * as b from "./testing.ts";

const shape = b.enumType("a:Shape", "Dot", "Circle");
const point = b.structType("a:Point", "x", "y");

test("expressions give their values", () => {
  const lines = b.printed(
    [
      b.print(b.list(b.int(2n ** 63n - 1n), b.float(1), b.text("a"), b.bool(true), b.none)),
      b.print(b.map({ k: b.int(1), "10": b.int(2) })),
      b.print(b.choose(b.bool(false), b.prim("int.div", b.int(1), b.int(0)), b.text("lazy"))),
      b.print(b.bind(1, b.int(20), b.prim("int.add", b.local(1), b.local(1)))),
      b.print(b.field(b.struct("a:Point", b.int(1), b.int(2)), 1)),
      b.let_(0, b.variant("a:Shape", 1, b.float(2.5))),
      b.print(b.isVariant(b.local(0), 1)),
      b.print(b.payload(b.local(0), 1, 0)),
      b.print(b.list(b.local(0), b.variant("a:Shape", 0))),
    ],
    [shape, point],
  );
  assert.equal(lines, [
    "[9223372036854775807, 1, a, true, null]",
    "{10: 2, k: 1}",
    "lazy",
    "40",
    "2",
    "true",
    "2.5",
    "[Shape.Circle(2.5), Shape.Dot]",
  ]);
});

test("a loop goes on with its step after continue, and ends with break", () => {
  const i = b.local(0);
  const lines = b.printed([
    b.let_(0, b.int(0)),
    b.loop(
      b.prim("int.lt", i, b.int(10)),
      [
        b.if_(b.prim("int.eq", i, b.int(1)), [b.continue_]),
        b.if_(b.prim("int.eq", i, b.int(3)), [b.break_], [b.print(i)]),
      ],
      [b.assign(0, b.prim("int.add", i, b.int(1)))],
    ),
    b.print(i),
  ]);
  assert.equal(lines, ["0", "2", "3"]);
});

test("return leaves the function from inside a loop", () => {
  const find = b.fn("find", {}, b.loop(b.bool(true), [b.if_(b.bool(true), [b.return_(b.text("found"))])]));
  const tree = b.program([find, b.fn("main", {}, b.print(b.call("find")))]);
  assert.is(b.runMain(tree).printed, "found\n");
});

test("a function value has an entry for each number of arguments", () => {
  const sum = b.fn("sum", { params: 3 }, b.return_(b.prim("int.add", b.local(1), b.local(2))));
  const one = b.fn("one", { params: 2 }, b.return_(b.call("sum", b.local(0), b.local(1), b.int(10))));
  const value = b.functionValue("dynamic", "one", "sum");
  const run = (...args: number[]) =>
    b.runMain(b.program([sum, one, b.fn("main", {}, b.print(b.callValue(value, ...args.map(b.int))))]));
  assert.is(run(1, 2).printed, "3\n");
  assert.is(run(1).printed, "11\n");
});

test("a function value gives its entries what it captured, as it was then", () => {
  const entry = b.fn("entry", { params: 1 }, b.return_(b.prim("function.captured", b.local(0))));
  const value = b.closure(b.functionValue("dynamic", "entry"), b.local(0));
  const main = b.fn(
    "main",
    {},
    ...[b.let_(0, b.list(b.int(1))), b.let_(1, value), b.assign(0, b.int(2), b.itemAt(b.int(0)))],
    ...[b.print(b.callValue(b.local(1))), b.print(b.local(0))],
  );
  assert.is(b.runMain(b.program([entry, main])).printed, "[1]\n[2]\n");
});

test("a function value of unknown type takes its arguments in a list", () => {
  const size = b.fn("size", { params: 2 }, b.return_(b.prim("list.length", b.local(1))));
  const run = (callee: ReturnType<typeof b.int>, ...args: (typeof callee)[]) =>
    b.runMain(b.program([size, b.fn("main", {}, b.print(b.prim("unknown.call", callee, b.list(...args))))]));
  assert.is(run(b.functionValue("size", "entry"), b.int(1), b.int(2)).printed, "2\n");
  assert.is(b.codeOf(run(b.int(1)).outcome), "runtime_type_error");
});

test("a function with a Result takes what is raised below it as its Err", () => {
  const inner = b.fn("inner", {}, b.do_(b.prim("raise", b.text("no"))));
  const outer = b.fn("outer", { result: result(INT, INT) }, b.do_(b.call("inner")));
  const tree = b.program([inner, outer, b.fn("main", {}, b.print(b.call("outer")))]);
  assert.is(b.runMain(tree).printed, "Err(no)\n");
});

test("the outside world is asked through the host", () => {
  const main = b.fn(
    "main",
    {},
    b.print(b.prim("host.input", b.text("? "))),
    b.print(b.prim("host.env", b.text("A"))),
    b.print(b.prim("host.env", b.text("B"))),
    b.print(b.prim("host.env_int", b.text("A"))),
  );
  const { printed } = b.runMain(b.program([main]), ["Ada"], { A: "7" });
  assert.is(printed, "? Ada\n7\nnull\n7\n");
});

test.run();
