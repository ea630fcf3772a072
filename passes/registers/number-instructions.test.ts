// Jumps go to numbers of instructions.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { NodeOf } from "../../ir/framework/language.ts";
import { print } from "../../ir/framework/print.ts";
import { Register, type RegisterGrammar } from "../../ir/register.ts";
import { allocateRegisters } from "./allocate-registers.ts";
import type { AllocatedFunction } from "./nodes.ts";
import { numberInstructions } from "./number-instructions.ts";
import { linearFunction, passed } from "./testing.ts";

test("a label is the number of the instruction behind it", () => {
  const given = linearFunction("i0", "jump ->7", "3:", "int.sub_k n0 n0 1", "7:", "jump.int_gt_k n0 0 ->3");
  const fn = passed(numberInstructions, passed(allocateRegisters, given) as AllocatedFunction);
  const shown = print(Register, "Function", fn as NodeOf<RegisterGrammar, "Function">);
  assert.equal(shown.match(/At [^)]*/g), [
    "At 0 jump ->2",
    "At 1 int.sub_k n0 n0 1",
    "At 2 jump.int_gt_k n0 0 ->1",
  ]);
});

test.run();
