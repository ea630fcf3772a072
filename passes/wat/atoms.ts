// Atoms: constants, and what locals hold.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { OwnedGrammar } from "../../ir/owned.ts";
import { f64, get, i32, i64, zero } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { dup } from "./counts.ts";
import { countedName } from "./function-table.ts";
import { wasmTypesOf } from "./representation.ts";

export type Atom = NodeOf<OwnedGrammar, "Atom">;

/** The values of an atom; they have no effect and may be used several times. */
export const atom = (context: Context, node: Atom): Parts => {
  switch (node.kind) {
    case "Int":
      return [i64(node.value)];
    case "Float":
      return [f64(node.value)];
    case "Bool":
      return [i32(node.value ? 1 : 0)];
    case "Text":
      return [i32(context.module.data.text(node.value))];
    case "Null":
    case "Unit":
      return wasmTypesOf(node.type).map(zero);
    case "Local":
      return context.namesOf(node.local).map(get);
    case "FunctionValue":
      return [i32(functionValue(context, node))];
  }
};

/** The values of an atom that is taken over. A literal lives for ever, yet it gets an owner: he gives it up again. */
export const taken = (context: Context, node: Atom): Parts => {
  const parts = atom(context, node);
  if (node.kind === "Text" || node.kind === "FunctionValue") dup(context, node.type, parts);
  return parts;
};

/** The function in the table calls the one of the program; where its calls count it is another that counts. */
const inTable = ({ module }: Context, id: string): string => {
  const { name, counts } = module.callees.get(id)!;
  return counts === "nothing" ? name : countedName(name);
};

const functionValue = (context: Context, node: Extract<Atom, { kind: "FunctionValue" }>): number => {
  const { table, data, callees } = context.module;
  const entries = node.entries.map((id) => inTable(context, id));
  const { number, dynamic, first } = table.entry(node.label, entries, inTable(context, node.dynamic));
  const { borrowed } = callees.get(node.entries[0]!)!;
  return data.functionValue(number, dynamic, first, borrowed.length, node.label);
};
