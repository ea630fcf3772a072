// Tests of check-type-parameters.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileFiles, messagesOf } from "./testing.ts";

const NAME = "check-type-parameters";

const says = (head: string, ...messages: readonly string[]) =>
  assert.equal(
    messagesOf(NAME, `fn f${head}:`, "  return", "interface Named:", "  fn m()", "type T:", "  a: Int"),
    messages,
    head,
  );

test("type parameters and their constraints", () => {
  says("<A, B>(x: A, y: B) where A: Named, B: Named");
  says("<A, A>(x: A)", '1:9 FUSE_GENERIC_DUPLICATE_TYPE_PARAM the type parameter "A" is declared twice');
  says("<A>(x: A) where U: Named", '1:21 "U" in "where" is no type parameter of "f"');
  says(
    "<A>(x: A) where A: Named, A: Named",
    '1:31 FUSE_WHERE_MULTI_CONSTRAINT the type parameter "A" has the constraint Named already: there is one for each',
  );
});

test("a constraint is an interface", () => {
  says(
    "<A>(x: A) where A: Nmaed",
    '1:24 FUSE_WHERE_UNKNOWN_INTERFACE unknown interface "Nmaed"; did you mean "Named"?',
  );
  says("<A>(x: A) where A: T", '1:24 FUSE_WHERE_UNKNOWN_INTERFACE "T" is a type, not an interface');
  says("<A>(x: A) where A: Int", "1:24 FUSE_WHERE_UNKNOWN_INTERFACE Int is a type, not an interface");
});

test("interfaces of other modules", () => {
  const main = [
    'import { I } from "./lib"',
    'import lib from "./lib"',
    "fn f<A, B, C>(x: A, y: B, z: C) where A: I, B: lib.J, C: J:",
    "  return",
    "",
  ];
  const files = {
    "main.fuse": main.join("\n"),
    "lib.fuse": "interface I:\n  fn m()\ninterface J:\n  fn m()\n",
  };
  assert.equal(compileFiles(NAME, files).messages, [
    '3:58 FUSE_WHERE_UNKNOWN_INTERFACE unknown interface "J"; write lib.J',
  ]);
});

test.run();
