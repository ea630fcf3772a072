// Which instructions compute a primitive operation.

import { type Opcode, opcodes, type ValueForm } from "../../ir/opcodes.ts";
import type { Operand } from "../../ir/operands.ts";
import type { ReturnedPrimitive } from "../../ir/owned.ts";
import { convert, loadInto, membersOf, move, registerOf } from "./atoms.ts";
import { formOf } from "./forms.ts";
import type { Atom, ExprForm } from "./nodes.ts";
import type { Writer } from "./writer.ts";

type Prim = ExprForm<"Prim">;

/** How an operation with instructions of its own chooses among them. */
type Choice =
  /** By the form of the result. */
  | "result"
  /** By the form of the last operand. */
  | "operand"
  /** It is none: the value in another form. */
  | "convert"
  /** The first operand, moved to the result, is changed in place. */
  | "update";

const choices: Partial<Readonly<Record<ReturnedPrimitive, Choice>>> = {
  "list.get": "result",
  "map.read": "result",
  "map.value_at": "result",
  "result.ok_value": "result",
  "list.append": "operand",
  "result.ok": "operand",
  "map.put": "update",
  "option.some": "convert",
  "option.get": "convert",
  "union.as": "convert",
  "union.of": "convert",
  "unknown.of": "convert",
  "unknown.as": "convert",
};

const isOpcode = (name: string): name is Opcode => Object.hasOwn(opcodes, name);

const last = (args: readonly Atom[]): Atom => args.at(-1)!;

/** The instruction of the operation for values of a form. */
const inForm = (op: string, form: ValueForm): Opcode => `${op}_${form}` as Opcode;

/** Computes the operation into a register; `to` is null where its type has no value. */
export const writePrimitive = (node: Prim, to: number | null, writer: Writer): Writer => {
  const { op, args, at } = node;
  if (op === "fail") return writer.write(at, op, ...registersOf(args, writer));
  if (op === "time.sleep") return writer.write(at, op, ...registersOf(args, writer));
  if (to === null) return writer.write(at, "prim.nothing", op, membersOf(args, writer));
  if (op === "option.none") return writer.write(at, "const.null", to);
  if (op === "unknown.call") return writeCall(node, to, writer);
  return writeValue(node, to, writer);
};

/** The callee is the first argument, too. */
const writeCall = ({ args, at }: Prim, to: number, writer: Writer): Writer => {
  const references = args.map((arg) => registerOf(arg, writer));
  return writer.write(at, "call.dynamic", to, references[0]!, { numbers: [], references });
};

const registersOf = (args: readonly Atom[], writer: Writer): readonly Operand[] =>
  args.map((arg) => registerOf(arg, writer));

const writeValue = ({ op, args, type, at }: Prim, to: number, writer: Writer): Writer => {
  const choice = choices[op];
  const form = formOf(type);
  if (choice === "result") return writer.write(at, inForm(op, form), to, ...registersOf(args, writer));
  if (choice === "operand")
    return writer.write(at, inForm(op, formOf(last(args).type)), to, ...registersOf(args, writer));
  if (choice === "convert") return converted(args[0]!, to, form, at, writer);
  if (choice === "update") {
    const [container, ...others] = registersOf(args, writer);
    const opcode = inForm(op, formOf(last(args).type));
    return move(to, container as number, form, at, writer).write(at, opcode, to, ...others);
  }
  if (isOpcode(op)) return writer.write(at, op, to, ...registersOf(args, writer));
  return writer.write(at, inForm("prim", form), to, op, membersOf(args, writer));
};

const converted = (atom: Atom, to: number, form: ValueForm, at: number, writer: Writer): Writer => {
  const source = formOf(atom.type);
  if (source === form) return loadInto(atom, to, writer);
  return convert(to, form, registerOf(atom, writer), source, at, writer);
};
