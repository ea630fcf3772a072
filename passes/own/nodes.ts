// The nodes of this stage by short names, and makers of those that its passes write.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { BorrowedGrammar, OwnedGrammar } from "../../ir/owned.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, NEVER, STRING, type Type } from "../../ir/types.ts";

export type Program = NodeOf<OwnedGrammar, "Program">;
export type Fn = NodeOf<OwnedGrammar, "Function">;
export type Block = NodeOf<OwnedGrammar, "Block">;
export type Stmt = NodeOf<OwnedGrammar, "Stmt">;
export type Expr = NodeOf<OwnedGrammar, "Expr">;
export type Atom = NodeOf<OwnedGrammar, "Atom">;
export type TypeDecl = NodeOf<OwnedGrammar, "TypeDecl">;
export type Form<K extends Stmt["kind"]> = FormOf<OwnedGrammar, "Stmt", K>;
export type ExprForm<K extends Expr["kind"]> = FormOf<OwnedGrammar, "Expr", K>;

/** The same before ownership is explicit. */
export type BareFn = NodeOf<BorrowedGrammar, "Function">;
export type BareBlock = NodeOf<BorrowedGrammar, "Block">;
export type BareStmt = NodeOf<BorrowedGrammar, "Stmt">;
export type BareForm<K extends BareStmt["kind"]> = FormOf<BorrowedGrammar, "Stmt", K>;
export type BareExpr = NodeOf<BorrowedGrammar, "Expr">;

/** Types are declared in the same way in all languages of this stage. */
export const structsOf = (types: readonly TypeDecl[]): ReadonlyMap<string, readonly Type[]> =>
  new Map(
    types.flatMap((each) =>
      each.kind === "Struct" ? [[each.id, each.fields.map((field) => field.type)] as const] : [],
    ),
  );

export const use = (local: Local, type: Type, at: number) => ({ kind: "Local", at, type, local }) as const;

export const letBe = <E extends { readonly kind: string }>(local: Local, type: Type, value: E, at: number) =>
  ({ kind: "Let", at, local, type, value }) as const;

export const dup = (local: Local, at: number): Form<"Dup"> => ({ kind: "Dup", at, local });

export const drop = (local: Local, at: number): Form<"Drop"> => ({ kind: "Drop", at, local });

export const test = (op: PrimitiveName & "option.is_none", operand: Atom, at: number) =>
  ({ kind: "Prim", at, type: BOOL, op, args: [operand] }) as const;

/** Ends the run with a failure. */
export const fail = (code: string, message: string, at: number) => {
  const text = (value: string) => ({ kind: "Text", at, type: STRING, value }) as const;
  const value = { kind: "Prim", at, type: NEVER, op: "fail", args: [text(code), text(message)] } as const;
  return { kind: "Do", at, value } as const;
};

/** Visits the statements of a block and of the blocks in it, in order. */
export const eachStatement = (
  { statements }: BareBlock | Block,
  visit: (node: BareStmt | Stmt) => void,
): void => {
  for (const node of statements) {
    visit(node);
    for (const inner of blocksOf(node)) eachStatement(inner, visit);
  }
};

/** The blocks in a statement. */
export const blocksOf = (node: BareStmt | Stmt): readonly (BareBlock | Block)[] => {
  switch (node.kind) {
    case "If":
      return node.whenFalse ? [node.whenTrue, node.whenFalse] : [node.whenTrue];
    case "Loop":
      return [node.test, node.body, node.step];
    default:
      return NONE;
  }
};
const NONE: readonly Block[] = [];
