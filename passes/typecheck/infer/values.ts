// Inference of literals and names (chapters 2.5 and 2.7.1).

import { builtins, namespaces } from "../../../ir/builtins.ts";
import type { FunctionInfo } from "../../../ir/interfaces.ts";
import { nameOfId } from "../../../ir/symbols.ts";
import {
  BOOL,
  config,
  DIAGNOSED,
  FLOAT,
  functionType,
  INT,
  namespace,
  option,
  STRING,
  type Type,
  UNIT,
  UNKNOWN,
} from "../../../ir/types.ts";
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

type Names =
  | "Local"
  | "Tentative"
  | "FunctionName"
  | "BuiltinName"
  | "ConfigName"
  | "AssetName"
  | "TypeName"
  | "InheritedDefault";

export const names: InferenceOf<"Expr", Names> = {
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
    return { kind: "FunctionName", at: n.at, type: known ? typeOfValue(known) : DIAGNOSED, id: n.id };
  },
  BuiltinName: (n) => ({ kind: "BuiltinName", at: n.at, type: builtinType(n.name), name: n.name }),
  ConfigName: (n) => ({ kind: "ConfigName", at: n.at, type: config(n.id, nameOfId(n.id)), id: n.id }),
  AssetName: (n, _, context) => {
    const isText = context.body.checker.declarations.texts.has(n.path);
    return { kind: "AssetName", at: n.at, type: isText ? STRING : UNKNOWN, path: n.path };
  },
  // only the base of a member, or a callee, which look at it themselves
  TypeName: (n) => wrong(n.at),
  InheritedDefault: (n, _, context) => {
    const field = context.body.checker.declarations.structs.get(n.origin)?.fields.get(n.field);
    const type = field?.type ?? DIAGNOSED;
    return { kind: "InheritedDefault", at: n.at, type, origin: n.origin, field: n.field };
  },
};

const unbound = (name: string): string =>
  `unknown identifier "${name}": in the pattern it is the variant of that name, so it binds nothing`;

/** The type of a function as a value. A generic one has none: it is only called. */
export const typeOfValue = (known: Pick<FunctionInfo, "typeParams" | "params" | "result">): Type =>
  known.typeParams.length > 0 ? DIAGNOSED : functionType(known.params, known.result ?? UNIT);

/** The type of a built-in as a value; one that takes any arguments has no type to write down. */
export const builtinType = (name: string): Type => {
  const builtin = Object.hasOwn(builtins, name) ? builtins[name] : undefined;
  if (!builtin) return namespaces.has(name) ? namespace(name) : DIAGNOSED;
  if (builtin.callOnly) return DIAGNOSED;
  return builtin.rest ? UNKNOWN : functionType(builtin.params, builtin.result);
};
