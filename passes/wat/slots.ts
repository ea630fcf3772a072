// Values between locals and memory: items, fields, payloads, and values of unknown type.

import { type SlotKind, slotKinds, slotOf } from "../../ir/memory.ts";
import { plain, type Type, UNKNOWN } from "../../ir/types.ts";
import type { WasmType } from "../../ir/wat.ts";
import { choose, get, type Instr, i32, load, op, set, store, when, zero } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { dropReference, dup, slotReference } from "./counts.ts";
import { isFlagged, wasmTypesOf } from "./representation.ts";
import { metaOf } from "./types.ts";

const wasmTypes: Readonly<Record<SlotKind, WasmType>> = {
  int: "i64",
  float: "f64",
  bool: "i32",
  reference: "i32",
  tagged: "i32",
  unit: "i32",
};

/** The type by which a value of the type is loaded and stored. */
const wasmTypeInMemory = (type: Type): WasmType => wasmTypes[slotOf(type)];

/** The value at an address. What it consists of goes on belonging to its container. */
export const loadSlot = (context: Context, type: Type, address: Instr, offset: number): Parts =>
  fromMemory(context, type, load(wasmTypeInMemory(type), address, offset));

/** Stores a value; what it consists of belongs to the container then. Nothing is done with what stood there. */
export const storeSlot = (
  context: Context,
  type: Type,
  address: Instr,
  offset: number,
  parts: Parts,
): void => {
  const value = toMemory(context, type, parts);
  context.emit(store(wasmTypeInMemory(type), address, value, offset));
};

/** Stores a value in the place of another, which is given up; where the place may be `fresh` there may be none. */
export const replaceSlot = (
  context: Context,
  type: Type,
  address: Instr,
  offset: number,
  parts: Parts,
  fresh = false,
): void => {
  if (!context.module.types.isCountedInMemory(type)) {
    storeSlot(context, type, address, offset, parts);
    return;
  }
  const value = context.shared(toMemory(context, type, parts), "i32", "new");
  const old = context.temporary("i32", "old");
  context.emit(set(old, load("i32", address, offset)), store("i32", address, value, offset));
  dropReference(context, slotReference(context, type, get(old), fresh));
};

/** A value as it stands in memory. */
export const toMemory = (context: Context, type: Type, parts: Parts): Instr => {
  const known = plain(type);
  if (known.kind === "Result") return boxResult(context, known.ok, parts);
  if (isFlagged(known) && known.kind === "Option") {
    const [some, ...content] = parts;
    return choose("i32", some!, [toTagged(context, known.inner, content)], [i32(0)]);
  }
  if (slotOf(known) === "unit") return i32(0);
  return parts[0]!;
};

/** The parts of a value as it was loaded from memory. */
export const fromMemory = (context: Context, type: Type, loaded: Instr): Parts => {
  const known = plain(type);
  if (known.kind === "Result") return unboxResult(context, known.ok, loaded);
  if (isFlagged(known) && known.kind === "Option") {
    const value = context.shared(loaded, "i32", "tagged");
    const some = op("i32.ne", value, i32(0));
    return [
      some,
      ...wasmTypesOf(known.inner).map((wasm) =>
        choose(wasm, value, [fromTagged(context, known.inner, value)[0]!], [zero(wasm)]),
      ),
    ];
  }
  if (slotOf(known) === "unit") {
    return [];
  }
  return [loaded];
};

/** A value as one of unknown type; scalars may take memory for that, all else is what it is. */
export const toTagged = (context: Context, type: Type, parts: Parts): Instr => {
  const known = plain(type);
  switch (known.kind) {
    case "Int":
      return context.runtime("box_int", parts[0]!);
    case "Float":
      return context.runtime("box_float", parts[0]!);
    case "Bool":
      return context.runtime("box_bool", parts[0]!);
    case "Unit":
    case "Never":
      return context.runtime("box_unit");
    default:
      return toMemory(context, known, parts);
  }
};

/** The parts of a value of unknown type that is known to be of the type; it is only read. */
export const fromTagged = (context: Context, type: Type, value: Instr): Parts => {
  const known = plain(type);
  switch (known.kind) {
    case "Int":
      return [context.runtime("unbox_int", value)];
    case "Float":
      return [load("f64", value, 8)];
    case "Bool":
      return [load("i32", value, 8)];
    case "Unit":
    case "Never":
      return [];
    default:
      return fromMemory(context, known, value);
  }
};

const RESULT_SIZE = 24;

/** A Result as an object: its content, or its error. */
const boxResult = (context: Context, ok: Type, [error, ...content]: Parts): Instr => {
  const detail = slotKinds[slotOf(ok)].number;
  const object = context.temporary("i32", "result");
  const held = context.shared(error!, "i32");
  const meta = i32(metaOf("Result", RESULT_SIZE, detail));
  context.emit(set(object, context.runtime("alloc", meta)));
  storeResult(context, ok, get(object), [held, ...content]);
  return get(object);
};

/** Stores the parts of a Result, which may be used several times, into an object that has the places of one. */
export const storeResult = (context: Context, ok: Type, object: Instr, [error, ...content]: Parts): void => {
  context.emit(store("i32", object, op("i32.eqz", error!), 8));
  const err = [store("i32", object, error!, 16)];
  const good = context.within(() => storeSlot(context, ok, object, 16, content));
  context.emit(when(error!, err, good));
};

/** The parts of a Result that stands in memory. */
const unboxResult = (context: Context, ok: Type, loaded: Instr): Parts => {
  const object = context.shared(loaded, "i32", "result");
  const types = wasmTypesOf(ok);
  const error = context.temporary("i32", "error");
  const content = types.map((type) => context.temporary(type, "ok"));
  const good = context.within(() => {
    const parts = loadSlot(context, ok, object, 16);
    context.emit(set(error, i32(0)), ...content.map((name, i) => set(name, parts[i]!)));
  });
  const err = [set(error, load("i32", object, 16)), ...content.map((name, i) => set(name, zero(types[i]!)))];
  context.emit(when(load("i32", object, 8), good, err));
  return [get(error), ...content.map(get)];
};

/** Whether a value of unknown type, or in an option, is an object of which the parts in locals are a copy. */
const isCopied = (type: Type): boolean => {
  const { kind } = plain(type);
  return isFlagged(type) || kind === "Result" || ["int", "float", "bool", "unit"].includes(slotOf(type));
};

/**
 * The content of a value of unknown type, or of an option, that is taken: where it is a copy, what it consists of gets
 * an owner more, and the object is given up.
 */
export const unboxed = (context: Context, type: Type, whole: Instr, kind: "tagged" | "reference"): Parts => {
  if (!isCopied(type)) return fromTagged(context, type, whole);
  const held = context.shared(whole, "i32", "boxed");
  const parts = fromTagged(context, type, held);
  const kept = wasmTypesOf(type).map((wasm, i) => context.kept(parts[i]!, wasm));
  dup(context, type, kept);
  dropReference(context, { value: held, type: UNKNOWN, nullable: false, tagged: kind === "tagged" });
  return kept;
};

/** The value at an address, taken out of its container: where it is counted, null stands there then. */
export const takeSlot = (context: Context, type: Type, address: Instr, offset: number): Parts => {
  const slot = slotOf(type);
  if (slot !== "reference" && slot !== "tagged") return loadSlot(context, type, address, offset);
  const whole = context.kept(load("i32", address, offset), "i32", "taken");
  context.emit(store("i32", address, i32(0), offset));
  return unboxed(context, type, whole, slot);
};
