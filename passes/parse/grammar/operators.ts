// Binary operators: what each token builds, and the fold of a flat chain by precedence.

import { cover } from "../../../ir/framework/span.ts";
import type { BinaryOperator } from "../../../ir/surface.ts";
import { kindOf } from "../../../ir/tokens.ts";
import type { Expr } from "./builders.ts";

/** From loosest to tightest (chapter 1.4). */
const levels: readonly (readonly string[])[] = [
  ["??"],
  ["or"],
  ["and"],
  ["==", "!="],
  ["<", "<=", ">", ">="],
  [".."],
  ["+", "-"],
  ["*", "/", "%"],
];
const RANGE_LEVEL = 5;

const levelOfKind = new Map(levels.flatMap((kinds, level) => kinds.map((kind) => [kind, level] as const)));
const levelOf = (operator: string): number => levelOfKind.get(kindOf(operator)) ?? 0;

/** Whether the operator with this token code ends the operands of a `..` before it. */
export const isLooserThanRange = (code: number): boolean => levelOf(String.fromCharCode(code)) < RANGE_LEVEL;

const apply = (operator: string, left: Expr, right: Expr): Expr => {
  const at = cover(left.at, right.at);
  const op = kindOf(operator);
  return op === "??"
    ? { kind: "Coalesce", at, left, right }
    : { kind: "Binary", at, op: op as BinaryOperator, left, right };
};

/** Dijkstra's two stacks: a chain of any length without recursion. All operators group to the left. */
export const foldOperators = (first: Expr, rest: readonly (readonly [string, Expr])[]): Expr => {
  if (rest.length === 1) return apply(rest[0]![0], first, rest[0]![1]);
  const operands = [first];
  const operators: string[] = [];
  const reduce = () => {
    const right = operands.pop()!;
    operands.push(apply(operators.pop()!, operands.pop()!, right));
  };
  for (const [operator, operand] of rest) {
    while (operators.length > 0 && levelOf(operators.at(-1)!) >= levelOf(operator)) reduce();
    operators.push(operator);
    operands.push(operand);
  }
  while (operators.length > 0) reduce();
  return operands[0]!;
};
