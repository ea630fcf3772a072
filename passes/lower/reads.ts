// Reads of fields and entries (03, 3.6) as numbers and operations.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { AccessedGrammar } from "../../ir/matched.ts";
import { BOOL, INT, option, plain, STRING, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh } from "../fresh.ts";
import { bind, choose, fail, kindIs, prim, text, use } from "./build.ts";
import { erase } from "./erasure.ts";
import { asNullable } from "./optional.ts";
import { VALIDATION, VALIDATION_ID } from "./std-error.ts";
import { fieldOf, type StructDecl, type Tables } from "./tables.ts";

export type Expr = NodeOf<AccessedGrammar, "Expr">;

export interface Context extends Frame {
  readonly tables: Tables;
  /** Types whose place may hold a `Validation` instead (see `raised-domains.ts`). */
  readonly raised: ReadonlySet<Type>;
}

// ---- Fields ---------------------------------------------------------------------------------------------

/** The field `name` of a struct, or of a value of unknown type. */
export const readField = (base: Expr, name: string, at: number, context: Context): Expr => {
  const type = plain(base.type);
  const declared = type.kind === "Struct" ? context.tables.structs.get(type.id) : undefined;
  if (!declared) return prim("unknown.field", UNKNOWN, [base, text(name, at)], at);
  if (!context.raised.has(type)) return fieldIn(declared, name, base, at);
  const local = fresh(context, "error");
  const held = use(local, base.type, at);
  const isOther = prim("union.is", BOOL, [held, text(VALIDATION_ID, at)], at);
  const known = fieldIn(declared, name, held, at);
  const other = prim("union.as", VALIDATION, [held], at);
  const inOther = fieldInValidation(name, known.type, other, at, context);
  return bind(local, base, choose(isOther, known.type, inOther, known, at), at);
};

const fieldIn = (declared: StructDecl, name: string, base: Expr, at: number): Expr => {
  const { index, field } = fieldOf(declared, name)!;
  return { kind: "GetField", at, type: field.type, index, base };
};

/** A `Validation` that stands in for a declared error has its own fields only. */
const fieldInValidation = (name: string, type: Type, base: Expr, at: number, { tables }: Context): Expr => {
  const declared = tables.structs.get(VALIDATION_ID)!;
  const own = fieldOf(declared, name);
  if (own && own.field.type === erase(type)) return fieldIn(declared, name, base, at);
  return fail("runtime_field_access", text(`std.Error.Validation has no field ${name} of this type`, at), at);
};

// ---- Entries --------------------------------------------------------------------------------------------

interface Read {
  readonly base: Expr;
  readonly index: Expr;
  /** A key that a map lacks gives null. */
  readonly handled: boolean;
  /** What the read gives: an option where it is handled. */
  readonly type: Type;
  readonly at: number;
}

/** The item or entry at an index. */
export const readIndex = (read: Read, context: Context): Expr => {
  const { base, index, type, at } = read;
  const of = plain(base.type);
  if (of.kind === "Map") return readEntry(of, read, context);
  if (of.kind === "List") return readItem(of, read, context);
  const known = plain(index.type).kind === "Unknown" ? index : prim("unknown.of", UNKNOWN, [index], at);
  return asNullable(prim("unknown.index", UNKNOWN, [base, known], at), type, context, at);
};

/** Base and index are evaluated before either is tested. */
const readItem = ({ item }: TypeOf<"List">, { base, index, at }: Read, context: Context): Expr => {
  if (plain(index.type).kind !== "Unknown") return prim("list.get", item, [base, index], at);
  const local = fresh(context, "list");
  const get = prim("list.get", item, [use(local, base.type, at), itemIndex(index, context)], at);
  return bind(local, base, get, at);
};

const readEntry = (
  { value }: TypeOf<"Map">,
  { base, index, handled, type, at }: Read,
  context: Context,
): Expr => {
  const operands = [base, entryKey(index)];
  const always = value.kind === "Option" || plain(value).kind === "Unknown";
  if (!handled && !always) return prim("map.read", value, operands, at);
  return asNullable(prim("map.get", option(value), operands, at), type, context, at);
};

/** An index of a list: one of unknown type has to be an Int. */
export const itemIndex = (index: Expr, context: Context): Expr => {
  if (plain(index.type).kind !== "Unknown") return index;
  const { at } = index;
  const local = fresh(context, "index");
  const held = use(local, UNKNOWN, at);
  const failure = fail("runtime_invalid_index", text("the index of a list must be an Int", at), at);
  const known = prim("unknown.as", INT, [held], at);
  return bind(local, index, choose(kindIs(held, "Int", at), INT, known, failure, at), at);
};

/** A key of a map: what is no text for sure is tested. */
export const entryKey = (key: Expr): Expr => {
  const type = erase(key.type);
  if (type === STRING) return key;
  const known = type.kind === "Unknown" ? key : prim("unknown.of", UNKNOWN, [key], key.at);
  return prim("unknown.key", STRING, [known], key.at);
};
