// The conditions of refined types as expressions (03, 8.3).

import type { ValidatedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { nameOfId } from "../../ir/symbols.ts";
import { BOOL, type Constraint, FLOAT, INT, plain, STRING, type Type } from "../../ir/types.ts";
import { and, call, int, prim, text } from "./build.ts";

type Expr = NodeOf<ValidatedGrammar, "Expr">;

/** Whether a value of the base satisfies it, and what is said if it does not. */
export interface Condition {
  readonly holds: Expr;
  readonly message: Expr;
}

/** `parameters` are the types that the functions of the program take first, by their ids. */
export const constraintOf = (
  constraint: Constraint,
  value: Expr,
  parameters: ReadonlyMap<string, Type>,
): Condition => {
  switch (constraint.kind) {
    case "Range":
      return range(constraint, value);
    case "Regex": {
      const { source } = constraint;
      const message = text(`value does not match regex ${source}`);
      return { holds: prim("text.matches", BOOL, [value, text(source)]), message };
    }
    case "Predicate": {
      const id = constraint.function;
      const type = parameters.get(id) ?? value.type;
      const argument: Expr = type === value.type ? value : { kind: "Convert", at: 0, type, value };
      return { holds: call(id, BOOL, [argument]), message: text(`predicate ${nameOfId(id)} rejected value`) };
    }
  }
};

type Range = Extract<Constraint, { readonly kind: "Range" }>;

const range = ({ low, high }: Range, value: Expr): Condition => {
  const limits = `${low}..${high}`;
  const base = plain(value.type);
  if (base === FLOAT) {
    const at = (bound: bigint | number): Expr => ({
      kind: "Float",
      at: 0,
      type: FLOAT,
      value: Number(bound),
    });
    const holds = and(prim("float.ge", BOOL, [value, at(low)]), prim("float.le", BOOL, [value, at(high)]));
    return { holds, message: outside("value", prim("float.text", STRING, [value]), limits) };
  }
  const measured = measureOf(value, base);
  const at = (bound: bigint | number): Expr =>
    int(typeof bound === "bigint" ? bound : BigInt(Math.trunc(bound)));
  const holds = and(prim("int.ge", BOOL, [measured, at(low)]), prim("int.le", BOOL, [measured, at(high)]));
  const what = base === INT ? "value" : "length";
  return { holds, message: outside(what, prim("int.text", STRING, [measured]), limits) };
};

/** An Int itself, of Bytes their number, of texts that of their code points. */
const measureOf = (value: Expr, base: Type): Expr =>
  base === INT ? value : prim(base.kind === "Bytes" ? "bytes.length" : "text.length", INT, [value]);

const outside = (what: string, found: Expr, limits: string): Expr => {
  const end = prim("text.concat", STRING, [found, text(` out of range ${limits}`)]);
  return prim("text.concat", STRING, [text(`${what} `), end]);
};
