// Where the instructions of a function are written.

import type { Opcode } from "../../ir/opcodes.ts";
import type { Operand } from "../../ir/operands.ts";
import type { Instruction } from "./nodes.ts";

/** The code of a function that is being made, with registers and labels that nobody uses yet. Writing gives it back. */
export class Writer {
  readonly code: Instruction[] = [];
  private nextRegister: number;
  private nextLabel = 0;

  /** `registers`: so many are in use. */
  constructor(registers: number) {
    this.nextRegister = registers;
  }

  get registers(): number {
    return this.nextRegister;
  }

  register(): number {
    return this.nextRegister++;
  }

  label(): number {
    return this.nextLabel++;
  }

  write(at: number, op: Opcode, ...operands: readonly Operand[]): this {
    this.code.push({ kind: "Do", at, operation: { op, operands } });
    return this;
  }

  place(label: number, at: number): this {
    this.code.push({ kind: "Label", at, label });
    return this;
  }
}
