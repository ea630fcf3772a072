// Function values: the places of their functions in the table, and what they capture.

import type { FormOf } from "../../ir/framework/language.ts";
import { CLOSURE_SIZE, functionOffsets, slotKinds, slotOf } from "../../ir/memory.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { get, i32, set, store } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { countedName } from "./function-table.ts";
import { type Operation, single } from "./operation.ts";
import { loadSlot, storeSlot } from "./slots.ts";
import type { FunctionPlaces } from "./static-data.ts";
import { metaOf } from "./types.ts";

type Expr<K extends keyof ResumableGrammar["Expr"]> = FormOf<ResumableGrammar, "Expr", K>;

/** The function in the table calls the one of the program; where its calls count it is another that counts. */
const inTable = ({ module }: Context, id: string): string => {
  const { name, counts } = module.callees.get(id)!;
  return counts === "nothing" ? name : countedName(name);
};

/** What a function value is but for what it captures; its functions stand in the table then. */
export const placesOf = (
  context: Context,
  { label, entries, dynamic }: Pick<Expr<"FunctionValue">, "label" | "entries" | "dynamic">,
): FunctionPlaces => {
  const { table, callees } = context.module;
  const inOrder = entries.map((id) => inTable(context, id));
  const places = table.entry(label, inOrder, inTable(context, dynamic));
  return { ...places, arity: callees.get(entries[0]!)!.borrowed.length };
};

/** A new function value that holds something for its functions. */
export const makeClosure = (context: Context, node: Expr<"Closure">, content: Parts): Parts => {
  const places = placesOf(context, node);
  const { type } = node.captured;
  const name = context.place("i32");
  const object = get(name);
  const meta = metaOf("Function", CLOSURE_SIZE, slotKinds[slotOf(type)].number);
  context.emit(set(name, context.runtime("alloc", i32(meta))));
  for (const each of ["number", "dynamic", "first", "arity"] as const) {
    context.emit(store("i32", object, i32(places[each]), functionOffsets[each]));
  }
  storeSlot(context, type, object, functionOffsets.captured, content);
  return [object];
};

/** What the function value goes on holding. */
export const captured: Operation = (context, args, { type }) =>
  loadSlot(context, type, single(args), functionOffsets.captured);
