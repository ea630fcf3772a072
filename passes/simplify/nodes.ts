// The nodes of Anf by short names, and makers of those that the passes of this stage write.

import type { AnfGrammar } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { Local } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";

export type Program = NodeOf<AnfGrammar, "Program">;
export type Fn = NodeOf<AnfGrammar, "Function">;
export type Block = NodeOf<AnfGrammar, "Block">;
export type Stmt = NodeOf<AnfGrammar, "Stmt">;
export type Expr = NodeOf<AnfGrammar, "Expr">;
export type Atom = NodeOf<AnfGrammar, "Atom">;

export const block = (statements: readonly Stmt[], at: number): Block => ({ kind: "Block", at, statements });

export const use = (local: Local, type: Type, at: number): Atom => ({ kind: "Local", at, type, local });

export const letBe = (local: Local, type: Type, value: Expr, at: number): Stmt => ({
  kind: "Let",
  at,
  local,
  type,
  value,
});

export const perform = (value: Expr, at: number): Stmt => ({ kind: "Do", at, value });

/** The block with other statements; itself if they are its own. */
export const withStatements = (old: Block, statements: readonly Stmt[]): Block =>
  statements === old.statements ? old : block(statements, old.at);
