// Tests of the machine: lists, maps, structs, enums and Results, each object freed in the end.

import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  enumType,
  fn,
  type Line,
  printBool,
  printedBy,
  printFloat,
  printInt,
  printReference,
  program,
  structType,
  tell,
} from "./testing.ts";

const MAX_INT = 2n ** 63n - 1n;
const int = (register: number, value: bigint): Line => ["const.int_large", register, value];

test("lists grow and change in place, copies are made for the second holder", () => {
  const lines = [
    ...[["list.make", 0, [{ form: "constant", value: 1n }]], int(0, MAX_INT), ["list.append_int", 0, 0, 0]],
    ...[
      ["dup", 0],
      ["move.reference", 1, 0],
      ["const.int", 1, 0],
      ["list.put_int", 1, 1, 0],
    ],
    ...[...printReference(0), ...printReference(1), ["list.get_int", 2, 1, 1], ...printInt(2)],
    ...[["list.concat", 0, 0, 1], ["list.length", 2, 0], ...printInt(2), ["drop", 0], ["drop", 1]],
    ["return.nothing"],
  ] as Line[];
  const { printed, live, copies } = tell(program([fn("main", {}, ...lines)]));
  assert.equal(printed.split("\n"), [
    ...[`[1, ${MAX_INT}]`, `[${MAX_INT}, ${MAX_INT}]`, `${MAX_INT}`, "4", ""],
  ]);
  assert.equal({ live, copies }, { live: 0, copies: 1 });
});

test("lists in lists", () => {
  const lines = [
    ...[
      ["list.make", 0, []],
      ["list.make", 0, [{ form: "reference", register: 0 }]],
      ["dup", 0],
    ],
    ...[
      ["move.reference", 1, 0],
      ["const.int", 0, 0],
      ["unique", 1],
      ["list.part", 2, 1, 0],
    ],
    ...[["const.float", 1, 0.5], ["list.append_float", 2, 2, 1], ...printReference(0), ...printReference(1)],
    ...[["const.text", 3, "x"], ["list.set_reference", 1, 0, 3], ...printReference(1)],
    ...[
      ["drop", 0],
      ["drop", 1],
    ],
  ] as Line[];
  assert.equal(printedBy(lines), ["[[]]", "[[0.5]]", "[x]"]);
});

test("maps", () => {
  const members = [
    { form: "constant", value: "a" },
    { form: "constant", value: 1n },
  ] as const;
  const lines = [
    ...[
      ["map.make", 0, [...members, ...members]],
      ["const.text", 1, "b"],
      ["const.int", 0, 2],
    ],
    ...[["map.put_int", 0, 1, 0], ...printReference(0), ["map.read_int", 1, 0, 1], ...printInt(1)],
    ...[["const.text", 2, "c"], ["map.get", 3, 0, 2], ...printReference(3)],
    ...[["map.has", 1, 0, 2], ...printBool(1), ["const.int", 1, 1]],
    ...[["map.key_at", 3, 0, 1], ...printReference(3), ["map.value_at_int", 1, 0, 1], ...printInt(1)],
    ...[["map.length", 1, 0], ...printInt(1), ["drop", 0]],
  ] as Line[];
  assert.equal(printedBy(lines), ["{a: 1, b: 2}", "2", "null", "false", "b", "2", "2"]);
});

test("structs along a path", () => {
  const types = [structType("a:P", "x", "ok"), structType("a:O", "p")];
  const lines = [
    ...[
      ["const.int", 0, 1],
      ["const.bool", 1, 1],
    ],
    [
      "struct.make",
      0,
      "a:P",
      [
        { form: "int", register: 0 },
        { form: "bool", register: 1 },
      ],
    ],
    ["struct.make", 0, "a:O", [{ form: "reference", register: 0 }]],
    ...[
      ["dup", 0],
      ["move.reference", 1, 0],
      ["unique", 1],
      ["field.part", 2, 1, 0],
    ],
    ...[int(0, MAX_INT), ["field.set_int", 2, 0, 0]],
    ...[["field.get_reference", 3, 0, 0], ["field.get_int", 0, 3, 0], ...printInt(0)],
    ...[["field.get_reference", 3, 1, 0], ["field.get_int", 0, 3, 0], ...printInt(0)],
    ...[["field.get_bool", 1, 3, 1], ...printBool(1), ["drop", 0], ["drop", 1]],
  ] as Line[];
  assert.equal(printedBy(lines, types), ["1", `${MAX_INT}`, "true"]);
});

test("paths: what is read stays, the parts on the way of a store become unique", () => {
  const types = [structType("a:P", "x"), structType("a:O", "items")];
  const path = [{ field: 0 }, { item: 1 }, { field: 0 }] as const;
  const lines = [
    ["struct.make", 0, "a:P", [{ form: "constant", value: 1n }]],
    ["list.make", 0, [{ form: "reference", register: 0 }]],
    ["struct.make", 0, "a:O", [{ form: "reference", register: 0 }]],
    ...[
      ["dup", 0],
      ["move.reference", 1, 0],
      ["const.int", 1, 0],
    ],
    ...[int(0, MAX_INT), ["path.put_int", 1, path, 0]],
    ...[["path.get_int", 2, 0, path], ...printInt(2), ["path.get_int", 2, 1, path], ...printInt(2)],
    ...[["path.get_reference", 2, 1, path.slice(0, 2)], ["dup", 2], ...printReference(2), ["drop", 2]],
    ...[["const.bool", 3, 1], ["path.set_bool", 1, path, 3], ["path.get_bool", 4, 1, path], ...printBool(4)],
    ...[
      ["const.float", 3, 0.5],
      ["path.set_float", 1, path, 3],
      ["path.get_float", 4, 1, path],
    ],
    ...[...printFloat(4), ["list.make", 3, []], ["path.set_reference", 1, path, 3], ["drop", 1], ["drop", 0]],
  ] as Line[];
  assert.equal(printedBy(lines, types), ["1", `${MAX_INT}`, "<P>", "true", "0.5"]);
});

test("a path to an item that a list has not fails", () => {
  const lines = [
    ["list.make", 0, []],
    ["struct.make", 0, "a:O", [{ form: "reference", register: 0 }]],
    ["const.int", 0, 0],
    ["path.get_int", 1, 0, [{ field: 0 }, { item: 0 }]],
  ] as Line[];
  const { outcome } = tell(program([fn("main", {}, ...lines)], [structType("a:O", "items")]));
  assert.is(outcome.kind === "failure" && outcome.at, 4);
});

test("a variant without payload is made once and stays", () => {
  const lines = [
    ["variant.plain", 0, { enum: "a:E", tag: 0 }],
    ["dup.variant", 0],
    ...printReference(0),
    ["drop.variant", 0],
    ["drop.variant", 0],
    ["variant.make", 1, { enum: "a:E", tag: 1 }, [{ form: "reference", register: 0 }]],
    ["drop.variant", 1],
    ...printReference(0),
  ] as Line[];
  assert.equal(printedBy(lines, [enumType("a:E", "A", "B")]), ["E.A", "E.A"]);
});

test("enums and Results", () => {
  const lines = [
    ...[
      ["const.int", 0, 5],
      ["variant.make", 0, { enum: "a:E", tag: 1 }, [{ form: "int", register: 0 }]],
    ],
    ...[
      ...printReference(0),
      ["variant.is", 0, 0, 1],
      ...printBool(0),
      ["variant.is", 0, 0, 0],
      ...printBool(0),
    ],
    ...[["payload.get_int", 0, 0, 0], ...printInt(0)],
    ...[["dup", 0], ["result.ok_reference", 1, 0], ["result.is_ok", 0, 1], ...printBool(0)],
    ...[
      ["result.take_ok_reference", 2, 1],
      ["drop", 2],
      ["result.err", 1, 0],
      ["result.err_value", 2, 1],
    ],
    ...[...printReference(1), ["drop", 1]],
    ...[["const.float", 0, 1], ["result.ok_float", 1, 0], ["result.take_ok_float", 0, 1], ...printFloat(0)],
  ] as Line[];
  assert.equal(printedBy(lines, [enumType("a:E", "A", "B")]), [
    ...["E.B(5)", "true", "false", "5", "true", "Err(E.B(5))", "1"],
  ]);
});

test("operations of unknown values give their results a reference", () => {
  const lines = [
    ...[
      ["list.make", 0, []],
      ["list.make", 0, [{ form: "reference", register: 0 }]],
    ],
    [
      "prim_reference",
      1,
      "unknown.index",
      [
        { form: "reference", register: 0 },
        { form: "constant", value: 0n },
      ],
    ],
    [
      "prim_reference",
      0,
      "unknown.add",
      [
        { form: "reference", register: 0 },
        { form: "reference", register: 1 },
      ],
    ],
    ...[...printReference(0), ["drop", 0], ["drop", 1]],
  ] as Line[];
  assert.equal(printedBy(lines), ["[[]]"]);
});

test.run();
