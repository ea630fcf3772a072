// Two small languages for the tests of the framework.

import * as t from "io-ts";
import { integer, text, word } from "../leaves.ts";
import { child, extend, type GrammarOf, type Language, language, leaf, many, opt } from "./language.ts";
import { rewrite } from "./rewrite.ts";

const small = language("Small", {
  Program: { Program: { body: child("Block") } },
  Expr: {
    Int: { value: integer },
    Text: { value: text },
    Var: { name: word },
    Add: { left: child("Expr"), right: child("Expr") },
    Interp: { parts: many("Expr") },
    Coalesce: { left: child("Expr"), right: child("Expr") },
  },
  Stmt: {
    Let: { name: word, value: child("Expr") },
    If: { test: child("Expr"), body: child("Block"), otherwise: opt("Block") },
  },
  Block: { Block: { body: many("Stmt") } },
  Note: { Note: { lines: leaf(t.readonlyArray(t.string)) } },
});
export interface SmallGrammar extends GrammarOf<typeof small> {}
export const Small: Language<SmallGrammar> = small;

const smaller = extend(Small, "Smaller", {
  Expr: {
    without: ["Interp", "Coalesce"],
    with: { Concat: { parts: many("Expr") }, IfNull: { subject: child("Expr"), otherwise: child("Expr") } },
  },
  Stmt: { with: { If: { test: child("Expr"), body: child("Block"), otherwise: child("Block") } } },
  Note: { without: ["Note"] },
});
export interface SmallerGrammar extends GrammarOf<typeof smaller> {}
/** Small without sugar; an `If` always has both branches. */
export const Smaller: Language<SmallerGrammar> = smaller;

/** Three clauses are demanded: two forms are gone, one has other fields. */
export const desugar = rewrite(Small, Smaller, {
  Expr: {
    Interp: (n, to) => ({ kind: "Concat", at: n.at, parts: n.parts.map((part) => to.Expr(part)) }),
    Coalesce: (n, to) => ({
      kind: "IfNull",
      at: n.at,
      subject: to.Expr(n.left),
      otherwise: to.Expr(n.right),
    }),
  },
  Stmt: {
    If: (n, to) => ({
      kind: "If",
      at: n.at,
      test: to.Expr(n.test),
      body: to.Block(n.body),
      otherwise: n.otherwise === null ? { kind: "Block", at: n.at, body: [] } : to.Block(n.otherwise),
    }),
  },
});
