// What an instruction does with registers and labels.

import { type Access, type OperandKind, shapeOf } from "../../ir/opcodes.ts";
import type { Args, Member, Operand, Operation, Step } from "../../ir/operands.ts";
import type { RegisterKind } from "../../ir/register.ts";

const kinds: Partial<Readonly<Record<OperandKind, RegisterKind>>> = {
  i: "i",
  f: "n",
  b: "n",
  n: "n",
  r: "r",
};

/** The kind of register that an operand is, if it is one. */
export const registerKindOf = (kind: OperandKind): RegisterKind | undefined => kinds[kind];

type Visit = (register: number, access: Access, kind: RegisterKind | null) => void;

/** Visits the registers of an instruction. The kind of an argument is null: only its file is known. */
export const eachRegister = ({ op, operands }: Operation, visit: Visit): void => {
  const shapes = shapeOf(op).operands;
  for (let i = 0; i < shapes.length; i++) {
    const { kind, access } = shapes[i]!;
    const operand = operands[i]!;
    const own = kinds[kind];
    if (own !== undefined) visit(operand as number, access, own);
    else if (kind === "args") {
      for (const register of (operand as Args).numbers) visit(register, access, null);
      for (const register of (operand as Args).references) visit(register, access, "r");
    } else if (kind === "members") {
      for (const member of operand as readonly Member[]) {
        if (member.form !== "constant") visit(member.register, access, kindOfForm[member.form]);
      }
    } else if (kind === "steps") {
      for (const step of operand as readonly Step[]) if ("item" in step) visit(step.item, access, "i");
    }
  }
};
const kindOfForm = { int: "i", float: "n", bool: "n", reference: "r" } as const;

/** The instruction with other registers. */
export const withRegisters = (
  { op, operands }: Operation,
  renamed: (register: number) => number,
): Operation => {
  const rename = (operand: Operand, kind: OperandKind): Operand => {
    if (kinds[kind] !== undefined) return renamed(operand as number);
    if (kind === "args") {
      const { numbers, references } = operand as Args;
      return { numbers: numbers.map(renamed), references: references.map(renamed) };
    }
    if (kind === "steps") {
      const steps = operand as readonly Step[];
      return steps.map((step) => ("item" in step ? { item: renamed(step.item) } : step));
    }
    if (kind !== "members") return operand;
    return (operand as readonly Member[]).map((member) =>
      member.form === "constant" ? member : { ...member, register: renamed(member.register) },
    );
  };
  return { op, operands: shapeOf(op).operands.map(({ kind }, i) => rename(operands[i]!, kind)) };
};

/** Whether it only copies one register into another. */
export const isMove = ({ op }: Operation): boolean => op.startsWith("move.");

/** Where among its operands an instruction has the place that it may jump to; -1 if it is no jump. */
export const targetIndexOf = ({ op }: Operation): number =>
  shapeOf(op).operands.findIndex(({ kind }) => kind === "to");

/** The label that an instruction may jump to. */
export const targetOf = (operation: Operation): number | undefined => {
  const index = targetIndexOf(operation);
  return index < 0 ? undefined : (operation.operands[index] as number);
};

/** The jump with another target. */
export const withTarget = (operation: Operation, target: number): Operation => {
  const index = targetIndexOf(operation);
  return { op: operation.op, operands: operation.operands.map((each, i) => (i === index ? target : each)) };
};
