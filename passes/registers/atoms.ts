// Atoms as operands: registers, members, arguments.

import type { ValueForm } from "../../ir/opcodes.ts";
import type { Args, Member } from "../../ir/operands.ts";
import { formOf } from "./forms.ts";
import type { Atom } from "./nodes.ts";
import type { Writer } from "./writer.ts";

const isWord32 = (value: bigint): boolean => BigInt.asIntN(32, value) === value;

/** Puts a value into a register of its form. */
export const loadInto = (atom: Atom, to: number, writer: Writer): Writer => {
  const { at } = atom;
  switch (atom.kind) {
    case "Local":
      return move(to, atom.local.id, formOf(atom.type), at, writer);
    case "Int":
      return isWord32(atom.value)
        ? writer.write(at, "const.int", to, Number(atom.value))
        : writer.write(at, "const.int_large", to, atom.value);
    case "Float":
      return writer.write(at, "const.float", to, atom.value);
    case "Bool":
      return writer.write(at, "const.bool", to, Number(atom.value));
    case "Text":
      return writer.write(at, "const.text", to, atom.value);
    case "Null":
      return writer.write(at, "const.null", to);
    case "Unit":
      return writer.write(at, "const.unit", to);
    case "FunctionValue": {
      const { label, entries, dynamic } = atom;
      return writer.write(at, "const.function", to, { label, entries, dynamic });
    }
  }
};

/** The register that holds a value: that of a local, or one into which the constant is put. */
export const registerOf = (atom: Atom, writer: Writer): number => {
  if (atom.kind === "Local") return atom.local.id;
  const register = writer.register();
  loadInto(atom, register, writer);
  return register;
};

/** Arguments in the order of the parameters. */
export const argsOf = (atoms: readonly Atom[], writer: Writer): Args => {
  const numbers: number[] = [];
  const references: number[] = [];
  for (const atom of atoms) {
    const file = formOf(atom.type) === "reference" ? references : numbers;
    file.push(registerOf(atom, writer));
  }
  return { numbers, references };
};

const memberOf = (atom: Atom, writer: Writer): Member => {
  switch (atom.kind) {
    case "Int":
    case "Float":
    case "Bool":
    case "Text":
      return { form: "constant", value: atom.value };
    case "Null":
      return { form: "constant", value: null };
    default:
      return { form: formOf(atom.type), register: registerOf(atom, writer) };
  }
};

/** The members of what is made of these values. */
export const membersOf = (atoms: readonly Atom[], writer: Writer): readonly Member[] =>
  atoms.map((atom) => memberOf(atom, writer));

const moves = {
  int: "move.int",
  float: "move.number",
  bool: "move.number",
  reference: "move.reference",
} as const;

/** Copies a register into another one of the same form. */
export const move = (to: number, from: number, form: ValueForm, at: number, writer: Writer): Writer =>
  writer.write(at, moves[form], to, from);

/** From a register of one form into one of another: of two different ones one is always a reference. */
export const convert = (
  to: number,
  target: ValueForm,
  from: number,
  source: ValueForm,
  at: number,
  writer: Writer,
): Writer => {
  if (target === source) return move(to, from, source, at, writer);
  if (source !== "reference") return writer.write(at, `box.${source}`, to, from);
  return target === "reference" ? writer : writer.write(at, `unbox.${target}`, to, from);
};
