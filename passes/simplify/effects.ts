// What an expression may do besides giving a value.

import { type AnfGrammar, isAtom } from "../../ir/anf.ts";
import type { FormOf } from "../../ir/framework/language.ts";
import { type Primitive, primitives } from "../../ir/primitives.ts";
import type { Atom, Expr, Stmt } from "./nodes.ts";

type Prim = FormOf<AnfGrammar, "Expr", "Prim">;

/** Whether an atom is a constant that a computation can start from. */
export const isLiteral = (node: Expr): node is Atom =>
  isAtom(node) && node.kind !== "Local" && node.kind !== "FunctionValue";

const primitiveOf = ({ op }: Prim): Primitive => primitives[op];

/** Whether it runs code of the program that does not stand here. */
export const callsOut = (node: Expr): boolean =>
  node.kind === "Call" || node.kind === "CallValue" || (node.kind === "Prim" && node.op === "unknown.call");

/** Whether it can end with a failure or a panic, of its own or of what it calls. */
export const mayFail = (node: Expr): boolean => {
  if (callsOut(node)) return true;
  return node.kind === "Prim" && (primitiveOf(node).fails.length > 0 || primitiveOf(node).effect);
};

/** Whether nobody can tell that it was evaluated but by its value. A task does what it does, awaited or not. */
export const isPure = (node: Expr): boolean => !mayFail(node) && node.kind !== "Spawn";

/** Whether it never gives a value. */
export const neverEnds = (node: { readonly kind: string; readonly op?: string }): boolean =>
  node.kind === "Prim" && (node.op === "fail" || node.op === "raise");

/** Whether control never reaches what stands behind the statement, but for the branches of an `If`. */
export const leaves = (node: Stmt): boolean => {
  switch (node.kind) {
    case "Return":
    case "Break":
    case "Continue":
      return true;
    case "Do":
    case "Let":
      return neverEnds(node.value);
    default:
      return false;
  }
};
