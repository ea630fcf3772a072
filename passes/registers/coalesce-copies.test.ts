// A copy that stays what the original is needs no register of its own.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { coalesceCopies } from "./coalesce-copies.ts";
import { after } from "./testing.ts";

test("the original serves in place of its copy", () => {
  const lines = ["move.int n1 n0", "move.int n2 n1", "int.add n3 n1 n2", "return.int n3"];
  assert.equal(after(coalesceCopies, "i0", ...lines), ["int.add n3 n0 n0", "return.int n3"]);
});

test("the original may change when the copy is not needed any more", () => {
  const lines = ["0:", "move.int n1 n0", "int.text r2 n1", "int.add_k n0 n0 1", "jump.int_lt_k n0 9 ->0"];
  const expected = ["0:", "int.text r2 n0", "int.add_k n0 n0 1", "jump.int_lt_k n0 9 ->0"];
  assert.equal(after(coalesceCopies, "i0", ...lines), expected);
});

test("a copy outlives a change of the original", () => {
  const lines = ["move.int n1 n0", "int.add_k n0 n0 1", "int.add n2 n0 n1", "return.int n2"];
  assert.equal(after(coalesceCopies, "i0", ...lines), lines);
});

test("a copy that changes has its own register", () => {
  const lines = ["move.reference r1 r0", "list.append_reference r1 r1 r0", "return.reference r1"];
  assert.equal(after(coalesceCopies, "r0", ...lines), lines);
});

test.run();
