// Instructions are printed, checked, written as JSON and read back, all by the table of opcodes.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { opcodeNames, shapeOf } from "./opcodes.ts";
import { isOperation, type Operation, readOperation, showOperation, writeOperation } from "./operands.ts";

const operations: readonly (readonly [Operation, string])[] = [
  [{ op: "int.add", operands: [3, 1, 2] }, "int.add n3 n1 n2"],
  [{ op: "const.int_large", operands: [0, 9223372036854775807n] }, "const.int_large n0 9223372036854775807"],
  [{ op: "const.float", operands: [0, -0] }, "const.float n0 -0"],
  [{ op: "jump.int_lt_k", operands: [1, -5, 12] }, "jump.int_lt_k n1 -5 ->12"],
  [
    { op: "call.reference", operands: [0, "a:f", { numbers: [1], references: [0, 2] }] },
    "call.reference r0 a:f (n1 r0 r2)",
  ],
  [
    {
      op: "list.make",
      operands: [
        0,
        [
          { form: "float", register: 4 },
          { form: "reference", register: 4 },
          { form: "constant", value: 2n ** 60n },
          { form: "constant", value: 2 },
          { form: "constant", value: null },
          { form: "constant", value: "n4" },
        ],
      ],
    },
    'list.make r0 [float:n4 r4 1152921504606846976 2.0 null "n4"]',
  ],
  [{ op: "variant.make", operands: [0, { enum: "a:E", tag: 1 }, []] }, "variant.make r0 a:E/1 []"],
  [
    { op: "const.function", operands: [0, { label: "<f>", entries: ["a:f"], dynamic: "f(dynamic)" }] },
    "const.function r0 <f>[a:f]",
  ],
  [{ op: "path.get_int", operands: [0, 1, [{ field: 2 }, { item: 3 }]] }, "path.get_int n0 r1 .2[n3]"],
  [{ op: "prim.nothing", operands: ["host.print", []] }, "prim.nothing host.print []"],
];

for (const [operation, text] of operations) {
  test(text, () => {
    assert.is(showOperation(operation), text);
    assert.ok(isOperation(operation));
    assert.equal(readOperation(JSON.parse(JSON.stringify(writeOperation(operation)))), operation);
  });
}

test("operands that do not fit the opcode are told", () => {
  assert.not(isOperation({ op: "int.add", operands: [1, 2] }));
  assert.not(isOperation({ op: "int.add", operands: [1, 2, "x"] }));
  assert.not(isOperation({ op: "int.power", operands: [1, 2, 3] }));
  assert.is(readOperation(["const.int", 0, 2 ** 40]), undefined);
});

test("no opcode has more than three operands, and only the first is written", () => {
  for (const op of opcodeNames) {
    const { operands } = shapeOf(op);
    assert.ok(operands.length <= 3, op);
    assert.ok(
      operands.slice(1).every(({ access }) => access === "read"),
      op,
    );
  }
});

test.run();
