// Tests of check-derived-types.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { messagesOf } from "../resolve/testing.ts";

const NAME = "check-derived-types";

const USER = ["type User:", "  id: Int", "  name: String"];

test("base, fields and circles are checked before anything else", () => {
  assert.equal(
    messagesOf(
      "expand-derived-types",
      ...USER,
      "type A = User without missing, id",
      "type B = Missing without id",
      "type C = D without id",
      "type D = C without id",
      "type E = C without id",
      "type F = A without id",
      "fn f(x: Zork):",
      "  return",
    ),
    [
      '4:23 FUSE_TYPE_DERIVE_FIELD "User" has no field "missing"',
      '5:10 FUSE_TYPE_DERIVE_BASE "Missing" is no type with fields',
      '6:10 FUSE_TYPE_DERIVE_CYCLE "C" derives from itself through "D"',
      '7:10 FUSE_TYPE_DERIVE_CYCLE "D" derives from itself through "C"',
      '9:20 FUSE_TYPE_DERIVE_FIELD "A" has no field "id"',
    ],
  );
});

test("a type may derive from a later one", () => {
  assert.equal(messagesOf(NAME, "type A = User without id", ...USER), []);
});

test.run();
