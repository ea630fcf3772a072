// Conversions of operands: an operation has operands of known types, or unknown ones throughout.

import {
  BOOL,
  FLOAT,
  holdsUnknown,
  INT,
  option,
  plain,
  STRING,
  type Type,
  UNKNOWN,
} from "../../../ir/types.ts";
import { fits, isUnknown } from "../../compatibility.ts";
import type { ConversionOf, Expr, InferredForm } from "./context.ts";
import { into, operand } from "./places.ts";

type Binary = InferredForm<"Binary">;

export const operators: ConversionOf<"Expr", "Unary" | "Binary" | "Coalesce"> = {
  Unary: (n, to, context) => {
    const value = to.Expr(n.operand, context);
    const taken = n.op === "!" ? into(BOOL, value) : operand(value);
    return { kind: "Unary", at: n.at, type: n.type, op: n.op, operand: taken };
  },
  Binary: (n, to, context) => operation(n, to.Expr(n.left, context), to.Expr(n.right, context)),
  Coalesce: (n, to, context) => {
    const left = to.Expr(n.left, context);
    const right = into(n.type, to.Expr(n.right, context));
    const maybe = plain(left.type).kind === "Option" && !isUnknown(n.type) ? option(n.type) : n.type;
    return { kind: "Coalesce", at: n.at, type: n.type, left: into(maybe, left), right };
  },
};

const operation = (n: Binary, left: Expr, right: Expr): Expr => {
  switch (n.op) {
    case "and":
    case "or":
      return binary(n, n.type, into(BOOL, left), into(BOOL, right));
    case "==":
    case "!=":
      return comparison(n, operand(left), operand(right));
    case "+":
      if (n.type === STRING) return binary(n, n.type, left, right);
      if (n.type.kind === "List") return binary(n, n.type, into(n.type, left), into(n.type, right));
      return arithmetic(n, operand(left), operand(right));
    default:
      return arithmetic(n, operand(left), operand(right));
  }
};

const binary = (n: Binary, type: Type, left: Expr, right: Expr): Expr => ({
  kind: "Binary",
  at: n.at,
  type,
  op: n.op,
  left,
  right,
});

/** Numbers; with an unknown one among them the operation is that of unknown values, and so is what it gives. */
const arithmetic = (n: Binary, left: Expr, right: Expr): Expr => {
  if (!isUnknown(left.type) && !isUnknown(right.type)) return binary(n, n.type, left, right);
  const type = n.type === BOOL ? BOOL : UNKNOWN;
  return into(n.type, binary(n, type, into(UNKNOWN, left), into(UNKNOWN, right)));
};

const comparison = (n: Binary, left: Expr, right: Expr): Expr => {
  const type = comparedAs(left, right);
  return type === null
    ? binary(n, n.type, left, right)
    : binary(n, n.type, into(type, left), into(type, right));
};

/** The type as which two values are compared; null leaves them as they are: of one type, or an Int with a Float. */
const comparedAs = (left: Expr, right: Expr): Type | null => {
  const a = left.type;
  const b = right.type;
  if (a === b || (isNumber(a) && isNumber(b))) return null;
  if (right.kind === "Null") return isUnknown(a) ? UNKNOWN : option(a);
  if (left.kind === "Null") return isUnknown(b) ? UNKNOWN : option(b);
  if (holdsUnknown(a) || holdsUnknown(b)) return UNKNOWN;
  if (fits(a, b)) return b;
  // where neither fits, one is a literal of the other's base
  return fits(b, a) || isLiteral(right) ? a : b;
};

const isLiteral = ({ kind }: Expr): boolean =>
  kind === "Text" || kind === "Int" || kind === "Float" || kind === "Unary";

const isNumber = (type: Type): boolean => plain(type) === INT || plain(type) === FLOAT;
