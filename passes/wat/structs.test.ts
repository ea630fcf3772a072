// Structs and enums in memory.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { functionText, moduleOf, printed } from "./testing.ts";

const types = ["type Pos:", "  x: Int", "  up: Bool?", "", "type Ship:", "  name: String", "  pos: Pos?", ""];

test("fields of 8 bytes stand in front of those of 4", () => {
  const lines = ["fn f(p: Pos) -> Int:", "  return p.x", 'app "a":', "  print(f(Pos(up=true, x=1)))"];
  assert.equal(functionText("f", moduleOf([...types, ...lines])), [
    "(return (i64.load offset=8 (local.get $p#0)))",
  ]);
});

test("a write changes one value alone", async () => {
  const lines = await printed(
    types,
    'var s = Ship(name="a", pos=Pos(x=1, up=null))',
    "let old = s",
    "s.pos?.x = 2",
    "s.pos?.up = true",
    "print(s.pos?.x)",
    "print(s.pos?.up)",
    "print(old.pos?.x)",
    "print(old.pos?.up)",
    "print(s == old)",
  );
  assert.equal(lines, ["2", "true", "1", "null", "false"]);
});

test("variants with and without payload", async () => {
  const lines = await printed(
    [
      ...["enum Tree:", "  Leaf", "  Node(Tree, Int, Tree)", ""],
      ...["fn grown(t: Tree) -> Tree:", "  match t:"],
      ...["    Node(l, n, r) -> Tree.Node(grown(l), n + 1, r)", "    Leaf -> Tree.Leaf", ""],
    ],
    "let t = Tree.Node(Tree.Node(Tree.Leaf, 1, Tree.Leaf), 2, Tree.Leaf)",
    "print(grown(t))",
    "print(t == grown(t))",
  );
  assert.equal(lines, ["Tree.Node(Tree.Node(Tree.Leaf, 2, Tree.Leaf), 3, Tree.Leaf)", "false"]);
});

test("chains that go through several types are freed on any stack", async () => {
  const lines = await printed(
    [
      ...["type A:", "  b: B?", "", "type B:", "  a: A?", "  below: B?", "  name: String", ""],
      ...["fn text(n: Int) -> String:", '  return "${n}"', ""],
    ],
    "var chain = B(name=text(0))",
    "for i in 1..300000:",
    "  if i % 3 == 0: chain = B(below=chain, name=text(i))",
    "  else: chain = B(a=A(b=chain), name=text(i))",
    "print(chain.name)",
  );
  assert.equal(lines, ["300000"]);
});

test("a program may have hundreds of types", async () => {
  const numbers = Array.from({ length: 300 }, (_, i) => `${i}`);
  const declarations = numbers.flatMap((i) => [`type T${i}:`, "  name: String", ""]);
  const body = numbers.map((i) => `print(T${i}(name="${i}").name)`);
  assert.equal(await printed(declarations, ...body), numbers);
});

test.run();
