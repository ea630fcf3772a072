// Maps: the run-time part finds the place of a value, which is read and written in place.

import type { FormOf } from "../../ir/framework/language.ts";
import { slotKinds, slotOf } from "../../ir/memory.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { atom, taken } from "./atoms.ts";
import { choose, get, type Instr, i32, load, op, set, UNREACHABLE, when, zero } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { isCommon } from "./counts.ts";
import { type Family, type Operation, single } from "./operation.ts";
import { isFlagged, wasmTypesOf } from "./representation.ts";
import { fromMemory, loadSlot, replaceSlot } from "./slots.ts";
import { uniqueAt } from "./structs.ts";
import { metaOf } from "./types.ts";

type Expr<K extends keyof ResumableGrammar["Expr"]> = FormOf<ResumableGrammar, "Expr", K>;

const valueTypeOf = (type: Type): Type => {
  const known = plain(type);
  return known.kind === "Map" ? known.value : UNKNOWN;
};

/** The address of the value of a key, 0 if there is none. */
const find = (context: Context, map: Instr, key: Instr): Instr => {
  const found = context.temporary("i32", "found");
  context.emit(set(found, context.runtime("map_find", map, key)));
  return get(found);
};

/** What a place holds, or null where there is no place. Options do not nest: null as a value is null. */
const getValue: Operation = (context, args, { type, args: [map] }) => {
  const found = find(context, single(args), single(args, 1));
  const value = valueTypeOf(map!.type);
  const slot = slotOf(value);
  if (isFlagged(type) && slot !== "tagged") {
    const content = wasmTypesOf(value).map((wasm) => choose(wasm, found, [load(wasm, found)], [zero(wasm)]));
    return [op("i32.ne", found, i32(0)), ...content];
  }
  return fromMemory(context, type, choose("i32", found, [load("i32", found)], [i32(0)]));
};

const readValue: Operation = (context, args, { args: [map] }) => {
  const found = find(context, single(args), single(args, 1));
  const failure = context.runtime("fail_key", single(args, 1), context.site());
  context.emit(when(op("i32.eqz", found), [failure, UNREACHABLE]));
  return loadSlot(context, valueTypeOf(map!.type), found, 0);
};

const TABLE = 16;
const KEY = 8;
const VALUE = 16;

/** The address of the entry at a position, less the header of the table. */
const entryAt = (map: Instr, position: Instr): Instr =>
  op("i32.add", load("i32", map, TABLE), op("i32.shl", op("i32.wrap_i64", position), i32(4)));

/** Stores into a map that nobody else holds; the run-time part finds or makes the place of the value. */
const putValue = (context: Context, map: Instr, value: Type, key: Instr, parts: Parts): void => {
  const slot = context.temporary("i32", "slot");
  context.emit(set(slot, context.runtime("map_slot", map, key)));
  replaceSlot(context, value, get(slot), 0, parts, true);
};

const put: Operation = (context, args, { type }) => {
  const map = context.place("i32");
  context.emit(
    set(map, single(args)),
    when(isCommon(get(map)), [set(map, context.runtime("copy", get(map)))]),
  );
  putValue(context, get(map), valueTypeOf(type), single(args, 1), args[2]!);
  return [get(map)];
};

export const maps: Family<"map"> = {
  "map.sorted_keys": (context, args) => [context.runtime("map_sorted_keys", single(args))],
  "map.length": (_, args) => [op("i64.extend_i32_u", load("i32", single(args), 8))],
  "map.get": getValue,
  "map.read": readValue,
  "map.has": (context, args) => [
    op("i32.ne", context.runtime("map_find", single(args), single(args, 1)), i32(0)),
  ],
  "map.key_at": (_, args) => [load("i32", entryAt(single(args), single(args, 1)), KEY)],
  "map.value_at": (context, args, { args: [map] }) =>
    loadSlot(
      context,
      valueTypeOf(map!.type),
      context.shared(entryAt(single(args), single(args, 1)), "i32", "entry"),
      VALUE,
    ),
  "map.put": put,
};

const MAP_SIZE = 24;

export const makeMap = (context: Context, node: Expr<"MakeMap">): Parts => {
  const value = valueTypeOf(node.type);
  const map = context.place("i32");
  const meta = metaOf("Map", MAP_SIZE, slotKinds[slotOf(value)].number);
  context.emit(set(map, context.runtime("map_new", i32(meta))));
  for (const entry of node.entries) {
    const [key] = taken(context, entry.key);
    putValue(context, get(map), value, key!, taken(context, entry.value));
  }
  return [get(map)];
};

/** The map takes the key over. */
export const storeKey = (context: Context, node: FormOf<ResumableGrammar, "Stmt", "StoreKey">): void => {
  const [map] = atom(context, node.base);
  const [key] = taken(context, node.key);
  putValue(context, map!, valueTypeOf(node.base.type), key!, taken(context, node.value));
};

export const partOfKey = (context: Context, node: Expr<"PartOfKey">): Parts => {
  const [map] = atom(context, node.base);
  const [key] = atom(context, node.key);
  const found = find(context, map!, key!);
  const { data } = context.module;
  const failure = context.runtime(
    "fail",
    i32(data.text("runtime_invalid_assignment_target")),
    i32(data.text("Map has no such part to assign")),
    context.site(),
  );
  context.emit(when(op("i32.eqz", found), [failure, UNREACHABLE]));
  return uniqueAt(context, valueTypeOf(node.base.type), found, 0);
};
