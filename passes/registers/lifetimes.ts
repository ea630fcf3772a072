// From where to where in the code of a function each register is in use.

import type { RegisterKind } from "../../ir/register.ts";
import { eachRegister, targetOf } from "./instructions.ts";
import type { Instruction, LinearFunction } from "./nodes.ts";

/** Instruction number `i` reads at point 2i and writes at 2i + 1; parameters are there from `ENTRY` on. */
export const ENTRY = -1;

export interface Lifetime {
  readonly kind: RegisterKind;
  readonly start: number;
  readonly end: number;
}

interface Seen {
  kind: RegisterKind | null;
  first: number;
  last: number;
}

/** A part of the code that a jump goes back to the start of; `outer` is the loop around it. */
interface Loop {
  readonly start: number;
  readonly end: number;
  readonly outer: Loop | null;
}

/** For each instruction the innermost loop that it is in. Loops are nested, because the program's are. */
const loopsOf = (code: readonly Instruction[]): readonly (Loop | null)[] => {
  const labels = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const [i, node] of code.entries()) {
    if (node.kind === "Label") labels.set(node.label, i);
    else {
      const start = labels.get(targetOf(node.operation) ?? -1);
      if (start !== undefined) ends.set(start, i);
    }
  }
  let loop: Loop | null = null;
  return code.map((_, i) => {
    while (loop !== null && loop.end < 2 * i) loop = loop.outer;
    const end = ends.get(i);
    if (end !== undefined) loop = { start: 2 * i, end: 2 * end + 1, outer: loop };
    return loop;
  });
};

const seenIn = ({ params, registers, code }: LinearFunction): readonly (Seen | undefined)[] => {
  const seen: (Seen | undefined)[] = new Array(registers).fill(undefined);
  const note = (register: number, point: number, kind: RegisterKind | null): void => {
    const known = seen[register];
    if (!known) seen[register] = { kind, first: point, last: point };
    else {
      known.kind ??= kind;
      known.first = Math.min(known.first, point);
      known.last = Math.max(known.last, point);
    }
  };
  for (const { register, kind } of params) note(register, ENTRY, kind);
  for (const [i, node] of code.entries()) {
    if (node.kind === "Label") continue;
    eachRegister(node.operation, (register, access, kind) => {
      if (access !== "write") note(register, 2 * i, kind);
      if (access !== "read") note(register, 2 * i + 1, kind);
    });
  }
  return seen;
};

/**
 * When each register is in use, by its number; undefined for one that never is. One that is there before a loop stays
 * until the loop is left. One that is read at a place above the one where it is written is written by the test at the
 * bottom of a loop: it stays for all of the outermost loop.
 */
export const lifetimesOf = (fn: LinearFunction): readonly (Lifetime | undefined)[] => {
  const loops = loopsOf(fn.code);
  const around = (point: number): Loop | null => loops[point >> 1] ?? null;
  return seenIn(fn).map((seen) => {
    if (!seen) return undefined;
    let { first: start, last: end } = seen;
    const readFirst = start !== ENTRY && start % 2 === 0;
    if (readFirst) {
      for (let loop = around(start); loop; loop = loop.outer) {
        start = loop.start;
        end = Math.max(end, loop.end);
      }
    }
    for (let loop = around(end); loop && loop.start > start; loop = loop.outer) {
      end = Math.max(end, loop.end);
    }
    return { kind: seen.kind ?? "n", start, end };
  });
};
