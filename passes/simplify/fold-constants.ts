// fold-constants: an operation on known constants becomes its result.

import { right } from "fp-ts/These";
import { Anf, type AnfGrammar, isAtom } from "../../ir/anf.ts";
import type { FormOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { singlesOf } from "./definitions.ts";
import { isLiteral } from "./effects.ts";
import { type Constant, folded } from "./fold.ts";
import type { Atom, Expr } from "./nodes.ts";

/** The constants that locals of a function are known to hold. */
interface Known {
  readonly isSingle: (id: number) => boolean;
  readonly constants: Map<number, Atom>;
}

/** A local may hold a constant that it was bound to before. */
const constantOf = (node: Atom, { constants }: Known): Atom =>
  node.kind === "Local" ? (constants.get(node.local.id) ?? node) : node;

const heldBy = (node: Atom): Constant | undefined => {
  switch (node.kind) {
    case "Int":
    case "Float":
    case "Bool":
    case "Text":
      return node.value;
    case "Null":
      return null;
    default:
      return undefined;
  }
};

const fold = (node: FormOf<AnfGrammar, "Expr", "Prim">, known: Known): Expr => {
  const operands: Constant[] = [];
  for (const arg of node.args) {
    const value = heldBy(constantOf(arg, known));
    if (value === undefined) return node;
    operands.push(value);
  }
  return folded(node, operands) ?? node;
};

const body = rewrite<AnfGrammar, AnfGrammar, Known | null>(Anf, Anf, {
  Function: {
    Function: (n, to) => {
      const body = to.Block(n.body, { isSingle: singlesOf(n), constants: new Map() });
      return body === n.body ? n : { ...n, body };
    },
  },
  Stmt: {
    Let: (n, to, context) => {
      const known = context!;
      const value = to.Expr(n.value, known);
      const held = isAtom(value) ? constantOf(value, known) : value;
      if (isLiteral(held) && known.isSingle(n.local.id)) known.constants.set(n.local.id, held);
      return value === n.value ? n : { ...n, value };
    },
  },
  Expr: { Prim: (n, _, known) => fold(n, known!) },
});

export const foldConstants = pass({
  name: "fold-constants",
  purpose: "Computes what depends on constants alone.",
  from: Anf,
  to: Anf,
  optional: true,
  run: (program) => right(body.Program(program, null)),
});
