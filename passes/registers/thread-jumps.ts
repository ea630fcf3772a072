// thread-jumps: jumps go where they lead in the end, if they are needed at all.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { shapeOf } from "../../ir/opcodes.ts";
import { Allocated } from "../../ir/register.ts";
import { oppositeOf } from "./conditions.ts";
import { targetOf, withTarget } from "./instructions.ts";
import type { AllocatedFunction, Do, Instruction } from "./nodes.ts";

type Code = readonly Instruction[];

/** Each step makes room for the others; more rounds than these gain next to nothing. */
const ROUNDS = 3;

/** The first instruction behind each label. */
const destinationsIn = (code: Code): ReadonlyMap<number, Do> => {
  const found = new Map<number, Do>();
  let next: Do | undefined;
  for (let i = code.length - 1; i >= 0; i--) {
    const node = code[i]!;
    if (node.kind === "Do") next = node;
    else if (next) found.set(node.label, next);
  }
  return found;
};

/** Where a jump to the label leads in the end: behind all jumps that are made always. */
const endOf = (label: number, destinations: ReadonlyMap<number, Do>, known: Map<number, number>): number => {
  const path: number[] = [];
  let end = label;
  for (;;) {
    const settled = known.get(end);
    if (settled !== undefined) {
      end = settled;
      break;
    }
    path.push(end);
    known.set(end, end);
    const next = destinations.get(end)?.operation;
    if (next?.op !== "jump") break;
    end = targetOf(next)!;
  }
  for (const each of path) known.set(each, end);
  return end;
};

/** A jump to a jump goes to its end; a jump to a return returns. */
const redirected = (code: Code): Code => {
  const destinations = destinationsIn(code);
  const known = new Map<number, number>();
  return code.map((node) => {
    const target = node.kind === "Do" ? targetOf(node.operation) : undefined;
    if (node.kind === "Label" || target === undefined) return node;
    const end = endOf(target, destinations, known);
    const there = destinations.get(end);
    if (node.operation.op === "jump" && there?.operation.op.startsWith("return.")) return there;
    return end === target ? node : { ...node, operation: withTarget(node.operation, end) };
  });
};

/** Without what stands between an end and the next label that something jumps to. */
const reachable = (code: Code): Code => {
  const wanted = new Set<number>();
  for (const node of code) {
    const target = node.kind === "Do" ? targetOf(node.operation) : undefined;
    if (target !== undefined) wanted.add(target);
  }
  let isReached = true;
  return code.filter((node) => {
    if (node.kind === "Label") {
      isReached ||= wanted.has(node.label);
      return wanted.has(node.label);
    }
    const isKept = isReached;
    if (shapeOf(node.operation.op).ends) isReached = false;
    return isKept;
  });
};

/** Whether a label stands at `i`, in a row of labels. */
const standsAt = (label: number | undefined, i: number, code: Code): boolean => {
  for (let node = code[i]; node?.kind === "Label"; node = code[++i]) if (node.label === label) return true;
  return false;
};

/** A jump that is made only to leave out another jump is its opposite; one to what comes next is none. */
const shortened = (code: Code): Code => {
  const short: Instruction[] = [];
  for (let i = 0; i < code.length; i++) {
    const node = code[i]!;
    const next = code[i + 1];
    const target = node.kind === "Do" ? targetOf(node.operation) : undefined;
    if (node.kind === "Label" || target === undefined) short.push(node);
    else if (standsAt(target, i + 1, code) && !shapeOf(node.operation.op).fails) continue;
    else if (next?.kind === "Do" && next.operation.op === "jump" && standsAt(target, i + 2, code)) {
      const opposite = oppositeOf(node.operation);
      short.push(opposite ? { ...node, operation: withTarget(opposite, targetOf(next.operation)!) } : node);
      if (opposite) i++;
    } else short.push(node);
  }
  return short;
};

const threaded = (fn: AllocatedFunction): AllocatedFunction => {
  let code = fn.code;
  for (let round = 0; round < ROUNDS; round++) code = shortened(reachable(redirected(code)));
  return { ...fn, code };
};

export const threadJumps = pass({
  name: "thread-jumps",
  purpose: "Leads jumps to their final targets.",
  from: Allocated,
  to: Allocated,
  optional: true,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(threaded) }),
});
