// lower-operators: operators become primitive operations, chosen by the types of their operands.

import { right } from "fp-ts/These";
import { Operations, type OperationsGrammar } from "../../ir/derived.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Mono, type MonoGrammar } from "../../ir/mono.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import { BOOL, FLOAT, INT, list, plain, STRING, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { bind, prim, text } from "./build.ts";
import { comparisonType } from "./comparison-type.ts";

type Expr = NodeOf<OperationsGrammar, "Expr">;
type Binary = FormOf<MonoGrammar, "Expr", "Binary">;

/** A binary operation with its operands in the target language. */
interface Operation {
  readonly n: Binary;
  readonly left: Expr;
  readonly right: Expr;
  readonly frame: Frame;
}

const body = rewrite<MonoGrammar, OperationsGrammar, Frame>(Mono, Operations, {
  Function: {
    Function: (n, to) => inFrame(n, {}, to.Block),
  },
  Expr: {
    Binary: (n, to, frame) => {
      const operation = { n, left: to.Expr(n.left, frame), right: to.Expr(n.right, frame), frame };
      return operators[n.op](operation);
    },
    HasType: (n, to, frame) => {
      const found = prim("unknown.nominal", STRING, [to.Expr(n.value, frame)], n.at);
      return prim("text.eq", BOOL, [found, text(n.id, n.at)], n.at);
    },
    Unary: (n, to, frame) => {
      const operand = to.Expr(n.operand, frame);
      const type = plain(operand.type);
      if (n.op === "!") return prim("bool.not", BOOL, [truth(operand)], n.at);
      if (type.kind === "Unknown") return prim("unknown.neg", UNKNOWN, [operand], n.at);
      return prim(type === FLOAT ? "float.neg" : "int.neg", type, [operand], n.at);
    },
  },
});

// ---- By operator ----------------------------------------------------------------------------------------

type Numeric = "add" | "sub" | "mul" | "div" | "lt" | "le" | "gt" | "ge";

const arithmetic =
  (name: Numeric) =>
  ({ n, left, right }: Operation): Expr => {
    const operands = [left, right];
    if (operands.some(isUnknown)) return entering(unknownOf(`unknown.${name}`, operands, n), n.type);
    if (!operands.some(isFloat)) return prim(`int.${name}`, n.type, operands, n.at);
    return prim(`float.${name}`, n.type, operands.map(asFloat), n.at);
  };

const sum = (operation: Operation): Expr => {
  const { n, left, right } = operation;
  if (n.type === STRING) return prim("text.concat", STRING, [asText(left), asText(right)], n.at);
  const lists = [left, right].every(({ type }) => plain(type).kind === "List");
  if (!lists) return arithmetic("add")(operation);
  const [first, second] = [entering(left, n.type), entering(right, n.type)];
  return prim("list.concat", n.type, [first, second], n.at);
};

/** A Float has no remainder (03, 3.1). */
const remainder = ({ n, left, right, frame }: Operation): Expr => {
  const operands = [left, right];
  if (operands.some(isUnknown)) return entering(unknownOf("unknown.rem", operands, n), n.type);
  if (!operands.some(isFloat)) return prim("int.rem", n.type, operands, n.at);
  const failure = prim("fail", n.type, [text("runtime_type_error"), text('"%" takes Ints, got Float')], n.at);
  return bind(fresh(frame, "left"), left, bind(fresh(frame, "right"), right, failure));
};

const range = ({ n, left, right }: Operation): Expr => {
  const operands = [left, right];
  if (operands.some(isUnknown)) return entering(unknownOf("unknown.range", operands, n), n.type);
  if (!operands.some(isFloat)) return prim("list.range_int", list(INT), operands, n.at);
  return prim("list.range_float", list(FLOAT), operands.map(asFloat), n.at);
};

const equality =
  (negated: boolean) =>
  ({ n, left, right }: Operation): Expr => {
    const type = comparisonType(left.type, right.type);
    const same = type === FLOAT ? asFloat : (operand: Expr) => entering(operand, type);
    return { kind: "Equal", at: n.at, type: BOOL, negated, left: same(left), right: same(right) };
  };

const logic =
  (op: "and" | "or") =>
  ({ n, left, right }: Operation): Expr => ({
    ...{ kind: "Logic", at: n.at, type: BOOL, op },
    ...{ left: truth(left), right: truth(right) },
  });

const operators: Readonly<Record<Binary["op"], (operation: Operation) => Expr>> = {
  "+": sum,
  "-": arithmetic("sub"),
  "*": arithmetic("mul"),
  "/": arithmetic("div"),
  "%": remainder,
  "==": equality(false),
  "!=": equality(true),
  "<": arithmetic("lt"),
  "<=": arithmetic("le"),
  ">": arithmetic("gt"),
  ">=": arithmetic("ge"),
  and: logic("and"),
  or: logic("or"),
  "..": range,
};

// ---- Operands -------------------------------------------------------------------------------------------

const isUnknown = ({ type }: Expr): boolean => plain(type).kind === "Unknown";
const isFloat = ({ type }: Expr): boolean => plain(type) === FLOAT;

/** The operation on values of unknown type: a comparison gives a Bool, any other a value of unknown type. */
const unknownOf = (op: PrimitiveName, operands: readonly Expr[], { at, type }: Binary): Expr =>
  prim(
    op,
    type === BOOL ? BOOL : UNKNOWN,
    operands.map((each) => entering(each, UNKNOWN)),
    at,
  );

/** `value` where a value of `type` is expected. */
const entering = (value: Expr, type: Type): Expr =>
  value.type === type ? value : { kind: "Convert", at: value.at, type, value };

const asFloat = (value: Expr): Expr =>
  isFloat(value) ? value : prim("int.to_float", FLOAT, [value], value.at);

const asText = (value: Expr): Expr =>
  plain(value.type) === STRING ? value : { kind: "Concat", at: value.at, type: STRING, parts: [value] };

/** An operand of `and`, `or`, `!`; one of another type was diagnosed or fails when it runs. */
const truth = (value: Expr): Expr =>
  plain(value.type) === BOOL ? value : prim("unknown.bool", BOOL, [entering(value, UNKNOWN)], value.at);

export const lowerOperators = pass({
  name: "lower-operators",
  purpose: "Makes primitive operations of operators.",
  from: Mono,
  to: Operations,
  run: (program) => right(body.Program(program, { locals: 0 })),
});
