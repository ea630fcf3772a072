// The nodes that splitting at suspensions deals with, by short names.

import type { FormOf, NodeOf } from "../../../ir/framework/language.ts";
import type { OwnedGrammar } from "../../../ir/owned.ts";
import type { ResumableGrammar } from "../../../ir/resumable.ts";

/** Before: what waits stands among the expressions. */
export type OwnedFn = NodeOf<OwnedGrammar, "Function">;
export type OwnedBlock = NodeOf<OwnedGrammar, "Block">;
export type OwnedStmt = NodeOf<OwnedGrammar, "Stmt">;
export type OwnedExpr = NodeOf<OwnedGrammar, "Expr">;
export type OwnedForm<K extends OwnedStmt["kind"]> = FormOf<OwnedGrammar, "Stmt", K>;

/** Behind it. */
export type PromptFn = FormOf<ResumableGrammar, "Function", "Function">;
export type SuspendingFn = FormOf<ResumableGrammar, "Function", "Suspending">;
export type State = NodeOf<ResumableGrammar, "State">;
export type End = NodeOf<ResumableGrammar, "End">;
export type Stmt = NodeOf<ResumableGrammar, "Stmt">;
export type Expr = NodeOf<ResumableGrammar, "Expr">;
export type Suspension = NodeOf<ResumableGrammar, "Suspension">;
