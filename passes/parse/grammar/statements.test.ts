// statements, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { body, faultsIn, flat } from "./sample.ts";

const trees: readonly (readonly [source: string, tree: string])[] = [
  ["let a: Int? = 1", "(Let a (OptionalType (NamedType Int)) (Int 1))"],
  ["var xs: List<Int>= []", "(Var xs (GenericType List [(NamedType Int)]) (List []))"],
  ["a.b[1] = 2", "(Assign (Index (Member b (Name a)) (Int 1)) (Int 2))"],
  ["return", "(Return -)"],
  ["return 1", "(Return (Int 1))"],
  ["break", "(Break)"],
  ["while a:\n  continue", "(While (Name a) (Block [(Continue)]))"],
  ["transaction:\n  x", "(Transaction (Block [(Do (Name x))]))"],
  [
    "for P(a, _) in xs:\n  x",
    "(For (VariantPattern P [(NamePattern a) (Wildcard)]) (Name xs) (Block [(Do (Name x))]))",
  ],
  // An `else` belongs to the nearest `if` whose body has ended.
  [
    "if a: if b: x\nelse: y",
    "(If [(Branch (Name a) (Inline (If [(Branch (Name b) (Inline (Do (Name x))))] (Inline (Do (Name y))))))] -)",
  ],
  [
    "if a:\n  x\nelse if b: y\nelse:\n  z",
    "(If\n  [(Branch (Name a) (Block [(Do (Name x))])) (Branch (Name b) (Inline (Do (Name y))))]\n  (Block [(Do (Name z))]))",
  ],
  [
    "match x:\n  -1 -> a\n  A.B:\n    b",
    "(Match\n  (Name x)\n  [(ArrowCase (LiteralPattern (Int -1)) (Name a)) (Case (NamePattern A.B) (Block [(Do (Name b))]))])",
  ],
  [
    "match x:\n  P(type=_, b=B()) -> div(): y",
    [
      "(Match",
      "  (Name x)",
      "  [(ArrowCase",
      "     (StructPattern P [(FieldPattern type (Wildcard)) (FieldPattern b (VariantPattern B []))])",
      "     (HtmlCall (Call (Name div) [] []) [(ChildExpr (Name y))]))])",
    ].join("\n"),
  ],
  // HTML blocks.
  [
    "p(): b(): x",
    "(Do\n  (HtmlCall\n    (Call (Name p) [] [])\n    [(ChildExpr (HtmlCall (Call (Name b) [] []) [(ChildExpr (Name x))]))]))",
  ],
  [
    "let h = ul():\n  if a: x\n  else if b:\n    y\n  else: z\n  for i in xs:\n    li(): i",
    [
      "(Let",
      "  h",
      "  -",
      "  (HtmlCall",
      "    (Call (Name ul) [] [])",
      "    [(ChildIf",
      "       [(ChildBranch (Name a) [(ChildExpr (Name x))]) (ChildBranch (Name b) [(ChildExpr (Name y))])]",
      "       [(ChildExpr (Name z))])",
      "     (ChildFor",
      "       (NamePattern i)",
      "       (Name xs)",
      "       [(ChildExpr (HtmlCall (Call (Name li) [] []) [(ChildExpr (Name i))]))])]))",
    ].join("\n"),
  ],
];

for (const [source, tree] of trees) test(source, () => assert.is(body(source), flat(tree)));

test("only expressions, if, and for are children", () => {
  const message = "html block children only support expressions, if, and for";
  assert.equal(faultsIn(`div():\n  let x = 1\n  x = 2\n  while a:\n    y\n  "t"`), [
    `2:3 ${message}`,
    `3:3 ${message}`,
    `4:3 ${message}`,
  ]);
});

test("an HTML block needs a call in front, and is read all the same", () => {
  assert.equal(faultsIn(`div:\n  "x"`), ["1:1 html block form requires a function call"]);
  assert.is(body(`div:\n  "x"`), `(Do (HtmlCall (Name div) [(ChildExpr (Text "x"))]))`);
});

test.run();
