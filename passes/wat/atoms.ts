// Atoms: constants, and what locals hold.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { f64, get, i32, i64, zero } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import { dup } from "./counts.ts";
import { placesOf } from "./function-values.ts";
import { wasmTypesOf } from "./representation.ts";

export type Atom = NodeOf<ResumableGrammar, "Atom">;

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
      return [i32(context.module.data.functionValue(placesOf(context, node), node.label))];
  }
};

/** The values of an atom that is taken over. A literal lives for ever, yet it gets an owner: he gives it up again. */
export const taken = (context: Context, node: Atom): Parts => {
  const parts = atom(context, node);
  if (node.kind === "Text" || node.kind === "FunctionValue") dup(context, node.type, parts);
  return parts;
};
