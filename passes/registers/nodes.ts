// The nodes of Owned and of linear code by short names.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { OwnedGrammar } from "../../ir/owned.ts";
import type { AllocatedGrammar, LinearGrammar } from "../../ir/register.ts";

export type Owned<S extends keyof OwnedGrammar> = NodeOf<OwnedGrammar, S>;
export type Block = Owned<"Block">;
export type Stmt = Owned<"Stmt">;
export type Expr = Owned<"Expr">;
export type Atom = Owned<"Atom">;
export type StmtForm<K extends Stmt["kind"]> = FormOf<OwnedGrammar, "Stmt", K>;
export type ExprForm<K extends Expr["kind"]> = FormOf<OwnedGrammar, "Expr", K>;

/** Instructions and labels, in front of and behind the allocation of registers. */
export type Instruction = NodeOf<LinearGrammar, "Instruction">;
export type LinearFunction = NodeOf<LinearGrammar, "Function">;
export type AllocatedFunction = NodeOf<AllocatedGrammar, "Function">;
/** One that is no label. */
export type Do = Extract<Instruction, { readonly kind: "Do" }>;
