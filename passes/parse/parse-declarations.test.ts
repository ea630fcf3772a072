// parse-declarations, by example.

import { isBoth, isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { print } from "../../ir/framework/print.ts";
import { Surface } from "../../ir/surface.ts";
import { lex } from "./lexer/lex.ts";
import { parseDeclarations } from "./parse-declarations.ts";

const run = (text: string) =>
  parseDeclarations.run(
    {
      kind: "Program",
      at: 0,
      modules: [{ kind: "Module", at: 0, path: "a.fuse", package: "", text, tokens: lex("a.fuse", text) }],
      assets: [],
      links: [],
      interfaces: [],
    },
    { options: undefined },
  );

test("tokens become a tree", () => {
  const result = run("fn f(a: Int) -> Int:\n  return a + 1\n");
  assert.ok(isRight(result));
  const text = print(Surface, "Program", result.right);
  assert.match(text, "(Fn f []");
  assert.match(text, "(Return (Binary + (Name a) (Int 1)))");
});

test("syntax mistakes travel with what could be read", () => {
  const result = run("fn f():\n  let x 1\n  print(2)\n");
  assert.ok(isBoth(result));
  assert.equal(
    result.left.map(({ message }) => message),
    ["expected '=', found '1'"],
  );
  assert.match(print(Surface, "Program", result.right), "(Int 2)");
});

test.run();
