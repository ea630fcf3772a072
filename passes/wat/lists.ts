// Lists: reads and writes with their bounds are in place.

import type { FormOf } from "../../ir/framework/language.ts";
import { slotKinds, slotOf } from "../../ir/memory.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { atom, taken } from "./atoms.ts";
import { constantOf, get, type Instr, i32, load, op, set, store, UNREACHABLE, when } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { type Family, type Operation, single } from "./operation.ts";
import { loadSlot, replaceSlot, storeSlot } from "./slots.ts";
import { uniqueAt } from "./structs.ts";
import { metaOf } from "./types.ts";

type Expr<K extends keyof ResumableGrammar["Expr"]> = FormOf<ResumableGrammar, "Expr", K>;

const LENGTH = 8;
const ITEMS = 16;

const itemOf = (type: Type): Type => {
  const known = plain(type);
  return known.kind === "List" ? known.item : UNKNOWN;
};

const sizeOf = (item: Type): number => slotKinds[slotOf(item)].size;

/** The address that, `ITEMS` further on, holds the item; the index is tested. */
const itemAddress = (context: Context, list: Instr, index: Instr, item: Type): Instr => {
  const outside = op("i64.ge_u", index, op("i64.extend_i32_u", load("i32", list, LENGTH)));
  const failure = context.runtime("fail_index", list, index, context.site());
  context.emit(when(outside, [failure, UNREACHABLE]));
  const constant = constantOf(index);
  if (constant !== undefined && constant >= 0n && constant < 2n ** 24n)
    return op("i32.add", list, i32(Number(constant) * sizeOf(item)));
  const shift = i32(sizeOf(item) === 8 ? 3 : 2);
  return op("i32.add", list, op("i32.shl", op("i32.wrap_i64", index), shift));
};

const getItem: Operation = (context, args, { args: [list] }) => {
  const item = itemOf(list!.type);
  const address = itemAddress(context, single(args), single(args, 1), item);
  return loadSlot(context, item, address, ITEMS);
};

/** The list has room for the item then, and nobody else holds it. */
const append: Operation = (context, args, { type }) => {
  const item = itemOf(type);
  const list = context.place("i32");
  const size = sizeOf(item);
  context.emit(set(list, context.runtime(size === 8 ? "list_room_8" : "list_room_4", single(args))));
  const length = context.temporary("i32", "length");
  context.emit(set(length, load("i32", get(list), LENGTH)));
  const address = op("i32.add", get(list), op("i32.shl", get(length), i32(size === 8 ? 3 : 2)));
  storeSlot(context, item, context.shared(address, "i32", "end"), ITEMS, args[1]!);
  context.emit(store("i32", get(list), op("i32.add", get(length), i32(1)), LENGTH));
  return [get(list)];
};

export const lists: Family<"list"> & Family<"range"> = {
  "list.length": (_, args) => [op("i64.extend_i32_u", load("i32", single(args), LENGTH))],
  "list.get": getItem,
  "list.concat": (context, args) => [context.runtime("list_concat", single(args), single(args, 1))],
  "list.append": append,
  "list.range_int": (context, args) => [
    context.runtime("list_range_int", single(args), single(args, 1), context.site()),
  ],
  "list.range_float": (context, args) => [
    context.runtime("list_range_float", single(args), single(args, 1), context.site()),
  ],
  "range.check_int": (context, args) => {
    const backwards = op("i64.gt_s", single(args), single(args, 1));
    const failure = context.runtime("fail_range_int", single(args), single(args, 1), context.site());
    context.emit(when(backwards, [failure, UNREACHABLE]));
    return [];
  },
  "range.check_float": (context, args) => {
    context.run("range_check_float", single(args), single(args, 1), context.site());
    return [];
  },
};

export const makeList = (context: Context, node: Expr<"MakeList">): Parts => {
  const item = itemOf(node.type);
  const slot = slotKinds[slotOf(item)];
  const list = context.place("i32");
  const meta = metaOf("List", ITEMS + node.items.length * slot.size, slot.number);
  context.emit(set(list, context.runtime("alloc", i32(meta))));
  context.emit(store("i32", get(list), i32(node.items.length), LENGTH));
  node.items.forEach((each, i) => {
    storeSlot(context, item, get(list), ITEMS + i * slot.size, taken(context, each));
  });
  return [get(list)];
};

export const storeItem = (context: Context, node: FormOf<ResumableGrammar, "Stmt", "StoreItem">): void => {
  const item = itemOf(node.base.type);
  const [list] = atom(context, node.base);
  const [index] = atom(context, node.index);
  const address = itemAddress(context, list!, index!, item);
  const held = context.module.types.isCountedInMemory(item)
    ? context.shared(address, "i32", "item")
    : address;
  replaceSlot(context, item, held, ITEMS, taken(context, node.value));
};

export const partOfItem = (context: Context, node: Expr<"PartOfItem">): Parts => {
  const item = itemOf(node.base.type);
  const [list] = atom(context, node.base);
  const [index] = atom(context, node.index);
  const address = itemAddress(context, list!, index!, item);
  return uniqueAt(context, item, context.shared(address, "i32", "item"), ITEMS);
};
