// Tests of the machine: constants, arithmetic, comparisons, jumps.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { opcodeNames } from "../../ir/opcodes.ts";
import * as codes from "./codes.ts";
import { type Line, printBool, printedBy, printFloat, printInt, printReference } from "./testing.ts";

const MAX_INT = 2n ** 63n - 1n;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const int = (register: number, value: bigint): Line => ["const.int_large", register, value];

test("the constants of the switch are the numbers of the table", () => {
  const names = opcodeNames.map((name) => name.toUpperCase().replaceAll(".", "_"));
  assert.equal(codes, Object.fromEntries(names.map((name, number) => [name, number])));
});

test("constants and moves", () => {
  const lines: readonly Line[] = [
    ...[int(1, MAX_INT), ["move.int", 0, 1], ...printInt(0)],
    ...[["const.float", 0, 0.5], ["move.number", 1, 0], ...printFloat(1)],
    ...[["const.bool", 0, 1], ...printBool(0)],
    ...[["const.text", 0, "a"], ["move.reference", 1, 0], ...printReference(1)],
    ...[["const.null", 0], ...printReference(0), ["const.unit", 0], ...printReference(0)],
    ...[
      ["const.function", 0, { label: "<fn main>", entries: ["main"], dynamic: "main" }],
      ...printReference(0),
    ],
  ] as Line[];
  assert.equal(printedBy(lines), [`${MAX_INT}`, "0.5", "true", "a", "null", "()", "<fn main>"]);
});

test("scalars go into values of unknown type and back", () => {
  const lines: readonly Line[] = [
    ...[int(1, MAX_INT), ["box.int", 0, 1], ["unbox.int", 0, 0], ...printInt(0)],
    ...[["const.int", 1, 7], ["box.int", 0, 1], ["unbox.int", 0, 0], ...printInt(0)],
    ...[["const.float", 1, 2], ["box.float", 0, 1], ["unbox.float", 0, 0], ...printFloat(0)],
    ...[["const.bool", 1, 0], ["box.bool", 0, 1], ["unbox.bool", 0, 0], ...printBool(0)],
  ] as Line[];
  assert.equal(printedBy(lines), [`${MAX_INT}`, "7", "2", "false"]);
});

/** What an operation on two Ints prints. */
const arithmetic = (op: "int.add" | "int.sub" | "int.mul" | "int.div" | "int.rem", a: bigint, b: bigint) =>
  printedBy([int(1, a), int(2, b), [op, 0, 1, 2], ...printInt(0)])[0];

test("Ints are exact beyond 2^53, and small again when they can be", () => {
  assert.is(arithmetic("int.add", SAFE, 1n), "9007199254740992");
  assert.is(arithmetic("int.add", SAFE + 1n, -2n), "9007199254740990");
  assert.is(arithmetic("int.sub", -SAFE, 10n), "-9007199254741001");
  assert.is(arithmetic("int.mul", SAFE, 1000n), "9007199254740991000");
  assert.is(arithmetic("int.mul", -1n, 0n), "0");
  assert.is(arithmetic("int.div", -7n, 2n), "-3");
  assert.is(arithmetic("int.div", MAX_INT, 10n), "922337203685477580");
  assert.is(arithmetic("int.rem", -7n, 2n), "-1");
  assert.is(arithmetic("int.rem", MAX_INT, 10n), "7");
  assert.is(arithmetic("int.rem", -4n, 2n), "0");
});

test("Int operations with a constant", () => {
  const lines: readonly Line[] = [
    int(1, SAFE),
    ...([
      ...[["int.add_k", 0, 1, 5], ...printInt(0), ["int.sub_k", 0, 0, 5], ...printInt(0)],
      ...[["int.mul_k", 0, 1, -3], ...printInt(0), ["int.div_k", 0, 0, -3], ...printInt(0)],
      ...[["int.rem_k", 0, 1, 10], ...printInt(0), ["int.neg", 0, 0], ...printInt(0)],
    ] as Line[]),
  ];
  assert.equal(printedBy(lines), [...[`${SAFE + 5n}`, `${SAFE}`, `${SAFE * -3n}`, `${SAFE}`, "1", "-1"]]);
});

test("Ints are compared exactly", () => {
  const ops = ["int.eq", "int.ne", "int.lt", "int.le", "int.gt", "int.ge"] as const;
  const compared = (a: bigint, b: bigint) =>
    ops.filter((op) => printedBy([int(1, a), int(2, b), [op, 0, 1, 2], ...printBool(0)])[0] === "true");
  assert.equal(compared(1n, 2n), ["int.ne", "int.lt", "int.le"]);
  assert.equal(compared(2n, 2n), ["int.eq", "int.le", "int.ge"]);
  assert.equal(compared(MAX_INT, MAX_INT - 1n), ["int.ne", "int.gt", "int.ge"]);
  assert.equal(compared(MAX_INT, MAX_INT), ["int.eq", "int.le", "int.ge"]);
  assert.equal(compared(-MAX_INT, 1n), ["int.ne", "int.lt", "int.le"]);
});

test("Floats", () => {
  const ops = ["float.add", "float.sub", "float.mul", "float.div"] as const;
  const results = ops.flatMap((op) =>
    printedBy([["const.float", 1, 1], ["const.float", 2, 0], [op, 0, 1, 2], ...printFloat(0)]),
  );
  assert.equal(results, ["1", "1", "0", "inf"]);
  assert.equal(printedBy([["const.float", 1, 2.5], ["float.text", 0, 1], ...printReference(0)]), ["2.5"]);
  assert.equal(
    printedBy([
      ["const.float", 1, Number.NaN],
      ["float.eq", 0, 1, 1],
      ...printBool(0),
      ["float.le", 0, 1, 1],
      ...printBool(0),
    ]),
    ["false", "false"],
  );
});

/** Which of the jumps with these operands are taken. */
const taken = (
  setup: readonly Line[],
  jumps: readonly (readonly [string, ...number[]])[],
): readonly string[] =>
  jumps
    .filter(([op, ...operands]) => {
      const yes = setup.length + 3;
      const lines = [
        ...[...setup, [op, ...operands, yes], ["const.int", 7, 0], ["jump", yes + 1], ["const.int", 7, 1]],
        ...printInt(7),
      ] as Line[];
      return printedBy(lines)[0] === "1";
    })
    .map(([op]) => op);

test("jumps on Ints", () => {
  const all = ["jump.int_eq", "jump.int_ne", "jump.int_lt", "jump.int_le"].map((op) => [op, 0, 1] as const);
  assert.equal(taken([int(0, 1n), int(1, 2n)], all), ["jump.int_ne", "jump.int_lt", "jump.int_le"]);
  assert.equal(taken([int(0, MAX_INT), int(1, MAX_INT)], all), ["jump.int_eq", "jump.int_le"]);
  assert.equal(taken([int(0, MAX_INT), int(1, 1n)], all), ["jump.int_ne"]);
  const names = ["eq", "ne", "lt", "le", "gt", "ge"].map((name) => `jump.int_${name}_k`);
  const withTwo = names.map((op) => [op, 0, 2] as const);
  const short = (value: bigint) => taken([int(0, value)], withTwo).map((op) => op.slice(9, 11));
  assert.equal(short(1n), ["ne", "lt", "le"]);
  assert.equal(short(2n), ["eq", "le", "ge"]);
  assert.equal(short(MAX_INT), ["ne", "gt", "ge"]);
  assert.equal(short(-MAX_INT), ["ne", "lt", "le"]);
});

test("jumps on Floats, texts, options, Results, variants", () => {
  const floats = ["eq", "ne", "lt", "le", "not_lt", "not_le"].map(
    (name) => [`jump.float_${name}`, 0, 1] as const,
  );
  const nan: Line = ["const.float", 1, Number.NaN];
  assert.equal(taken([["const.float", 0, 1], nan], floats), [
    ...["jump.float_ne", "jump.float_not_lt", "jump.float_not_le"],
  ]);
  const texts = ["jump.text_eq", "jump.text_ne"].map((op) => [op, 0, 1] as const);
  assert.equal(
    taken(
      [
        ["const.text", 0, "a"],
        ["const.text", 1, "b"],
      ],
      texts,
    ),
    ["jump.text_ne"],
  );
  const options = ["jump.none", "jump.some"].map((op) => [op, 0] as const);
  assert.equal(taken([["const.null", 0]], options), ["jump.none"]);
  const bools = ["jump.true", "jump.false"].map((op) => [op, 0] as const);
  assert.equal(taken([["const.bool", 0, 0]], bools), ["jump.false"]);
});

test("a counting loop goes beyond 2^53", () => {
  const lines: readonly Line[] = [
    ...[int(0, SAFE - 1n), int(1, SAFE + 2n), ["const.int", 2, 0]],
    ...[
      ["int.add_k", 2, 2, 1],
      ["jump.next_le", 0, 1, 3],
    ],
    ...printInt(2),
    ...printInt(0),
  ] as Line[];
  assert.equal(printedBy(lines), ["4", `${SAFE + 3n}`]);
});

test("the rounds of a range go to its end, be that the largest Int", () => {
  const lines: readonly Line[] = [
    ...[int(0, MAX_INT - 2n), int(1, MAX_INT), ["const.int", 2, 0]],
    ...[
      ["int.add_k", 2, 2, 1],
      ["jump.step", 0, 1, 3],
    ],
    ...printInt(2),
    ...printInt(0),
  ] as Line[];
  assert.equal(printedBy(lines), ["3", `${MAX_INT}`]);
});

test.run();
