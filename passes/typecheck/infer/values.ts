// Inference of literals and names (chapters 2.5 and 2.7.1).

import { builtins } from "../../../ir/builtins.ts";
import {
  BOOL,
  FLOAT,
  functionType,
  INT,
  option,
  STRING,
  type Type,
  UNIT,
  UNKNOWN,
} from "../../../ir/types.ts";
import type { FunctionInfo } from "../declarations.ts";
import { type InferenceOf, localType, placeOf, report, wrong } from "./context.ts";

const NULL = option(UNKNOWN);

export const values: InferenceOf<"Expr", "Int" | "Float" | "Bool" | "Text" | "Null" | "Error" | "Concat"> = {
  Int: (n) => ({ kind: "Int", at: n.at, type: INT, value: n.value }),
  Float: (n) => ({ kind: "Float", at: n.at, type: FLOAT, value: n.value }),
  Bool: (n) => ({ kind: "Bool", at: n.at, type: BOOL, value: n.value }),
  Text: (n) => ({ kind: "Text", at: n.at, type: STRING, value: n.value }),
  Null: (n) => ({ kind: "Null", at: n.at, type: NULL }),
  Error: (n) => wrong(n.at),
  Concat: (n, to, context) => {
    const part = placeOf(context, UNKNOWN);
    return { kind: "Concat", at: n.at, type: STRING, parts: n.parts.map((each) => to.Expr(each, part)) };
  },
};

export const names: InferenceOf<"Expr", "Local" | "Tentative" | "FunctionName" | "BuiltinName" | "TypeName"> =
  {
    Local: (n, _, context) => ({
      kind: "Local",
      at: n.at,
      type: localType(context, n.local.id),
      local: n.local,
    }),
    Tentative: (n, to, context) => {
      if (!context.body.variants.has(n.local.id)) {
        return { kind: "Local", at: n.at, type: localType(context, n.local.id), local: n.local };
      }
      if (n.otherwise) return to.Expr(n.otherwise, context);
      report(context, n.at, unbound(n.local.name));
      return wrong(n.at);
    },
    FunctionName: (n, _, context) => {
      const known = context.body.checker.declarations.functions.get(n.id);
      return { kind: "FunctionName", at: n.at, type: known ? valueType(known) : UNKNOWN, id: n.id };
    },
    BuiltinName: (n) => ({ kind: "BuiltinName", at: n.at, type: builtinType(n.name), name: n.name }),
    // only the base of a member, which looks at it itself
    TypeName: (n) => wrong(n.at),
  };

const unbound = (name: string): string =>
  `unknown identifier "${name}": in the pattern it is the variant of that name, so it binds nothing`;

const valueType = ({ params, result }: FunctionInfo): Type => functionType(params, result ?? UNIT);

/** A built-in that takes any arguments has no type to write down. */
const builtinType = (name: string): Type => {
  const builtin = builtins[name];
  return !builtin || builtin.rest ? UNKNOWN : functionType(builtin.params, builtin.result);
};
