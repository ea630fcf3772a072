// Slice: Core without what this version cannot run yet; it grows until it is Core, and then goes.

import { Core } from "./core.ts";
import { child, extend, type GrammarOf, type Language, many, opt } from "./framework/language.ts";
import { doc, ident, optIdent, sourceText, spans, word } from "./leaves.ts";

const slice = extend(Core, "Slice", {
  Module: { with: { Module: { path: word, text: sourceText, comments: spans, items: many("Item") } } },
  Require: { without: ["Require"] },
  Item: {
    without: [
      "ImportModule",
      "ImportFrom",
      "ImportNamed",
      "ImportAlias",
      "Interface",
      "Impl",
      "Component",
      "Service",
      "Config",
      "Migration",
    ],
  },
  Fn: {
    with: { Fn: { name: ident, doc, params: many("Param"), result: opt("Type"), body: child("Block") } },
  },
  Member: { without: ["Member"] },
  Bound: { without: ["Bound"] },
  ConfigField: { without: ["ConfigField"] },
  Route: { without: ["Route"] },
  Stmt: { without: ["Transaction"] },
  Expr: {
    without: ["Await", "Box", "Spawn", "HtmlText", "HtmlIf", "HtmlFor"],
    with: { Call: { callee: child("Expr"), args: many("Arg") } },
  },
  Arg: { with: { Arg: { name: optIdent, value: child("Expr") } } },
  HtmlBranch: { without: ["HtmlBranch"] },
});
export interface SliceGrammar extends GrammarOf<typeof slice> {}
export const Slice: Language<SliceGrammar> = slice;
