// Jumps go where they lead in the end, if they are needed at all.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { allocateRegisters } from "./allocate-registers.ts";
import type { AllocatedFunction } from "./nodes.ts";
import { linearFunction, linesOf, passed } from "./testing.ts";
import { threadJumps } from "./thread-jumps.ts";

const threaded = (params: string, ...lines: readonly string[]) =>
  linesOf(
    passed(threadJumps, passed(allocateRegisters, linearFunction(params, ...lines)) as AllocatedFunction)
      .code,
  );

test("a jump to a jump goes to its end", () => {
  const lines = [
    "jump.true n0 ->0",
    "dup r1",
    "0:",
    "jump ->1",
    "drop r1",
    "1:",
    "drop r1",
    "return.nothing",
  ];
  assert.equal(threaded("n0 r1", ...lines), [
    "jump.true n0 ->1",
    "dup r0",
    "1:",
    "drop r0",
    "return.nothing",
  ]);
});

test("a jump to a return returns", () => {
  const lines = ["jump.true n0 ->0", "dup r1", "jump ->0", "drop r1", "0:", "return.nothing"];
  assert.equal(threaded("n0 r1", ...lines), [
    "jump.true n0 ->0",
    "dup r0",
    "return.nothing",
    "0:",
    "return.nothing",
  ]);
});

test("a jump over a jump is its opposite", () => {
  const lines = ["0:", "jump.int_lt n0 n1 ->1", "jump ->0", "1:", "return.nothing"];
  assert.equal(threaded("i0 i1", ...lines), ["0:", "jump.int_le n1 n0 ->0", "return.nothing"]);
});

test("a jump in a circle stays", () => {
  assert.equal(threaded("", "0:", "jump ->1", "1:", "jump ->0"), ["1:", "jump ->1"]);
});

test.run();
