// allocate-registers: values that are not in use at the same time share the registers of the machine.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { Allocated, Linear, type RegisterKind } from "../../ir/register.ts";
import { isMove, withRegisters } from "./instructions.ts";
import { ENTRY, type Lifetime, lifetimesOf } from "./lifetimes.ts";
import type { AllocatedFunction, Do, Instruction, LinearFunction } from "./nodes.ts";

/** The registers of one file: those that are free serve values of their kind again. */
interface Files {
  readonly free: Readonly<Record<RegisterKind, number[]>>;
  numbers: number;
  references: number;
}

const unused = (kind: RegisterKind, files: Files): number =>
  kind === "r" ? files.references++ : files.numbers++;

/** The register that became free last, so that a copy takes that of the original if it can. */
const take = (kind: RegisterKind, files: Files): number => files.free[kind].pop() ?? unused(kind, files);

/** The values by the point at which something happens to them. */
const byPoint = (
  lifetimes: readonly (Lifetime | undefined)[],
  pointOf: (lifetime: Lifetime) => number,
): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const [value, lifetime] of lifetimes.entries()) {
    if (!lifetime) continue;
    const point = pointOf(lifetime);
    const there = found.get(point);
    if (there) there.push(value);
    else found.set(point, [value]);
  }
  return found;
};

/** Linear scan, after Poletto and Sarkar (1999): without spilling, since there are as many registers as are needed. */
const assign = (fn: LinearFunction, lifetimes: readonly (Lifetime | undefined)[]) => {
  const files: Files = { free: { i: [], n: [], r: [] }, numbers: 0, references: 0 };
  const registers: number[] = [];
  for (const { register, kind } of fn.params) registers[register] = unused(kind, files);
  const starts = byPoint(lifetimes, ({ start }) => start);
  const ends = byPoint(lifetimes, ({ end }) => end);
  const release = (point: number): void => {
    for (const value of ends.get(point) ?? []) files.free[lifetimes[value]!.kind].push(registers[value]!);
  };
  release(ENTRY);
  for (let point = 0; point < 2 * fn.code.length; point++) {
    // what is read last may give its register to what is written; what is written lives at least for that moment
    for (const value of starts.get(point) ?? []) {
      registers[value] = take(lifetimes[value]!.kind, files);
    }
    release(point);
  }
  const { numbers, references } = files;
  return { registers, numbers, references };
};

const isIdle = ({ operation }: Do): boolean =>
  isMove(operation) && operation.operands[0] === operation.operands[1];

const allocated = (fn: LinearFunction): AllocatedFunction => {
  const { registers, numbers, references } = assign(fn, lifetimesOf(fn));
  const code = fn.code.flatMap((node): readonly Instruction[] => {
    if (node.kind === "Label") return [node];
    const moved = { ...node, operation: withRegisters(node.operation, (register) => registers[register]!) };
    return isIdle(moved) ? [] : [moved];
  });
  const { at, id, name, path, counts, result } = fn;
  const params = fn.params.map((param) => ({ ...param, register: registers[param.register]! }));
  return {
    ...{ kind: "Function", at, id, name, path, counts, params, result },
    ...{ numbers, references, code },
  };
};

export const allocateRegisters = pass({
  name: "allocate-registers",
  purpose: "Lets values share the registers of the machine.",
  from: Linear,
  to: Allocated,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(allocated) }),
});
