// Whether a place of a function type may hold another function: a value of unknown type that enters it is tested to be
// a function, but not of which type.

import { Operations, type OperationsGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import { holdsUnknown, mentionedIn, type Type } from "../../ir/types.ts";

interface Found {
  entered: boolean;
}

const conversions = traverse<OperationsGrammar, Found>(Operations, {
  Expr: {
    Convert: ({ type, value }, to, found) => {
      if (holdsUnknown(value.type) && holdsFunction(type)) found.entered = true;
      to.Expr(value, found);
    },
  },
});

const holdsFunction = (type: Type): boolean =>
  type.kind === "Function" || mentionedIn(type).some((part) => holdsFunction(part));

/** Whether some value of unknown type enters a place of a function type. */
export const entersFunctionType = (program: NodeOf<OperationsGrammar, "Program">): boolean => {
  const found = { entered: false };
  conversions.Program(program, found);
  return found.entered;
};
