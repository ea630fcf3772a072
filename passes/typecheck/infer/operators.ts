// Inference of operators (chapter 2.7.2).

import { builtins } from "../../../ir/builtins.ts";
import type { BinaryOperator } from "../../../ir/surface.ts";
import {
  BOOL,
  DIAGNOSED,
  FLOAT,
  INT,
  list,
  option,
  plain,
  STRING,
  type Type,
  UNKNOWN,
} from "../../../ir/types.ts";
import { isUnknown, unknownFrom } from "../../compatibility.ts";
import { coalesced, join } from "../join.ts";
import { type Expr, type InferenceOf, report } from "./context.ts";
import { handled, judge } from "./places.ts";

export const operators: InferenceOf<"Expr", "Unary" | "Binary" | "Coalesce"> = {
  Unary: (n, to, context) => {
    const operand = to.Expr(n.operand, context.operand);
    const type = unaryType(n.op, plain(operand.type));
    if (type === null) report(context, n.at, wrongOperand(n.op, operand.type));
    return { kind: "Unary", at: n.at, type: type ?? DIAGNOSED, op: n.op, operand };
  },
  Binary: (n, to, context) => {
    const [left, right] = comparedWithNull(
      n.op,
      to.Expr(n.left, context.operand),
      to.Expr(n.right, context.operand),
    );
    const type = binaryType(n.op, left, right);
    if (type === null) report(context, n.at, wrongOperands(n.op, left.type, right.type));
    return { kind: "Binary", at: n.at, type: type ?? DIAGNOSED, op: n.op, left, right };
  },
  // the last operand of a chain stands in the place of the chain
  Coalesce: (n, to, context) => {
    const left = handled(to.Expr(n.left, context.operand));
    const right = to.Expr(n.right, context);
    const type = coalesced(left.type, right.type);
    if (type === null) {
      report(
        context,
        n.at,
        `incompatible types: the value on the left of "??" is of type ${left.type.text}, the one for null of type ${right.type.text}`,
      );
    }
    return { kind: "Coalesce", at: n.at, type: type ?? DIAGNOSED, left, right };
  },
};

const comparedWithNull = (op: BinaryOperator, left: Expr, right: Expr): readonly [Expr, Expr] => {
  if (op !== "==" && op !== "!=") return [left, right];
  return [right.kind === "Null" ? handled(left) : left, left.kind === "Null" ? handled(right) : right];
};

const unaryType = (op: "-" | "!", operand: Type): Type | null => {
  if (isUnknown(operand)) return op === "!" ? BOOL : unknownFrom(operand);
  if (op === "!") return operand === BOOL ? BOOL : null;
  return operand === INT || operand === FLOAT ? operand : null;
};

/** The type of an operation, or null if the operands are wrong. */
const binaryType = (op: BinaryOperator, left: Expr, right: Expr): Type | null => {
  const a = plain(left.type);
  const b = plain(right.type);
  switch (op) {
    case "+":
      return sumType(a, b);
    case "-":
    case "*":
    case "/":
      return arithmeticType(a, b, FLOAT);
    case "%":
      return arithmeticType(a, b, UNKNOWN);
    case "==":
    case "!=":
      return comparable(left, right) ? BOOL : null;
    case "and":
    case "or":
      return isBool(a) && isBool(b) ? BOOL : null;
    case "..": {
      const item = arithmeticType(a, b, FLOAT);
      return item === null || isUnknown(item) ? item : list(item);
    }
    default:
      return isNumber(a) && isNumber(b) ? BOOL : null;
  }
};

const isNumber = (type: Type): boolean => type === INT || type === FLOAT || isUnknown(type);
const isBool = (type: Type): boolean => type === BOOL || isUnknown(type);

const sumType = (a: Type, b: Type): Type | null => {
  if (a === STRING || b === STRING) return STRING;
  if (isUnknown(a) || isUnknown(b)) return unknownFrom(a, b);
  if (a.kind !== "List" || b.kind !== "List") return arithmeticType(a, b, FLOAT);
  if (isUnknown(a.item) || isUnknown(b.item)) return list(unknownFrom(a.item, b.item));
  const item = join(a.item, b.item);
  return item && list(item);
};

/** Float if one operand is, `floatWithUnknown` if the other is unknown then. */
const arithmeticType = (a: Type, b: Type, floatWithUnknown: Type): Type | null => {
  if (!isNumber(a) || !isNumber(b)) return null;
  if (isUnknown(a) || isUnknown(b)) return a === FLOAT || b === FLOAT ? floatWithUnknown : unknownFrom(a, b);
  return a === FLOAT || b === FLOAT ? FLOAT : INT;
};

const incomparable: ReadonlySet<string> = new Set(["Function", "Task", "Config", "Html", "Namespace"]);

/** One that takes any arguments is a function, too, although its type is not known; one that is no value is reported as such. */
const isBuiltin = (value: Expr): boolean => value.kind === "BuiltinName" && !builtins[value.name]?.callOnly;

const comparable = (left: Expr, right: Expr): boolean => {
  const a = plain(left.type);
  const b = plain(right.type);
  if (incomparable.has(a.kind) || incomparable.has(b.kind) || isBuiltin(left) || isBuiltin(right))
    return false;
  if (isNumber(a) && isNumber(b)) return true;
  return judge(left, right.type) === "fits" || judge(right, left.type) === "fits";
};

// ---- Messages -------------------------------------------------------------------------------------------

const wrongOperand = (op: "-" | "!", operand: Type): string =>
  op === "!"
    ? `"!" takes a Bool, not ${operand.text}${withoutNull(operand)}`
    : `"-" takes an Int or a Float, not ${operand.text}${withoutNull(operand)}`;

const wrongOperands = (op: BinaryOperator, left: Type, right: Type): string =>
  `"${op}" cannot take ${left.text} and ${right.text}: ${operandRules[op]}${withoutNull(left, right)}`;

const numbers = "both sides must be numbers";
const ordered = "both sides must be numbers (texts have no order)";
const equal = "both sides must be of one type, and of a type that has equality";
const truth = "both sides must be Bool";

const operandRules: Readonly<Record<BinaryOperator, string>> = {
  "+": "it adds numbers, joins lists of one type, and joins a String with anything",
  "-": numbers,
  "*": numbers,
  "/": numbers,
  "%": numbers,
  "==": equal,
  "!=": equal,
  "<": ordered,
  "<=": ordered,
  ">": ordered,
  ">=": ordered,
  and: truth,
  or: truth,
  "..": numbers,
};

const withoutNull = (...operands: readonly Type[]): string =>
  operands.some((type) => type.kind === "Option" && type !== option(UNKNOWN))
    ? '; give a value for null with "??"'
    : "";
