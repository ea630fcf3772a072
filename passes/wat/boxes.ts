// Boxes: cells of memory that hold a value.

import { BOX_CONTENT, BOX_SIZE, slotKinds, slotOf } from "../../ir/memory.ts";
import { plain, type Type } from "../../ir/types.ts";
import { get, i32, set } from "./code.ts";
import type { Context } from "./context.ts";
import { dup } from "./counts.ts";
import { type Family, type Operation, single } from "./operation.ts";
import { wasmTypesOf } from "./representation.ts";
import { loadSlot, replaceSlot, storeSlot, takeSlot } from "./slots.ts";
import { metaOf } from "./types.ts";

const contentOf = (cell: Type): Type => {
  const known = plain(cell);
  if (known.kind !== "Cell") throw new Error(`no box: ${cell.text}`);
  return known.content;
};

const make: Operation = (context, args, { type }) => {
  const content = contentOf(type);
  const box = context.place("i32");
  const meta = metaOf("Box", BOX_SIZE, slotKinds[slotOf(content)].number);
  context.emit(set(box, context.runtime("alloc", i32(meta))));
  storeSlot(context, content, get(box), BOX_CONTENT, args[0]!);
  return [get(box)];
};

/** The content gets an owner more. */
const read: Operation = (context, args, { type }) => {
  const loaded = loadSlot(context, type, single(args), BOX_CONTENT);
  const parts = wasmTypesOf(type).map((wasm, i) => context.kept(loaded[i]!, wasm));
  dup(context, type, parts);
  return parts;
};

/** Where the content was taken out there is null. */
const put: Operation = (context, args, { args: [box] }) => {
  replaceSlot(context, contentOf(box!.type), single(args), BOX_CONTENT, args[1]!, true);
  return [];
};

export const boxes: Family<"box"> = {
  "box.make": make,
  "box.get": read,
  "box.take": (context: Context, args, { type }) => takeSlot(context, type, single(args), BOX_CONTENT),
  "box.put": put,
};
