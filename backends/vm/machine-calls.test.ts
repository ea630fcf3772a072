// Tests of the machine: calls, their depth, and where failures and panics are.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { DEPTH } from "../../runtime/failures.ts";
import { FRAME, SHALLOW } from "./fiber.ts";
import { fn, type Line, params, printFloat, printInt, printReference, program, tell } from "./testing.ts";

const MAX_INT = 2n ** 63n - 1n;
const int = (register: number, value: bigint): Line => ["const.int_large", register, value];
const args = (numbers: readonly number[], references: readonly number[] = []) => ({ numbers, references });

test("calls: arguments of both files, results of each class", () => {
  const lines = [
    ...[
      int(3, MAX_INT),
      ["const.text", 2, "text"],
      ["call.int", 4, "pick", args([0, 3], [2])],
      ...printInt(4),
    ],
    ...[["call.number", 4, "half", args([])], ...printFloat(4)],
    ...[["call.reference", 4, "echo", args([], [2])], ...printReference(4)],
    ["return.nothing"],
  ] as Line[];
  const { printed, outcome } = tell(
    program([
      fn("main", {}, ...lines),
      fn("pick", { params: params("iir"), result: "int" }, ["return.int", 1]),
      fn("half", { result: "number" }, ["const.float", 0, 0.5], ["return.number", 0]),
      fn("echo", { params: params("r"), result: "reference" }, ["return.reference", 0]),
    ]),
  );
  assert.equal([outcome.kind, printed.split("\n")], ["ended", [`${MAX_INT}`, "0.5", "text", ""]]);
});

test("calls of function values: the number of arguments chooses the entry", () => {
  const value = { label: "<fn add>", entries: ["add1", "add2"], dynamic: "addDynamic" };
  const { printed, live } = tell(
    program([
      fn(
        "main",
        {},
        ...([
          ...[
            ["const.function", 0, value],
            ["const.int", 0, 5],
            ["const.int", 1, 6],
          ],
          ...[["call_value.int", 2, 0, args([0], [0])], ...printInt(2)],
          ...[["call_value.int", 2, 0, args([0, 1], [0])], ...printInt(2)],
          ...[["list.make", 1, []], ["call.dynamic", 1, 0, args([], [0, 1])], ...printReference(1)],
          ["return.nothing"],
        ] as Line[]),
      ),
      fn("add1", { params: params("ri"), result: "int" }, ["return.int", 0]),
      fn("add2", { params: params("rii"), result: "int" }, ["int.add", 0, 0, 1], ["return.int", 0]),
      fn(
        "addDynamic",
        { params: params("rr"), result: "reference" },
        ["list.length", 0, 1],
        ["drop", 1],
        ["box.int", 0, 0],
        ["return.reference", 0],
      ),
    ]),
  );
  assert.equal([printed, live], ["5\n11\n0\n", 0]);
});

test("a function value frees what it captured when it is given up", () => {
  const value = { label: "<fn show>", entries: ["show"], dynamic: "show" };
  const { printed, live } = tell(
    program([
      fn(
        "main",
        {},
        ...([
          ...[
            ["list.make", 0, []],
            ["function.make", 1, value, 0],
            ["dup", 1],
            ["drop", 1],
          ],
          ...[["call_value.reference", 2, 1, args([], [1])], ...printReference(2)],
          ...[["drop", 2], ["drop", 1], ["return.nothing"]],
        ] as Line[]),
      ),
      fn(
        "show",
        { params: params("r"), result: "reference" },
        ...[["function.captured", 1, 0] as Line, ["dup", 1] as Line, ["return.reference", 1] as Line],
      ),
    ]),
  );
  assert.equal([printed, live], ["[]\n", 0]);
});

test("as long as no call needs a test, fewer are active than may be", () => {
  assert.is(SHALLOW, DEPTH * FRAME);
});

test("ten thousand calls may be active, the next one is a panic where it is called", () => {
  const down = (counts: "calls" | "levels") =>
    tell(
      program([
        fn(
          "main",
          {},
          int(0, 10_000n),
          ["call.nothing", "down", args([0])],
          ["const.int", 0, 10_001],
          ["call.nothing", "down", args([0])],
          ["return.nothing"],
        ),
        fn(
          "down",
          { params: params("i"), counts },
          ["int.sub_k", 0, 0, 1],
          ["jump.int_le_k", 0, 0, 3],
          ["call.nothing", "down", args([0])],
          ["return.nothing"],
        ),
      ]),
    ).outcome;
  const site = { path: "down.fuse", at: 3 };
  assert.equal(down("calls"), { kind: "panic", message: "calls deeper than 10000 levels", ...site });
  assert.equal(down("levels"), {
    kind: "panic",
    message: "a value nested deeper than 10000 levels",
    ...site,
  });
});

/** How the lines of `main` end. */
const ending = (...lines: readonly Line[]) => tell(program([fn("main", {}, ...lines)])).outcome;

test("failures and panics say where", () => {
  const site = { path: "main.fuse", at: 3 };
  assert.equal(ending(int(0, MAX_INT), ["const.int", 1, 1], ["int.add", 0, 0, 1]), {
    ...{ kind: "panic", message: "integer overflow", ...site },
  });
  assert.equal(ending(["const.int", 0, 1], ["const.int", 1, 0], ["int.rem", 0, 0, 1]), {
    ...{ kind: "panic", message: "division by zero", ...site },
  });
  assert.equal(ending(["list.make", 0, []], ["const.int", 0, -1], ["list.get_int", 0, 0, 0]), {
    ...{ kind: "failure", code: "runtime_index_bounds", ...site },
    message: "index -1 out of bounds (length 0)",
  });
  assert.equal(ending(["map.make", 0, []], ["const.text", 1, "k"], ["map.part", 0, 0, 1]), {
    ...{ kind: "failure", code: "runtime_invalid_assignment_target", ...site },
    message: "Map has no such part to assign",
  });
  assert.equal(ending(["const.text", 0, "runtime_error"], ["const.text", 1, "no"], ["fail", 0, 1]), {
    ...{ kind: "failure", code: "runtime_error", message: "no", ...site },
  });
  assert.equal(ending(["const.null", 0], ["const.null", 1], ["call.dynamic", 0, 0, args([], [0, 1])]), {
    ...{ kind: "failure", code: "runtime_type_error", message: "cannot call null", ...site },
  });
});

test("what fails in a function without positions fails where that was called", () => {
  const outcome = tell(
    program([
      fn("main", {}, ["call.nothing", "outer", args([])], ["return.nothing"]),
      fn("outer", { placed: false }, ["call.nothing", "inner", args([])], ["return.nothing"]),
      fn("inner", { placed: false }, ["const.int", 0, 0], ["int.div", 0, 0, 0], ["return.nothing"]),
    ]),
  ).outcome;
  assert.equal(outcome, { kind: "panic", message: "division by zero", path: "main.fuse", at: 1 });
});

test("an entry that ends with an Err has an uncaught error", () => {
  const { outcome, live } = tell(
    program([
      fn(
        "main",
        { result: "reference" },
        ["const.text", 0, "E"],
        ["result.err", 0, 0],
        ["return.reference", 0],
      ),
    ]),
  );
  assert.equal(outcome, { kind: "uncaught", message: "E", envelope: null });
  assert.is(live, 0);
});

test.run();
