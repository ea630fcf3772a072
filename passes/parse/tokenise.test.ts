// tokenise, by example.

import { isBoth, isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { print } from "../../ir/framework/print.ts";
import { Layout } from "../../ir/layout.ts";
import { programOf } from "../testing.ts";
import { tokenise } from "./tokenise.ts";

const run = (text: string) => tokenise.run(programOf({ "a.fuse": text }), { options: undefined });

test("a file is a string of tokens", () => {
  const result = run('app "a":\n  print(1)\n');
  assert.ok(isRight(result));
  assert.match(print(Layout, "Program", result.right), 'app string:"a" : ⏎\n⇥ identifier ( int:1 ) ⏎\n⇤ eof');
});

test("lexical mistakes travel with the tokens", () => {
  const result = run("let a = 1_\n");
  assert.ok(isBoth(result));
  assert.equal(
    result.left.map(({ message, path }) => [path, message]),
    [["a.fuse", "invalid number '1_'"]],
  );
});

test.run();
