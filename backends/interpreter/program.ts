// A program made ready to run: its functions and types by their ids.

import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import type { MatchedGrammar } from "../../ir/matched.ts";
import { printedName } from "../../runtime/text.ts";
import type { EnumType, StructType } from "../../runtime/values.ts";

type Node<S extends keyof MatchedGrammar> = NodeOf<MatchedGrammar, S>;
export type Program = Node<"Program">;
export type Fn = Node<"Function">;
export type Block = Node<"Block">;
export type Stmt = Node<"Stmt">;
export type Expr = Node<"Expr">;
export type Step = Node<"Step">;
export type ExprForm<K extends Expr["kind"]> = FormOf<MatchedGrammar, "Expr", K>;
export type StmtForm<K extends Stmt["kind"]> = FormOf<MatchedGrammar, "Stmt", K>;

export interface Loaded {
  readonly functions: ReadonlyMap<string, Fn>;
  readonly structs: ReadonlyMap<string, StructType>;
  readonly enums: ReadonlyMap<string, EnumType>;
}

/** The tables of a program. */
export const load = ({ functions, types }: Program): Loaded => {
  const structs = new Map<string, StructType>();
  const enums = new Map<string, EnumType>();
  for (const type of types) {
    const { id } = type;
    const name = printedName(id, type.name);
    if (type.kind === "Struct") structs.set(id, { id, name, fields: type.fields.map((field) => field.name) });
    else enums.set(id, { id, name, variants: type.variants.map((variant) => variant.name) });
  }
  return { functions: new Map(functions.map((fn) => [fn.id, fn])), structs, enums };
};
