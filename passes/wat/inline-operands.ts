// inline-operands: what is computed for the next instruction alone becomes an operand of it.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Wat, type WatGrammar } from "../../ir/wat.ts";
import { eachInstr, mapBodies, usesIn } from "./bodies.ts";
import type { Instr } from "./code.ts";

/** Larger operands are hard to read. */
const LARGEST = 12;

/** The locals that are set once and read once. */
type Single = ReadonlySet<string>;

const singleIn = (body: readonly Instr[]): Single => {
  const reads = usesIn(body, (op) => op === "local.get");
  const writes = usesIn(body, (op) => op === "local.set" || op === "local.tee");
  return new Set(
    [...reads].flatMap(([name, count]) => (count === 1 && writes.get(name) === 1 ? [name] : [])),
  );
};

const inlined = (body: readonly Instr[], single: Single): readonly Instr[] => {
  const made: Instr[] = [];
  for (const instr of body) {
    let now = mapBodies(instr, (inner) => inlined(inner, single));
    for (let at = lastSet(made); at >= 0; at = lastSet(made)) {
      const joined = withOperand(now, made[at]!, single);
      if (joined === null) break;
      made.splice(at, 1);
      now = joined;
    }
    made.push(now);
  }
  return made;
};

/** The instruction in front, comments left aside, if it sets a local; else -1. */
const lastSet = (made: readonly Instr[]): number => {
  let at = made.length - 1;
  while (at >= 0 && made[at]!.kind === "Note") at--;
  const last = made[at];
  return last?.kind === "Op" && last.op === "local.set" && last.operands.length === 1 ? at : -1;
};

const withOperand = (instr: Instr, set: Instr, single: Single): Instr | null => {
  if (set.kind !== "Op") return null;
  const [name] = set.immediates;
  const [value] = set.operands;
  return single.has(name!) && isSmall(value!) ? replaced(instr, name!, value!) : null;
};

/** Small, and without locals that it sets itself. */
const isSmall = (value: Instr): boolean => {
  let size = 0;
  let sets = false;
  eachInstr([value], (instr) => {
    size++;
    if (instr.kind === "Op" && instr.op.startsWith("local.") && instr.op !== "local.get") sets = true;
  });
  return size <= LARGEST && !sets;
};

/** The instruction with the value for the local, if that is evaluated before all that has an effect; else null. */
const replaced = (instr: Instr, name: string, value: Instr): Instr | null => {
  if (instr.kind === "If") {
    const condition = replaced(instr.condition, name, value);
    return condition && { ...instr, condition };
  }
  if (instr.kind !== "Op") return null;
  if (instr.op === "local.get") return instr.immediates[0] === name ? value : null;
  for (const [i, operand] of instr.operands.entries()) {
    const found = replaced(operand, name, value);
    if (found !== null) return { ...instr, operands: instr.operands.with(i, found) };
    if (!isLeaf(operand)) return null;
  }
  return null;
};

const isLeaf = (instr: Instr): boolean =>
  instr.kind === "Op" && (instr.op === "local.get" || instr.op.endsWith(".const"));

const functions = rewrite<WatGrammar, WatGrammar>(Wat, Wat, {
  Function: {
    Function: (n) => {
      const body = inlined(n.body, singleIn(n.body));
      const used = usesIn(body, (op) => op.startsWith("local."));
      return { ...n, locals: n.locals.filter(({ name }) => used.has(`$${name}`)), body };
    },
  },
});

export const inlineOperands = pass({
  name: "inline-operands",
  purpose: "Puts what is computed for the next instruction alone into that instruction.",
  from: Wat,
  to: Wat,
  optional: true,
  run: (program) => right(functions.Program(program)),
});
