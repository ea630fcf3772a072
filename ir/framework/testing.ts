// Two small languages for the tests of the framework.

import * as t from "io-ts";
import { integer, text, word } from "../leaves.ts";
import { child, extend, type GrammarOf, type Language, language, leaf, many, opt } from "./language.ts";

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
