// The operands of instructions: their values, how they are printed and how they are written in dumps.

import { type Opcode, type OperandKind, opcodes, shapeOf, type ValueForm } from "./opcodes.ts";
import { type PrimitiveName, primitives } from "./primitives.ts";

/** Arguments of a call: number registers and reference registers, each in the order of the parameters. */
export interface Args {
  readonly numbers: readonly number[];
  readonly references: readonly number[];
}

/** A value made of a register in which it stands in that form, or of a constant. */
export type Member =
  | { readonly form: ValueForm; readonly register: number }
  | { readonly form: "constant"; readonly value: Constant };
/** Into the field of that number, or to the item at the index in a register. */
export type Step = { readonly field: number } | { readonly item: number };
/** A constant value; an Int is a bigint, a Float a number. */
export type Constant = bigint | number | boolean | string | null;

export interface VariantId {
  readonly enum: string;
  readonly tag: number;
}

/** A function as a value: see `FunctionValue` in `derived.ts`. */
export interface FunctionId {
  readonly label: string;
  readonly entries: readonly string[];
  readonly dynamic: string;
}

/** The value of an operand of each kind. */
export interface Operands {
  readonly i: number;
  readonly f: number;
  readonly b: number;
  readonly n: number;
  readonly r: number;
  readonly to: number;
  readonly imm: number;
  readonly int: bigint;
  readonly float: number;
  readonly text: string;
  readonly function: string;
  readonly type: string;
  readonly variant: VariantId;
  readonly value: FunctionId;
  readonly primitive: PrimitiveName;
  readonly args: Args;
  readonly members: readonly Member[];
  readonly steps: readonly Step[];
}
export type Operand = Operands[OperandKind];

/** An instruction: operands as the opcode's shape says. */
export interface Operation {
  readonly op: Opcode;
  readonly operands: readonly Operand[];
}

/** What is to be known of a kind of operands. `read` gives undefined for JSON that is none. */
interface OperandCodec<A> {
  readonly is: (u: unknown) => u is A;
  readonly show: (value: A) => string;
  readonly write: (value: A) => unknown;
  readonly read: (json: unknown) => A | undefined;
}

const readFloat = (json: unknown): number | undefined =>
  typeof json !== "string" ? undefined : json === "-0" ? -0 : Number(json);
const showFloat = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
const readInt = (json: unknown): bigint | undefined =>
  typeof json === "string" && /^-?\d+n$/.test(json) ? BigInt(json.slice(0, -1)) : undefined;

/** What is written as it stands. */
const plain = <A>(is: (u: unknown) => u is A, show: (value: A) => string): OperandCodec<A> => ({
  is,
  show,
  write: (value) => value,
  read: (json) => (is(json) ? json : undefined),
});

const isNatural = (u: unknown): u is number => Number.isInteger(u) && (u as number) >= 0;
const isWord32 = (u: unknown): u is number => typeof u === "number" && (u | 0) === u;
const isText = (u: unknown): u is string => typeof u === "string";
const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === "object" && u !== null;
const isListOf =
  <A>(is: (u: unknown) => u is A) =>
  (u: unknown): u is readonly A[] =>
    Array.isArray(u) && u.every(is);

const number = plain(isNatural, (value) => `n${value}`);
const reference = plain(isNatural, (value) => `r${value}`);
const id = plain(isText, (value) => value);

const isArgs = (u: unknown): u is Args =>
  isRecord(u) && isListOf(isNatural)(u.numbers) && isListOf(isNatural)(u.references);
const showArgs = ({ numbers, references }: Args): string =>
  `(${[...numbers.map(number.show), ...references.map(reference.show)].join(" ")})`;

const isVariantId = (u: unknown): u is VariantId => isRecord(u) && isText(u.enum) && isNatural(u.tag);
const isFunctionId = (u: unknown): u is FunctionId =>
  isRecord(u) && isText(u.label) && isListOf(isText)(u.entries) && isText(u.dynamic);

const formsOfMembers: ReadonlySet<unknown> = new Set(["int", "float", "bool", "reference"]);
const isConstant = (u: unknown): u is Constant =>
  u === null || ["bigint", "number", "boolean", "string"].includes(typeof u);
const isMember = (u: unknown): u is Member =>
  isRecord(u) &&
  (u.form === "constant" ? isConstant(u.value) : formsOfMembers.has(u.form) && isNatural(u.register));

const isStep = (u: unknown): u is Step => isRecord(u) && isNatural("item" in u ? u.item : u.field);
const showStep = (step: Step): string => ("field" in step ? `.${step.field}` : `[${number.show(step.item)}]`);

const showConstant = (value: Constant): string =>
  typeof value === "number" && Number.isInteger(value)
    ? `${showFloat(value)}.0`
    : typeof value === "string"
      ? JSON.stringify(value)
      : String(value);
const showMember = (member: Member): string => {
  if (member.form === "constant") return showConstant(member.value);
  return member.form === "reference"
    ? reference.show(member.register)
    : `${member.form}:${number.show(member.register)}`;
};

/** Ints and Floats as tagged texts, because JSON has no exact ones. */
const writeConstant = (value: Constant): unknown =>
  typeof value === "bigint"
    ? { int: `${value}n` }
    : typeof value === "number"
      ? { float: showFloat(value) }
      : value;
const readConstant = (json: unknown): Constant | undefined => {
  if (!isRecord(json)) return isConstant(json) && typeof json !== "number" ? json : undefined;
  return "int" in json ? readInt(json.int) : readFloat(json.float);
};
const writeMember = (member: Member): unknown =>
  member.form === "constant" ? { form: "constant", value: writeConstant(member.value) } : member;
const readMember = (json: unknown): Member | undefined => {
  if (!isRecord(json) || json.form !== "constant") return isMember(json) ? json : undefined;
  const value = readConstant(json.value);
  return value === undefined ? undefined : { form: "constant", value };
};
const readMembers = (json: unknown): readonly Member[] | undefined => {
  if (!Array.isArray(json)) return undefined;
  const members = json.map(readMember);
  return members.every((member) => member !== undefined) ? members : undefined;
};

const codecs: { readonly [K in OperandKind]: OperandCodec<Operands[K]> } = {
  i: number,
  f: number,
  b: number,
  n: number,
  r: reference,
  to: plain(isNatural, (value) => `->${value}`),
  imm: plain(isWord32, String),
  int: {
    is: (u): u is bigint => typeof u === "bigint",
    show: String,
    write: (value) => `${value}n`,
    read: readInt,
  },
  float: {
    is: (u): u is number => typeof u === "number",
    show: showFloat,
    write: showFloat,
    read: readFloat,
  },
  text: plain(isText, (value) => JSON.stringify(value)),
  function: id,
  type: id,
  variant: plain(isVariantId, (value) => `${value.enum}/${value.tag}`),
  value: plain(isFunctionId, ({ label, entries }) => `${label}[${entries.join(" ")}]`),
  primitive: plain(
    (u): u is PrimitiveName => isText(u) && Object.hasOwn(primitives, u),
    (value) => value,
  ),
  args: plain(isArgs, showArgs),
  members: {
    is: isListOf(isMember),
    show: (members) => `[${members.map(showMember).join(" ")}]`,
    write: (members) => members.map(writeMember),
    read: readMembers,
  },
  steps: plain(isListOf(isStep), (steps) => steps.map(showStep).join("")),
};
const codecOf = (kind: OperandKind): OperandCodec<Operand> => codecs[kind] as OperandCodec<Operand>;

/** Whether a value is an instruction whose operands fit its opcode. */
export const isOperation = (u: unknown): u is Operation => {
  if (!isRecord(u)) return false;
  const { op, operands } = u;
  if (!isText(op) || !Object.hasOwn(opcodes, op) || !Array.isArray(operands)) return false;
  const shapes = shapeOf(op as Opcode).operands;
  return shapes.length === operands.length && shapes.every(({ kind }, i) => codecOf(kind).is(operands[i]));
};

/** `int.add n3 n1 n2`. */
export const showOperation = ({ op, operands }: Operation): string =>
  [op, ...shapeOf(op).operands.map(({ kind }, i) => codecOf(kind).show(operands[i]!))].join(" ");

/** As JSON: a list of the opcode and the operands. */
export const writeOperation = ({ op, operands }: Operation): readonly unknown[] => [
  op,
  ...shapeOf(op).operands.map(({ kind }, i) => codecOf(kind).write(operands[i]!)),
];

/** Reads what `writeOperation` wrote; undefined for anything else. */
export const readOperation = (json: unknown): Operation | undefined => {
  if (!Array.isArray(json)) return undefined;
  const [op, ...words] = json as readonly unknown[];
  if (!isText(op) || !Object.hasOwn(opcodes, op)) return undefined;
  const shapes = shapeOf(op as Opcode).operands;
  if (words.length !== shapes.length) return undefined;
  const operands = shapes.map(({ kind }, i) => codecOf(kind).read(words[i]));
  const known = operands.filter((operand) => operand !== undefined);
  return known.length === operands.length ? { op: op as Opcode, operands: known } : undefined;
};
