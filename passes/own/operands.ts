// Which operands each form takes over, and which forms give a part of an operand.

import { isProjection, takenOperands } from "../../ir/ownership.ts";
import type { Atom, BareExpr, BareStmt, Expr, Stmt } from "./nodes.ts";

/** Whether a function takes its argument at a position over. */
export type Takes = (id: string, position: number) => boolean;
export type Visit = (atom: Atom, taken: boolean) => void;

const always = (): boolean => true;

const each = (atoms: readonly Atom[], visit: Visit, takes: (position: number) => boolean = always): void => {
  for (let i = 0; i < atoms.length; i++) visit(atoms[i]!, takes(i));
};

/** Visits the operands of an expression in order; an atom is its own operand, for what is copied is taken. */
export const eachOperand = (node: Expr | BareExpr, takes: Takes, visit: Visit): void => {
  switch (node.kind) {
    case "Prim": {
      const taken = takenOperands(node.op);
      each(node.args, visit, (i) => taken.includes(i));
      break;
    }
    case "Call":
      each(node.args, visit, (i) => takes(node.function, i));
      break;
    case "CallValue":
      visit(node.callee, false);
      each(node.args, visit);
      break;
    case "MakeStruct":
    case "MakeVariant":
      each(node.values, visit);
      break;
    case "Spawn":
      each(node.args, visit);
      break;
    case "Closure":
      visit(node.captured, true);
      break;
    case "MakeList":
      each(node.items, visit);
      break;
    case "JoinTexts":
      each(node.pieces, visit, (i) => i === 0);
      break;
    case "MakeMap":
      for (const { key, value } of node.entries) each([key, value], visit);
      break;
    case "GetField":
    case "GetPayload":
    case "IsVariant":
    case "PartOfField":
      visit(node.base, false);
      break;
    case "PartOfItem":
      each([node.base, node.index], visit, (): boolean => false);
      break;
    case "PartOfKey":
      each([node.base, node.key], visit, (): boolean => false);
      break;
    case "Unwrap":
      visit(node.base, true);
      break;
    default:
      visit(node, true);
      break;
  }
};

/** The same of a statement, but for the blocks in it. What `Do` evaluates to is not kept. */
export const eachUse = (node: Stmt | BareStmt, takes: Takes, visit: Visit): void => {
  switch (node.kind) {
    case "Let":
    case "Assign":
      eachOperand(node.value, takes, visit);
      break;
    case "Do":
      eachOperand(node.value, takes, (atom, taken) => visit(atom, taken && atom !== node.value));
      break;
    case "Return":
      if (node.value !== null) eachOperand(node.value, takes, visit);
      break;
    case "If":
    case "Loop":
      visit(node.condition, false);
      break;
    case "StoreField":
      visit(node.base, false);
      visit(node.value, true);
      break;
    case "StoreItem":
      each([node.base, node.index, node.value], visit, (i) => i === 2);
      break;
    case "StoreKey":
      each([node.base, node.key, node.value], visit, (i) => i > 0);
      break;
    default:
      break;
  }
};

/** Whether the value belongs to an operand of the expression. */
export const givesPart = (node: Expr | BareExpr): boolean => {
  switch (node.kind) {
    case "GetField":
    case "GetPayload":
      return true;
    case "Prim":
      return isProjection(node.op);
    default:
      return givesPlace(node);
  }
};

/** Whether the value is a place to store into. */
export const givesPlace = (node: Expr | BareExpr): boolean =>
  node.kind === "PartOfField" || node.kind === "PartOfItem" || node.kind === "PartOfKey";

/** What a part is a part of. */
export const firstOperand = (node: Expr | BareExpr): Atom | undefined => {
  if (node.kind === "Prim") return node.args[0];
  return "base" in node ? node.base : undefined;
};
