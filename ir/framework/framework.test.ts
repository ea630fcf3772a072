// The framework at work on two small languages: rewriting, folding, traversing, verifying, printing, dumping.

import { isLeft, isRight } from "fp-ts/Either";
import type { Monoid } from "fp-ts/Monoid";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { dump, undump } from "./dump.ts";
import type { NodeOf } from "./language.ts";
import { print } from "./print.ts";
import { fold, traverse } from "./rewrite.ts";
import { cover, endOf, span, startOf } from "./span.ts";
import { desugar, Small, Smaller, type SmallerGrammar, type SmallGrammar } from "./testing.ts";
import { verify } from "./verify.ts";

type Expr = NodeOf<SmallGrammar, "Expr">;
type Block = NodeOf<SmallGrammar, "Block">;
type SmallerExpr = NodeOf<SmallerGrammar, "Expr">;

const variable = (name: string): Expr => ({ kind: "Var", at: 0, name });
const int = (value: bigint): Expr => ({ kind: "Int", at: 0, value });

const block: Block = {
  kind: "Block",
  at: 0,
  body: [
    { kind: "Let", at: 0, name: "x", value: int(20n) },
    {
      kind: "If",
      at: 0,
      test: { kind: "Coalesce", at: 0, left: variable("flag"), right: variable("x") },
      body: {
        kind: "Block",
        at: 0,
        body: [{ kind: "Let", at: 0, name: "y", value: { kind: "Interp", at: 0, parts: [variable("x")] } }],
      },
      otherwise: null,
    },
  ],
};

const names: Monoid<ReadonlySet<string>> = {
  empty: new Set(),
  concat: (a, b) => new Set([...a, ...b]),
};
const namesIn = fold(Small, names, { Expr: { Var: (n) => new Set([n.name]) } });

test("a rewrite builds the new forms and keeps what it does not touch", () => {
  const lowered = desugar.Block(block);
  assert.is(lowered.body[0] as unknown, block.body[0]);
  assert.ok(isRight(verify(Smaller, "Block", lowered)));
  assert.ok(isLeft(verify(Smaller, "Block", block)));
});

test("a fold sums what its clauses give", () => {
  assert.equal([...namesIn.Block(block)].sort(), ["flag", "x"]);
});

test("a traversal visits in order and hands down its context", () => {
  const seen: string[] = [];
  const visit = traverse<SmallGrammar, string>(Small, {
    Expr: { Var: (n, _, where) => seen.push(`${where}:${n.name}`) },
  });
  visit.Block(block, "here");
  assert.equal(seen, ["here:flag", "here:x", "here:x"]);
});

test("print fits a tree into lines", () => {
  assert.is(
    print(Smaller, "Block", desugar.Block(block)),
    `(Block
  [
    (Let x (Int 20))
    (If (IfNull (Var flag) (Var x)) (Block [(Let y (Concat [(Var x)]))]) (Block []))])`,
  );
});

test("verification names a surplus field, a wrong leaf and a form of another language, each with its path", () => {
  const faultIn = (value: unknown) => {
    const judged = verify(Small, "Block", value);
    return isLeft(judged) ? `${judged.left[0]!.path}: ${judged.left[0]!.message}` : "none";
  };
  const of = (expr: object) => ({
    kind: "Block",
    at: 0,
    body: [{ kind: "Let", at: 0, name: "a", value: expr }],
  });
  assert.is(faultIn(of({ ...variable("x"), more: 1 })), "/body/0/value: Var has no field more");
  assert.is(
    faultIn(of({ kind: "Int", at: 0, value: 1 })),
    "/body/0/value/value: expected an integer, found 1",
  );
  assert.is(
    faultIn(of({ kind: "Concat", at: 0, parts: [] })),
    "/body/0/value: expected a form of Expr in Small, found a node Concat",
  );
});

test("a dump is read back to the same tree, shared subtrees stay shared", () => {
  const shared: Expr = { kind: "Interp", at: 7, parts: [int(5n)] };
  const tree: Expr = { kind: "Add", at: 9, left: shared, right: shared };
  const rows = dump(Small, "Expr", tree);
  assert.is(rows.length, 3);
  const read = undump(Small, "Expr", JSON.parse(JSON.stringify(rows)));
  assert.ok(isRight(read));
  assert.equal(read.right, tree);
});

test("a damaged dump is refused with the number of its row", () => {
  const faultOf = (rows: unknown) => {
    const read = undump(Small, "Expr", rows);
    return isLeft(read) ? `${read.left.path} ${read.left.message}` : "none";
  };
  assert.is(faultOf([["Expr", "Int", 0, "5"]]), "/0 value: expected an integer");
  assert.is(faultOf([["Expr", "Nope", 0]]), "/0 Small has no form Expr.Nope");
  assert.is(faultOf([["Expr", "Interp", 0, [3]]]), "/0 parts: expected the number of an earlier row");
  assert.is(faultOf([["constructor", "call", 0]]), "/0 Small has no form constructor.call");
  assert.is(faultOf([]), " expected a list of rows");
});

for (const terms of [5_000, 200_000]) {
  test(`a chain of ${terms} terms goes through everything`, () => {
    let chain: Expr = { kind: "Coalesce", at: 0, left: variable("a"), right: variable("b") };
    for (let i = 1; i < terms; i++) chain = { kind: "Add", at: i, left: chain, right: variable("c") };
    const lowered: SmallerExpr = desugar.Expr(chain);
    assert.is(lowered.kind, "Add");
    assert.equal([...namesIn.Expr(chain)].sort(), ["a", "b", "c"]);
    assert.ok(isRight(verify(Smaller, "Expr", lowered)));
    assert.ok(print(Smaller, "Expr", lowered).length > terms);
    assert.ok(isRight(undump(Smaller, "Expr", dump(Smaller, "Expr", lowered))));
  });
}

test("an expression nested 1,000 deep to the right goes through everything", () => {
  let nested: Expr = variable("a");
  for (let i = 0; i < 1_000; i++) nested = { kind: "Interp", at: 0, parts: [nested] };
  const lowered = desugar.Expr(nested);
  assert.ok(isRight(verify(Smaller, "Expr", lowered)));
  assert.ok(isRight(undump(Smaller, "Expr", dump(Smaller, "Expr", lowered))));
  assert.ok(print(Smaller, "Expr", lowered).startsWith("(Concat"));
});

test("a span is one number", () => {
  const at = span(1_000_000, 1_000_050);
  assert.equal([startOf(at), endOf(at)], [1_000_000, 1_000_050]);
  assert.equal([startOf(cover(span(3, 5), span(8, 9))), endOf(cover(span(3, 5), span(8, 9)))], [3, 9]);
});

test.run();
