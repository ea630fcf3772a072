// Mistakes in languages and passes that must not compile: each stands behind a @ts-expect-error.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { text } from "../leaves.ts";
import { annotate, child, extend, language, leaf } from "./language.ts";
import { rewrite } from "./rewrite.ts";
import { Small, Smaller, type SmallerGrammar } from "./testing.ts";

/** Never called: the type checker reads it. */
const mistakes = () => {
  // @ts-expect-error: no sort is called Exprr
  language("Typo", { Expr: { Neg: { value: child("Exprr") } } });

  // @ts-expect-error: Small has no form Interpolate that could be dropped
  extend(Small, "Typo", { Expr: { without: ["Interpolate"] } });

  // @ts-expect-error: there is no sort Expression to annotate
  annotate(Small, "Typo", "Expression", { type: text });

  // @ts-expect-error: Stmt.If has other fields in Smaller, so it demands a clause as well
  rewrite(Small, Smaller, {
    Expr: { Interp: (n) => ({ kind: "Text", at: n.at, value: "" }), Coalesce: (n, to) => to.Expr(n.left) },
  });

  // @ts-expect-error: a clause for Interp is missing
  rewrite(Small, Smaller, { Expr: { Coalesce: (n, to) => to.Expr(n.left) } });

  rewrite(Small, Smaller, {
    Expr: {
      // @ts-expect-error: Smaller has no Interp
      Interp: (n) => n,
      // @ts-expect-error: the left side is still Small
      Coalesce: (n, to) => ({ kind: "IfNull", at: n.at, subject: n.left, otherwise: to.Expr(n.right) }),
    },
    // @ts-expect-error: Smaller has no statement Do
    Stmt: { If: (n, to) => ({ kind: "Do", at: n.at, value: to.Expr(n.test) }) },
  });

  rewrite<SmallerGrammar, SmallerGrammar, { readonly scope: string }>(Smaller, Smaller, {
    // @ts-expect-error: the context must be handed on (`map` would hand on an index)
    Expr: { Concat: (n, to) => ({ kind: "Concat", at: n.at, parts: n.parts.map(to.Expr) }) },
    // @ts-expect-error: no form of Block is called Blok
    Block: { Blok: (n: never) => n },
  });

  // @ts-expect-error: a leaf has a codec
  leaf("a string");
};

test("mistakes are held by the type checker", () => assert.type(mistakes, "function"));

test.run();
