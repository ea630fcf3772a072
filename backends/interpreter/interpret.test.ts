// interpret, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { NO_PLACE } from "../../ir/derived.ts";
import { INT, result } from "../../ir/types.ts";
import { OutputClosed } from "../../runtime/failures.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { interpret } from "./interpret.ts";
import * as b from "./testing.ts";

const ends = (...functions: Parameters<typeof b.program>[0][number][]) => b.runMain(b.program(functions));

test("output before a failure is kept, and the failure has the place of its operation", () => {
  const read = b.fn("read", {}, b.return_(b.positioned(b.prim("list.get", b.list(), b.int(0)), 77)));
  const { outcome, printed } = ends(
    read,
    b.fn("main", {}, b.print(b.text("before")), b.print(b.call("read"))),
  );
  assert.is(printed, "before\n");
  assert.equal(outcome, {
    kind: "failure",
    code: "runtime_index_bounds",
    message: "index 0 out of bounds (length 0)",
    path: "read.fuse",
    at: 77,
  });
});

test("a failure behind a call that has returned is in the caller", () => {
  const id = b.fn("id", { params: 1 }, b.return_(b.positioned(b.prim("int.add", b.local(0), b.int(0)), 5)));
  const failing = b.positioned(b.prim("int.div", b.call("id", b.int(1)), b.call("id", b.int(0))), 9);
  const { outcome } = ends(id, b.fn("main", {}, b.do_(failing)));
  assert.equal(outcome, { kind: "panic", message: "division by zero", path: "main.fuse", at: 9 });
});

test("what has no place of its own fails where the program asked for it", () => {
  const made = b.positioned(b.prim("int.div", b.int(1), b.int(0)), NO_PLACE);
  const asked = b.positioned(b.call("made"), 7);
  const { outcome } = ends(b.fn("made", {}, b.do_(made)), b.fn("main", {}, b.do_(asked)));
  assert.equal(outcome, { kind: "panic", message: "division by zero", path: "main.fuse", at: 7 });
});

test("what has no place fails at the innermost call that has one, whatever came before it", () => {
  const zero = (at: number) => b.positioned(b.prim("int.div", b.int(1), b.int(0)), at);
  const fine = b.positioned(b.prim("int.add", b.int(1), b.int(0)), 3);
  const made = b.fn("made", {}, b.do_(fine), b.do_(zero(NO_PLACE)));
  const between = b.fn("between", {}, b.do_(b.positioned(b.call("made"), NO_PLACE)));
  const main = b.fn("main", {}, b.do_(b.positioned(b.call("between"), 7)));
  const { outcome } = ends(made, between, main);
  assert.equal(outcome, { kind: "panic", message: "division by zero", path: "main.fuse", at: 7 });
});

test("a failure behind an error that was taken is where it is", () => {
  const raise = b.fn("raise", {}, b.do_(b.positioned(b.prim("raise", b.int(1)), 3)));
  const takes = b.fn("takes", { result: result(INT, INT) }, b.do_(b.positioned(b.call("raise"), 4)));
  const failing = b.positioned(b.prim("fail", b.text("runtime_error"), b.text("why")), NO_PLACE);
  const fails = b.fn("fails", {}, b.do_(b.call("takes")), b.do_(failing));
  const { outcome } = ends(raise, takes, fails, b.fn("main", {}, b.do_(b.positioned(b.call("fails"), 9))));
  assert.equal(outcome, {
    ...{ kind: "failure", code: "runtime_error", message: "why" },
    ...{ path: "main.fuse", at: 9 },
  });
});

test("a program fails and panics by itself too", () => {
  const failing = (code: string) =>
    ends(b.fn("main", {}, b.do_(b.prim("fail", b.text(code), b.text("why"))))).outcome;
  assert.equal(failing("runtime_error"), {
    kind: "failure",
    code: "runtime_error",
    message: "why",
    path: "main.fuse",
    at: 1,
  });
  assert.is(failing("runtime_panic").kind, "panic");
});

test("an error value that nobody took is uncaught, raised or returned", () => {
  const gone = b.structType("std.Error:NotFound", "message");
  const error = b.struct("std.Error:NotFound", b.text("gone"));
  const raised = b.fn("main", {}, b.do_(b.prim("raise", error)));
  const returned = b.fn("main", {}, b.return_(b.prim("result.err", error)));
  for (const main of [raised, returned]) {
    assert.equal(b.runMain(b.program([main], [gone])).outcome, {
      kind: "uncaught",
      message: "std.Error.NotFound(gone)",
      envelope: '{"error":{"code":"not_found","message":"gone"}}',
    });
  }
  const plain = b.fn("main", {}, b.do_(b.prim("raise", b.int(5))));
  assert.equal(ends(plain).outcome, { kind: "uncaught", message: "5", envelope: null });
});

test("an error value nested too deep to be shown is a panic", () => {
  const wrap = b.loop(
    b.prim("int.lt", b.local(1), b.int(10_001)),
    [b.assign(0, b.list(b.local(0)))],
    [b.assign(1, b.prim("int.add", b.local(1), b.int(1)))],
  );
  const raise = b.do_(b.prim("raise", b.local(0)));
  const { outcome } = ends(b.fn("main", {}, b.let_(0, b.int(0)), b.let_(1, b.int(0)), wrap, raise));
  assert.is(outcome.kind, "panic");
});

test("a run ends quietly when nobody reads its output", () => {
  const { host } = b.memoryHost();
  const output = bufferedOutput(() => {
    throw new OutputClosed();
  });
  const main = b.fn("main", {}, b.loop(b.bool(true), [b.print(b.text("more"))]));
  assert.equal(interpret(b.program([main]), "main", { ...host, output }), { kind: "ended" });
});

test("a text beyond the host's memory is a panic", () => {
  const doubled = b.assign(0, b.prim("text.concat", b.local(0), b.local(0)));
  const { outcome } = ends(b.fn("main", {}, b.let_(0, b.text("xx")), b.loop(b.bool(true), [doubled])));
  assert.equal(outcome, { kind: "panic", message: "out of memory", path: "main.fuse", at: 1 });
});

test.run();
