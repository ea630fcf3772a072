// An image as text: each instruction by its name, each operand as what it stands for.

import { type OperandKind, opcodeNames, shapeOf } from "../../ir/opcodes.ts";
import { type Operand, type Operation, showOperation } from "../../ir/operands.ts";
import { type Image, isLoneReference, loneRegister, memberForms, WORDS } from "./image.ts";

/** The instructions of an image, jumps going to the numbers of instructions: the reverse of `assemble`. */
export const operationsIn = (image: Image): readonly Operation[] =>
  Array.from(image.positions, (_, number) => {
    const at = number * WORDS;
    const op = opcodeNames[image.code[at]!]!;
    const operands = shapeOf(op).operands.map(({ kind }, i) => readers[kind](image, image.code[at + 1 + i]!));
    return { op, operands };
  });

/** A line for each function, and one for each of its instructions. */
export const disassemble = (image: Image): string => {
  const starts = new Map(image.functions.map((fn) => [fn.start, fn]));
  return operationsIn(image)
    .map((operation, number) => {
      const fn = starts.get(number);
      const head = fn
        ? `${fn.id} numbers=${fn.numbers} references=${fn.references} counts=${fn.counts}\n`
        : "";
      return `${head}  ${number} ${showOperation(operation)}\n`;
    })
    .join("");
};

type Reader = (image: Image, word: number) => Operand;

const plain: Reader = (_, word) => word;
const constantAt: Reader = ({ constants }, word) => constants[word] as bigint | number | string;

/** The operand that a word stands for, by its kind. */
const readers: Readonly<Record<OperandKind, Reader>> = {
  i: plain,
  f: plain,
  b: plain,
  n: plain,
  r: plain,
  to: (_, word) => word / WORDS,
  imm: plain,
  int: constantAt,
  float: constantAt,
  text: constantAt,
  function: ({ functions }, word) => functions[word]!.id,
  type: ({ structs }, word) => structs[word]!.id,
  variant: ({ variants, enums }, word) => {
    const { enum: number, tag } = variants[word]!;
    return { enum: enums[number]!.id, tag };
  },
  value: ({ values, functions }, word) => {
    const { label, entries, dynamic } = values[word]!;
    return { label, entries: entries.map((entry) => functions[entry]!.id), dynamic: functions[dynamic]!.id };
  },
  primitive: ({ primitives }, word) => primitives[word]!,
  args: ({ lists }, word) => {
    if (word < 0) {
      const lone = [loneRegister(word)];
      return isLoneReference(word) ? { numbers: [], references: lone } : { numbers: lone, references: [] };
    }
    const numbers = lists[word]!;
    const behind = word + 1 + numbers;
    return {
      numbers: [...lists.subarray(word + 1, behind)],
      references: [...lists.subarray(behind + 1, behind + 1 + lists[behind]!)],
    };
  },
  steps: ({ lists }, word) =>
    Array.from(lists.subarray(word + 1, word + 1 + lists[word]!), (step) =>
      step >= 0 ? { field: step } : { item: ~step },
    ),
  members: ({ lists, constants }, word) =>
    Array.from({ length: lists[word]! }, (_, i) => {
      const form = memberForms[lists[word + 1 + 2 * i]!]!;
      const number = lists[word + 2 + 2 * i]!;
      return form === "constant" ? { form, value: constants[number]! } : { form, register: number };
    }),
};
