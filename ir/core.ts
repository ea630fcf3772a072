// From Named to Core: each language drops one kind of sugar (chapter 1.8, rows 1-5 and 9), none needs names.

import { child, extend, type GrammarOf, type Language, many } from "./framework/language.ts";
import { bool, optIdent } from "./leaves.ts";
import { Named } from "./linked.ts";

const plainCases = extend(Named, "PlainCases", {
  Case: { without: ["ArrowCase"] },
});
export interface PlainCasesGrammar extends GrammarOf<typeof plainCases> {}
/** Named without `pattern -> value` (row 1). */
export const PlainCases: Language<PlainCasesGrammar> = plainCases;

const plainBlocks = extend(PlainCases, "PlainBlocks", { Block: { without: ["Inline"] } });
export interface PlainBlocksGrammar extends GrammarOf<typeof plainBlocks> {}
/** A body is always a block (row 2). */
export const PlainBlocks: Language<PlainBlocksGrammar> = plainBlocks;

const plainTexts = extend(PlainBlocks, "PlainTexts", {
  Expr: { without: ["Interpolated"], with: { Concat: { parts: many("Expr") } } },
  Part: { without: ["TextPart", "ExprPart"] },
});
export interface PlainTextsGrammar extends GrammarOf<typeof plainTexts> {}
/** An interpolated string is the concatenation of the text forms of its parts. */
export const PlainTexts: Language<PlainTextsGrammar> = plainTexts;

const plainTypes = extend(PlainTexts, "PlainTypes", { Type: { without: ["OptionalType", "ResultType"] } });
export interface PlainTypesGrammar extends GrammarOf<typeof plainTypes> {}
/** `T?` is `Option<T>`, `T!E` is `Result<T, E>` (row 9). */
export const PlainTypes: Language<PlainTypesGrammar> = plainTypes;

const htmlTexts = extend(PlainTypes, "HtmlTexts", {
  Expr: { with: { HtmlText: { text: child("Expr") } } },
});
export interface HtmlTextsGrammar extends GrammarOf<typeof htmlTexts> {}
/** A child that is a plain string literal is a call of the built-in `html.text`, whatever `html` means there (row 4). */
export const HtmlTexts: Language<HtmlTextsGrammar> = htmlTexts;

const core = extend(HtmlTexts, "Core", {
  Expr: {
    without: ["HtmlCall"],
    with: {
      /** Lists of Html, spliced into the children around them (row 5). */
      HtmlIf: { branches: many("HtmlBranch"), otherwise: many("Expr") },
      HtmlFor: { pattern: child("Pattern"), iterable: child("Expr"), children: many("Expr") },
    },
  },
  HtmlBranch: { with: { HtmlBranch: { condition: child("Expr"), children: many("Expr") } } },
  Child: { without: ["ChildExpr", "ChildIf", "ChildFor"] },
  ChildBranch: { without: ["ChildBranch"] },
  /** `fromBlock` marks the attributes and children that an HTML block gave its call (row 3). */
  Arg: { with: { Arg: { name: optIdent, fromBlock: bool, value: child("Expr") } } },
});
export interface CoreGrammar extends GrammarOf<typeof core> {}
/** All sugar that needs no names is gone. */
export const Core: Language<CoreGrammar> = core;
