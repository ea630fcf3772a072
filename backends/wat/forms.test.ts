// WebAssembly text by its forms.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { formsOf, referencesOf, withoutDebug } from "./forms.ts";

test("a text is split into its forms, each with its name and the comments before it", () => {
  const forms = formsOf(`;; one (more
(func $a (param i32)
  (call $b ")\\"") ;; )
)
(; between ) ;)
(global $g (mut i32) (i32.const 0))
(data (i32.const 8) "(")`);
  assert.equal(
    forms.map(({ head, name }) => [head, name]),
    [
      ["func", "a"],
      ["global", "g"],
      ["data", null],
    ],
  );
  assert.match(forms[0]!.text, /^;; one/);
  assert.match(forms[1]!.text, /^\(; between/);
});

test("an import is named by the function", () => {
  const [form] = formsOf('(import "host" "print" (func $print (param i32)))');
  assert.is(form!.name, "print");
});

test("a form refers to functions and globals, not to locals", () => {
  const text = "(func $a (local $x i32) (call $b (local.get $x)) (global.set $c (ref.func $d)))";
  assert.equal(referencesOf(text), ["b", "c", "d"]);
});

test("lines for debugging are left out", () => {
  assert.is(withoutDebug("(func $a\n  (count) ;; debug\n  (work))"), "(func $a\n  (work))");
});

test.run();
