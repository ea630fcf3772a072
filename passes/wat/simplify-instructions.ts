// simplify-instructions: instructions are replaced by fewer that do the same.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Wat, type WatGrammar } from "../../ir/wat.ts";
import { mapBodies, usesIn } from "./bodies.ts";
import { constantOf, type Instr, i32 } from "./code.ts";

type Op = Extract<Instr, { readonly kind: "Op" }>;

const opposites: Readonly<Record<string, string>> = {
  eq: "ne",
  ne: "eq",
  lt_s: "ge_s",
  ge_s: "lt_s",
  gt_s: "le_s",
  le_s: "gt_s",
};

/** `!(a < b)` is `a >= b`, of integers; a Float may be no number. */
const negated = (operand: Op): Instr | null => {
  const [type, comparison] = operand.op.split(".");
  if (operand.op === "i32.eqz" && isBool(operand.operands[0]!)) return operand.operands[0]!;
  const opposite = type === "f64" ? undefined : opposites[comparison ?? ""];
  return opposite === undefined ? null : { ...operand, op: `${type}.${opposite}` };
};

const isBool = (instr: Instr): boolean =>
  instr.kind === "Op" && /\.(eqz?|ne|[lg][te](_[su])?)$/.test(instr.op);

const simplified = (instr: Op): Instr => {
  const [operand] = instr.operands;
  if (instr.op === "i32.eqz" && operand?.kind === "Op") return negated(operand) ?? instr;
  if (instr.op === "i32.wrap_i64" && operand) {
    const constant = constantOf(operand);
    if (constant !== undefined) return i32(Number(BigInt.asIntN(32, constant)));
  }
  return instr;
};

/** A set that changes nothing. */
const isIdle = (instr: Instr): boolean => {
  if (instr.kind !== "Op" || instr.op !== "local.set") return false;
  const [value] = instr.operands;
  return value?.kind === "Op" && value.op === "local.get" && value.immediates[0] === instr.immediates[0];
};

const inside = (instr: Instr): Instr => {
  if (instr.kind === "If") return { ...instr, condition: inside(instr.condition) };
  return instr.kind === "Op" ? simplified({ ...instr, operands: instr.operands.map(inside) }) : instr;
};

/** `labels`: those that something goes to; a block that nothing leaves is its body. */
const bodyOf = (body: readonly Instr[], labels: ReadonlyMap<string, number>): readonly Instr[] =>
  body.flatMap((instr) => {
    const now = mapBodies(inside(instr), (inner) => bodyOf(inner, labels));
    if (isIdle(now)) return [];
    return now.kind === "Block" && !labels.has(`$${now.label}`) ? now.body : [now];
  });

const functions = rewrite<WatGrammar, WatGrammar>(Wat, Wat, {
  Function: {
    Function: (n) => ({
      ...n,
      body: bodyOf(
        n.body,
        usesIn(n.body, (op) => op.startsWith("br")),
      ),
    }),
  },
});

export const simplifyInstructions = pass({
  name: "simplify-instructions",
  purpose: "Replaces instructions by fewer that do the same.",
  from: Wat,
  to: Wat,
  optional: true,
  run: (program) => right(functions.Program(program)),
});
