// lower-unknown-paths, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { printed } from "./testing.ts";

const app = (...lines: readonly string[]): readonly string[] => [
  'app "a":',
  ...lines.map((line) => `  ${line}`),
];

test("a single step into a local is one operation on it", () => {
  const text = printed("lower-unknown-paths", "a", ...app("let xs = []", "var u = xs[0]", 'u["k"] = 1'));
  const expected = [
    "(Assign u#1",
    "      (Prim :_ unknown.put_item [(Local :_ u#1) (Local :_ index#3) (Local :_ stored#2)])",
    "      [])",
  ];
  assert.ok(text.includes(expected.join("\n")), text);
});

test("a longer path is taken out from left to right, and put back from the inside out", () => {
  const text = printed("lower-unknown-paths", "a", ...app("let xs = []", "xs[0].f[1] = null"));
  const order = [
    "(Let part#3 :_ (Index :_ false (Local :List<_> xs#0) (Int :Int 0)))",
    "(Assign xs#0 (Convert :_ (Null",
    "part<.f>",
    "unknown.put_item",
    "put<.f>",
  ];
  const found = order.map((part) => text.indexOf(part));
  assert.ok(
    found.every((at, i) => at > (found[i - 1] ?? -1)),
    `${found} in\n${text}`,
  );
});

test("a field is put into whatever struct has one of that name, and is of its type there", () => {
  const types = ["type A:", "  f: Int", "type B:", "  g: Int", "  f: String?", ""];
  const source = app("let xs = []", "xs[0].f = 1", 'print(A(f=1).f, B(g=1, f="").f)');
  const text = printed("lower-unknown-paths", "put<.f>", ...types, ...source);
  for (const part of ["main.fuse:A", "Convert :Int (", "main.fuse:B", "Convert :String? (", "no such part"]) {
    assert.ok(text.includes(part), `${part} in\n${text}`);
  }
});

test.run();
