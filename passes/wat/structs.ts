// Structs and enums: their values are made, read and written field by field.

import type { FormOf } from "../../ir/framework/language.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { plain, type Type } from "../../ir/types.ts";
import { call, choose, get, type Instr, i32, i64, load, op, set, store, tee, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { drop, dup, isUnique } from "./counts.ts";
import { loadSlot, replaceSlot, storeSlot } from "./slots.ts";
import type { Member, Shape } from "./types.ts";

type Expr<K extends keyof ResumableGrammar["Expr"]> = FormOf<ResumableGrammar, "Expr", K>;
type Token = Expr<"MakeStruct">["memory"];

const TAG = 8;

/** The local that holds the memory that a `Recycle` left. */
export const tokenName = (token: NonNullable<Token>): string => `memory#${token.id}`;

/** New memory, or what the token holds; its header says that it has one owner. */
const memoryFor = (context: Context, { meta, class: sizeClass }: Shape, token: Token): Instr => {
  const object = context.place("i32");
  const fresh = allocated(context, object, meta, sizeClass);
  if (token === null) context.emit(fresh);
  else {
    const old = get(tokenName(token));
    context.emit(when(old, [header(old, meta), set(object, old)], [fresh]));
  }
  return get(object);
};

/** One owner, and what the object is. */
const header = (object: Instr, meta: number): Instr => store("i64", object, i64((BigInt(meta) << 32n) | 1n));

/** An object from the list of free ones of its class, without the price of a call; if there is none, it is a call. */
const allocated = (context: Context, object: string, meta: number, sizeClass: number): Instr => {
  const first = i32(4 * sizeClass);
  const fresh = set(object, context.runtime("alloc", i32(meta)));
  const listed = [store("i32", first, load("i32", get(object))), header(get(object), meta)];
  return when(tee(object, load("i32", first)), listed, [fresh]);
};

const storeAll = (
  context: Context,
  object: Instr,
  members: readonly Member[],
  values: readonly Parts[],
): void =>
  members.forEach(({ type, offset }, i) => {
    storeSlot(context, type, object, offset, values[i]!);
  });

export const makeStruct = (context: Context, node: Expr<"MakeStruct">, values: readonly Parts[]): Parts => {
  const shape = context.module.types.struct(node.struct);
  const object = memoryFor(context, shape, node.memory);
  storeAll(context, object, shape.members, values);
  return [object];
};

/** A variant without payload is a static, which gets an owner all the same: he gives it up again. */
export const makeVariant = (context: Context, node: Expr<"MakeVariant">, values: readonly Parts[]): Parts => {
  const { types, data } = context.module;
  const shape = types.variant(node.enum, node.tag);
  if (shape.members.length === 0) {
    const number = types.number(node.enum);
    const declaration = types.declarations[number]!;
    const name = declaration.kind === "Enum" ? declaration.variants[node.tag]!.name : "";
    const value = [i32(data.variant(node.enum, number, node.tag, `${declaration.name}.${name}`))];
    dup(context, node.type, value);
    return value;
  }
  const object = memoryFor(context, shape, node.memory);
  context.emit(store("i32", object, i32(node.tag), TAG));
  storeAll(context, object, shape.members, values);
  return [object];
};

const idOf = (type: Type): string => {
  const known = plain(type);
  if (known.kind === "Option") return idOf(known.inner);
  if (known.kind !== "Struct" && known.kind !== "Enum") throw new Error(`no struct or enum: ${type.text}`);
  return known.id;
};

const fieldOf = (context: Context, base: { readonly type: Type }, index: number): Member =>
  context.module.types.struct(idOf(base.type)).members[index]!;

export const getField = (context: Context, node: Expr<"GetField">, [base]: Parts): Parts => {
  const { type, offset } = fieldOf(context, node.base, node.index);
  return loadSlot(context, type, base!, offset);
};

export const isVariant = (node: Expr<"IsVariant">, [base]: Parts): Parts => [
  op("i32.eq", load("i32", base!, TAG), i32(node.tag)),
];

export const getPayload = (context: Context, node: Expr<"GetPayload">, [base]: Parts): Parts => {
  const { type, offset } = context.module.types.variant(idOf(node.base.type), node.tag).members[node.index]!;
  return loadSlot(context, type, base!, offset);
};

export const storeField = (
  context: Context,
  node: FormOf<ResumableGrammar, "Stmt", "StoreField">,
  [base]: Parts,
  value: Parts,
): void => {
  const { type, offset } = fieldOf(context, node.base, node.index);
  replaceSlot(context, type, base!, offset, value);
};

/** What a part of a container has become when nobody else holds it: itself, or a copy that stands there now. */
export const uniqueAt = (context: Context, type: Type, address: Instr, offset: number): Parts => {
  const part = context.place("i32");
  context.emit(set(part, load("i32", address, offset)));
  const copied = store("i32", address, tee(part, context.runtime("copy", get(part))), offset);
  context.emit(ifCommon(type, get(part), [copied]));
  return [get(part)];
};

/** Code for a container that others hold as well; null is none. */
export const ifCommon = (type: Type, reference: Instr, code: readonly Instr[]): Instr => {
  const common = op("i32.ne", load("i32", reference), i32(1));
  return when(plain(type).kind === "Option" ? choose("i32", reference, [common], [i32(0)]) : common, code);
};

export const partOfField = (context: Context, node: Expr<"PartOfField">, [base]: Parts): Parts => {
  const { type, offset } = fieldOf(context, node.base, node.index);
  return uniqueAt(context, type, base!, offset);
};

/** Keeps the memory of a value that nobody else holds: what it consists of is given up. */
export const recycle = (context: Context, token: NonNullable<Token>, type: Type, [base]: Parts): void => {
  const memory = tokenName(token);
  context.variables.set(memory, "i32");
  const fields = context.module.types.dropFields(idOf(type));
  const kept = [...(fields === null ? [] : [call(fields, base!)]), set(memory, base!)];
  const given = [store("i32", base!, op("i32.sub", load("i32", base!), i32(1))), set(memory, i32(0))];
  const { types } = context.module;
  if (types.isSure(idOf(type))) context.emit(when(isUnique(base!), kept, given));
  else {
    const other = context.within(() => {
      drop(context, type, [base!]);
      context.emit(set(memory, i32(0)));
    });
    const number = op("i32.shr_u", load("i32", base!, 4), i32(16));
    const isOfType = op("i32.eq", number, i32(types.number(idOf(type))));
    context.emit(when(isOfType, [when(isUnique(base!), kept, given)], other));
  }
};
