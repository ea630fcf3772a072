// Expressions: each form by what computes it.

import type { NodeOf } from "../../ir/framework/language.ts";
import { takenOperands } from "../../ir/ownership.ts";
import type { PromptPrimitive, ResumableGrammar } from "../../ir/resumable.ts";
import { type Atom, atom, taken } from "./atoms.ts";
import { boxes } from "./boxes.ts";
import { callFunction, callValue, valueCall } from "./calls.ts";
import type { Context, Parts } from "./context.ts";
import { crypto, log } from "./crypto.ts";
import { flags, parse } from "./flags.ts";
import { bools, floats } from "./floats.ts";
import { captured, makeClosure } from "./function-values.ts";
import { host } from "./host.ts";
import { ints } from "./ints.ts";
import { isJoin, joinTexts } from "./joins.ts";
import { json } from "./json.ts";
import { scan } from "./json-scan.ts";
import { lists, makeList, partOfItem } from "./lists.ts";
import { makeMap, maps, partOfKey } from "./maps.ts";
import type { Operation, Prim } from "./operation.ts";
import { options, results, unions, unwrapped } from "./options.ts";
import { wasmTypesOf } from "./representation.ts";
import { arrivedParts } from "./results.ts";
import { getField, getPayload, isVariant, makeStruct, makeVariant, partOfField } from "./structs.ts";
import { outcome, spawn } from "./tasks.ts";
import { bytes, texts } from "./texts.ts";
import { time } from "./time.ts";
import { unknowns } from "./unknown.ts";

type Expr = NodeOf<ResumableGrammar, "Expr">;

/** Every primitive operation. */
const operations: Readonly<Record<PromptPrimitive, Operation>> = {
  ...{ ...ints, ...floats, ...bools, ...texts, ...bytes },
  ...{ ...lists, ...maps, ...options, ...results, ...unions, ...boxes },
  ...{
    ...unknowns,
    ...host,
    ...crypto,
    ...log,
    ...time,
    ...flags,
    ...parse,
    ...json,
    ...scan,
    "function.captured": captured,
  },
};

const operandsOf = (context: Context, { op, args }: Prim): readonly Parts[] => {
  const takes = takenOperands(op);
  return args.map((each, i) => (takes.includes(i) ? taken(context, each) : atom(context, each)));
};

/** Emits what has to be done for an expression, and gives the parts of its value, to be used once. */
export const expression = (context: Context, node: Expr): Parts => {
  context.at = node.at;
  const value = (each: Atom): Parts => atom(context, each);
  const own = (each: Atom): Parts => taken(context, each);
  switch (node.kind) {
    case "Prim":
      if (isJoin(node)) return joinTexts(context, node.args);
      return operations[node.op](context, operandsOf(context, node), node);
    case "Call": {
      const callee = context.module.callees.get(node.function)!;
      const args = node.args.flatMap((each, i) => (callee.borrowed[i] ? value(each) : own(each)));
      return callFunction(context, callee, args);
    }
    case "CallValue":
      return callValue(context, valueCall(node, value(node.callee), node.args.map(own)), node.type);
    case "Spawn":
      return spawn(context, node, node.args.flatMap(own));
    case "Arrived":
      return arrivedParts(wasmTypesOf(node.type));
    case "Outcome":
      return outcome(context, node, value(node.task));
    case "Closure":
      return makeClosure(context, node, own(node.captured));
    case "Unwrap":
      return unwrapped(context, node.op, own(node.base), node, node.base.type);
    case "MakeStruct":
      return makeStruct(context, node, node.values.map(own));
    case "GetField":
      return getField(context, node, value(node.base));
    case "PartOfField":
      return partOfField(context, node, value(node.base));
    case "MakeVariant":
      return makeVariant(context, node, node.values.map(own));
    case "IsVariant":
      return isVariant(node, value(node.base));
    case "GetPayload":
      return getPayload(context, node, value(node.base));
    case "JoinTexts":
      return joinTexts(context, node.pieces);
    case "MakeList":
      return makeList(context, node);
    case "PartOfItem":
      return partOfItem(context, node);
    case "MakeMap":
      return makeMap(context, node);
    case "PartOfKey":
      return partOfKey(context, node);
    default:
      return own(node);
  }
};
