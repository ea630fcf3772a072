// Tests of images: assembled and disassembled, written down and read back.

import { isLeft, right } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "./assemble.ts";
import { disassemble, operationsIn } from "./disassemble.ts";
import { decodeImage, encodeImage } from "./encoding.ts";
import { enumType, fn, type Line, params, program, structType } from "./testing.ts";

const value = { label: "<fn twice>", entries: ["twice"], dynamic: "twice" };
const lines: readonly Line[] = [
  ["const.int_large", 0, 2n ** 62n],
  ["const.float", 1, -0],
  ["const.text", 0, "a"],
  ["const.function", 1, value],
  [
    "struct.make",
    2,
    "a:P",
    [
      { form: "int", register: 0 },
      { form: "constant", value: -0 },
    ],
  ],
  ["variant.make", 3, { enum: "a:E", tag: 1 }, [{ form: "constant", value: null }]],
  ["prim_reference", 4, "unknown.text", [{ form: "reference", register: 3 }]],
  ["call.int", 0, "twice", { numbers: [0], references: [] }],
  ["jump", 2],
];
const image = assemble(
  program(
    [
      fn(
        "twice",
        { params: params("i"), result: "int", counts: "calls" },
        ["int.add", 0, 0, 0],
        ["return.int", 0],
      ),
      fn("main", {}, ...lines),
    ],
    [structType("a:P", "x", "y"), enumType("a:E", "A", "B")],
  ),
);

test("disassembling gives what was assembled; jumps count from the start of the image", () => {
  const [, , ...operations] = operationsIn(image);
  const expected = lines.map(([op, ...operands]) => ({ op, operands }));
  assert.equal(operations, [...expected.slice(0, -1), { op: "jump", operands: [4] }]);
  assert.is(
    disassemble(image).split("\n").slice(0, 4).join("\n"),
    [
      "twice numbers=8 references=8 counts=calls",
      "  0 int.add n0 n0 n0",
      "  1 return.int n0",
      "main numbers=8 references=8 counts=nothing",
    ].join("\n"),
  );
});

test("an image is the same once written down and read back", () => {
  assert.equal(decodeImage(encodeImage(image)), right(image));
});

test("bytes that are no image are refused", () => {
  const bytes = encodeImage(image);
  const foreign = bytes.slice();
  foreign[0]! ^= 1;
  const spoiled = bytes.slice();
  spoiled[bytes.length - 1] = 0;
  for (const wrong of [bytes.subarray(0, 3), bytes.subarray(0, bytes.length - 1), foreign, spoiled])
    assert.ok(isLeft(decodeImage(wrong)));
});

test.run();
