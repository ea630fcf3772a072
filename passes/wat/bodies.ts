// Instructions within instructions: lists of them, and counts of what they use.

import type { Instr } from "./code.ts";

type Body = readonly Instr[];

/** The instruction with each list of instructions in it mapped; operands are left alone. */
export const mapBodies = (instr: Instr, map: (body: Body) => Body): Instr => {
  switch (instr.kind) {
    case "If":
      return { ...instr, whenTrue: map(instr.whenTrue), whenFalse: map(instr.whenFalse) };
    case "Block":
    case "Loop":
      return { ...instr, body: map(instr.body) };
    default:
      return instr;
  }
};

/** Visits all instructions, each before those within it. */
export const eachInstr = (body: Body, visit: (instr: Instr) => void): void => {
  for (const instr of body) {
    visit(instr);
    for (const inner of partsOf(instr)) eachInstr(inner, visit);
  }
};

const partsOf = (instr: Instr): readonly Body[] => {
  switch (instr.kind) {
    case "Op":
      return [instr.operands];
    case "If":
      return [[instr.condition], instr.whenTrue, instr.whenFalse];
    case "Block":
    case "Loop":
      return [instr.body];
    default:
      return [];
  }
};

/** How often each name is used by the operations that `counts` accepts: a local that is read, a label that is gone to. */
export const usesIn = (body: Body, counts: (op: string) => boolean): ReadonlyMap<string, number> => {
  const uses = new Map<string, number>();
  eachInstr(body, (instr) => {
    if (instr.kind !== "Op" || !counts(instr.op)) return;
    for (const name of instr.immediates) uses.set(name, (uses.get(name) ?? 0) + 1);
  });
  return uses;
};
