// Counting references: one more, one less, and whether there is only one.

import { slotOf } from "../../ir/memory.ts";
import { isManaged } from "../../ir/ownership.ts";
import { plain, type Type } from "../../ir/types.ts";
import { call, get, type Instr, i32, load, op, store, tee, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { isTagged, partsOf } from "./representation.ts";

/** A reference, and what is known of it. */
export interface Reference {
  readonly value: Instr;
  readonly type: Type;
  /** It may be 0, which is counted nowhere. */
  readonly nullable: boolean;
  /** It may be a small Int. */
  readonly tagged: boolean;
}

/** The references among the parts of a value that are counted. */
const referencesIn = (context: Context, type: Type, parts: Parts, nullable = false): readonly Reference[] => {
  const known = plain(type);
  if (known.kind === "Result") {
    return [
      ...referencesIn(context, known.error, parts.slice(0, 1), true),
      ...referencesIn(context, known.ok, parts.slice(1), true),
    ];
  }
  if (!isManaged(known) || partsOf(known).length !== 1) return [];
  const value = context.shared(parts[0]!, "i32");
  return [{ value, type: known, nullable: nullable || known.kind === "Option", tagged: isTagged(known) }];
};

/** A value as it was loaded from a slot for such values. */
export const slotReference = (context: Context, type: Type, loaded: Instr, nullable = false): Reference => ({
  value: context.shared(loaded, "i32", "held"),
  type: plain(type),
  nullable: nullable || plain(type).kind === "Option",
  tagged: slotOf(type) === "tagged",
});

/** Emits the code for a reference that is one: only even values are, and null is none. */
const guarded = (context: Context, { value, nullable, tagged }: Reference, code: readonly Instr[]): void => {
  if (tagged) context.emit(when(op("i32.eqz", op("i32.and", value, i32(1))), code));
  else if (nullable) context.emit(when(value, code));
  else context.emit(...code);
};

export const dupReference = (context: Context, reference: Reference): void => {
  const { value } = reference;
  guarded(context, reference, [store("i32", value, op("i32.add", load("i32", value), i32(1)))]);
};

/** Emits code that gives a reference up; with what is done if it was the last one, unless that is freeing the object. */
export const dropReference = (
  context: Context,
  reference: Reference,
  last = lastOwnerGone(context, reference),
): void => {
  const { value } = reference;
  const count = context.temporary("i32", "count");
  guarded(context, reference, [
    store("i32", value, tee(count, op("i32.sub", load("i32", value), i32(1)))),
    when(op("i32.eqz", get(count)), last),
  ]);
};

/** Code that frees an object; what has no members needs no look at them, and those of known types are known. */
const lastOwnerGone = (context: Context, { value, type, tagged }: Reference): readonly Instr[] => {
  const known = type.kind === "Option" ? plain(type.inner) : type;
  if (tagged) return [context.runtime("free", value)];
  if (isLeaf(context, known)) return [context.runtime("release", value)];
  const { types } = context.module;
  const isDeclared = known.kind === "Struct" || known.kind === "Enum";
  if (!isDeclared || !types.isSure(known.id)) return [context.runtime("free", value)];
  if (types.holdsItself(known.id)) return [call(types.functionFor("free", known.id), value)];
  if (context.freeing) return [context.runtime("free", value)];
  return [call(types.dropFields(known.id)!, value), context.runtime("release", value)];
};

/** Whether values of the type consist of nothing that is counted. */
const isLeaf = ({ module }: Context, type: Type): boolean => {
  switch (type.kind) {
    case "String":
    case "Bytes":
    case "Html":
    case "Id":
    case "Email":
      return true;
    case "List":
      return ["int", "float", "bool"].includes(slotOf(type.item));
    case "Struct":
    case "Enum":
      return module.types.isSure(type.id) && module.types.dropFields(type.id) === null;
    default:
      return false;
  }
};

/** Emits code by which a value has one owner more. The parts may be used again. */
export const dup = (context: Context, type: Type, parts: Parts): void => {
  for (const reference of referencesIn(context, type, parts)) dupReference(context, reference);
};

/** Emits code that gives a value up. */
export const drop = (context: Context, type: Type, parts: Parts): void => {
  for (const reference of referencesIn(context, type, parts)) dropReference(context, reference);
};

/** Whether nobody else holds what the reference refers to. */
export const isUnique = (reference: Instr): Instr => op("i32.eq", load("i32", reference), i32(1));
export const isCommon = (reference: Instr): Instr => op("i32.ne", load("i32", reference), i32(1));
