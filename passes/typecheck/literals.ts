// Literals in places of refined type (chapter 2.4): the checker itself decides whether they satisfy the constraints.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { InferredGrammar } from "../../ir/typed.ts";
import { type Constraint, FLOAT, INT, STRING, type Type } from "../../ir/types.ts";
import { matches } from "./regular-expressions.ts";

type Expr = NodeOf<InferredGrammar, "Expr">;

/** A number (with its sign) or a plain text. */
export interface Literal {
  readonly type: Type;
  readonly value: bigint | number | string;
}

/** The literal that an expression is, or null. */
export const literalOf = (expr: Expr): Literal | null => {
  if (expr.kind === "Int") return { type: INT, value: expr.value };
  if (expr.kind === "Float") return { type: FLOAT, value: expr.value };
  if (expr.kind === "Text") return { type: STRING, value: expr.value };
  if (expr.kind !== "Unary" || expr.op !== "-") return null;
  const { operand } = expr;
  if (operand.kind === "Int") return { type: INT, value: -operand.value };
  return operand.kind === "Float" ? { type: FLOAT, value: -operand.value } : null;
};

/**
 * How a literal stands to a place: null if it is none of its business (the place has no refinement, or one of another
 * base), else whether it satisfies the type of the place, looking through options and results.
 */
export const satisfies = (literal: Literal, place: Type): boolean | null => {
  switch (place.kind) {
    case "Option":
      return satisfies(literal, place.inner);
    case "Result":
      return satisfies(literal, place.ok);
    case "Box":
      return satisfies(literal, place.content);
    case "Id":
      return typeof literal.value === "string" ? literal.value !== "" : null;
    case "Email":
      return typeof literal.value === "string" ? isEmail(literal.value) : null;
    case "Refined": {
      const base = place.base === literal.type ? true : satisfies(literal, place.base);
      return base === true ? place.constraints.every((constraint) => holds(constraint, literal.value)) : base;
    }
    default:
      return null;
  }
};

const holds = (constraint: Constraint, value: Literal["value"]): boolean => {
  switch (constraint.kind) {
    case "Range": {
      const size = typeof value === "string" ? [...value].length : value;
      return constraint.low <= size && size <= constraint.high;
    }
    case "Regex":
      return typeof value === "string" && matches(constraint.source, value);
    // the checker runs no program
    case "Predicate":
      return false;
  }
};

/** Exactly one `@`, something on both sides, and a `.` in the part after it (03, 8.3). */
const isEmail = (text: string): boolean => {
  const [name, domain, ...more] = text.split("@");
  return more.length === 0 && name !== "" && domain?.includes(".") === true;
};
