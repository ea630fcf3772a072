// recovery, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { body, faults, faultsIn, items } from "./sample.ts";

/** Chapter 1.9, "Where". */
const statements: readonly (readonly [source: string, ...found: string[]])[] = [
  ["let x 1", "1:7 expected '=', found '1'"],
  ["let a = 1 +", "1:12 expected expression, found end of line"],
  ["let a = 1 let b = 2", "1:11 expected end of line, found keyword 'let'"],
  ["f(1 2)", "1:5 expected ',' or ')', found '2'"],
  ["match x:\n  [1] -> 2", "2:3 expected pattern, found '['"],
  ["x?", "1:3 expected '.' or '[', found end of line"],
  ["fn g():\n  return", "1:1 expected expression, found keyword 'fn'"],
  ["x = 2 = 3", "1:7 expected end of line, found '='"],
  ["x %= 1", "1:4 expected expression, found '='"],
  ["let y = 1 => 2", "1:11 expected end of line, found '=>'"],
  ["while a: break", "1:10 expected end of line, found keyword 'break'"],
  ["let test = 1", "1:5 expected name, found keyword 'test'"],
  [`"n \${1 2}"`, "1:8 expected '}', found '2'"],
  ["else:\n  x y", "1:1 expected expression, found keyword 'else'"],
  ["if a\n  x y\nz", "1:5 expected ':'", "2:5 expected end of line, found 'y'"],
  ["if a:\nx", "2:1 expected an indented block"],
  ["x\n  y\n  z 1\nw", "2:3 unexpected indentation", "3:5 expected end of line, found '1'"],
  [
    "let interface = impl.interface",
    ...["1:5 'interface'", "1:17 'impl'", "1:22 'interface'"].map(
      (at) => `${at} is a reserved keyword and cannot be a name`,
    ),
  ],
  ["match x:\n  P(x=1, b) -> b", "2:3 cannot mix positional and named patterns"],
  [
    "if a: x\nelse if :\n  y z\nelse z\nelse: w",
    "2:9 expected expression, found ':'",
    "4:6 expected ':', found 'z'",
    "5:1 expected expression, found keyword 'else'",
  ],
  ["n += 1 2", "1:3 expected end of line, found '+=': write 'x = x + y'"],
  // What no HTML block may hold is one mistake, whatever else is wrong with it.
  ...["let x 1", "x = 1 2", "while true: x", "break 1"].map(
    (child) => [`p():\n  ${child}`, "2:3 html block children only support expressions, if, and for"] as const,
  ),
  // A line with a lexical error has no other.
  ["x @ y z\nu v", "1:3 unexpected character '@'", "2:3 expected end of line, found 'v'"],
];

for (const [source, ...found] of statements) {
  test(source, () =>
    assert.equal(
      faultsIn(source).map((fault) => fault.replace(/ U\+.*/, "")),
      found,
    ),
  );
}

const files: readonly (readonly [source: string, ...found: string[]])[] = [
  ["fn f()", "1:7 expected ':', found end of line"],
  ["fn f()\n  x 1\n", "1:7 expected ':'", "2:5 expected end of line, found '1'"],
  ["app main:\n  x y\n", "1:5 expected string literal, found 'main'"],
  [
    `service S at "/":\n  head "/a" -> T:\n    x y\n  get "/g":\n    x\n`,
    "2:3 expected HTTP verb, found 'head'",
    "4:11 expected '->', found ':'",
  ],
  [
    "let a = 1\nlet b = 2\nfn f():\n  x\nx\n",
    "1:1 expected a top-level declaration",
    "5:1 expected a top-level declaration",
  ],
  // Behind a stray line only a declaration in column 0 counts.
  [
    "fn f():\n    x\n  y\n  z w\nv u\n  fn g():\n    a b\nfn h():\n  c d\n",
    "3:3 inconsistent indentation: no open block has this column",
    "9:5 expected end of line, found 'd'",
  ],
  // Deeper declarations are read as if they stood in column 0.
  [
    "import A\n  fn f():\n    x y\n  import B C\nimport D\n",
    "2:3 unexpected indentation",
    "3:7 expected end of line, found 'y'",
    "4:12 expected end of line, found 'C'",
  ],
  ["type A:\ntype B:\n  x: Int\n", "2:1 expected an indented block"],
  ["fn f():\nx\n", "2:1 expected an indented block"],
  ["fn f():\n  if a:\n", "3:1 expected an indented block"],
  ["fn delete(id: Int):\n  x y\n", "1:4 expected name, found keyword 'delete'"],
  ["enum E:\n  A, B\n  C(1)\n", "2:4 expected end of line, found ','", "3:5 expected type or ')', found '1'"],
  [
    "type T:\n  x Int\n  y: Int, z: Int\n",
    "2:5 expected ':', found 'Int'",
    "3:9 expected end of line, found ','",
  ],
  ["interface I:\n  fn f() -> Int:\n    return 1\n", "2:16 expected end of line, found ':'"],
  [
    `import "m"\nimport A.B\n`,
    "1:8 expected name or '{', found a string",
    "2:9 expected end of line, found '.'",
  ],
  ["import A\n  b\n", "2:3 unexpected indentation"],
];

for (const [source, ...found] of files) test(source, () => assert.equal(faults(source), found));

test("each line deeper than the one before it is not read without end", () => {
  const stairs = Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i + 2)}x\n`).join("");
  assert.is(faults(`fn f():\n${stairs}`).at(-1), "502:503 nested too deeply");
});

test("what was read before an error is kept", () => {
  assert.is(body("user."), "(Do (Member (Name user)))");
  assert.is(body("let x ="), "(Let x - (Error))");
  assert.is(
    body("f(1, g(a b"),
    "(Do (Call (Name f) [] [(Arg (Int 1)) (Arg (Call (Name g) [] [(Arg (Name a))]))]))",
  );
  assert.is(body("if a"), "(If [(Branch (Name a) (Block []))] -)");
  assert.is(items("type T:\n  x: Int\n  y Int\n"), "(Struct T [(Field x (NamedType Int) -)])");
});

test.run();
