// Which instructions compute an expression.

import type { Opcode } from "../../ir/opcodes.ts";
import type { Args, Operand } from "../../ir/operands.ts";
import { argsOf, convert, loadInto, membersOf, registerOf } from "./atoms.ts";
import { formOf, resultClassOf } from "./forms.ts";
import type { Expr, ExprForm } from "./nodes.ts";
import { writePrimitive } from "./primitives.ts";
import type { Writer } from "./writer.ts";

/** Computes an expression into a register; `to` is null where its type has no value. */
export const writeExpression = (node: Expr, to: number | null, writer: Writer): Writer => {
  switch (node.kind) {
    case "Prim":
      return writePrimitive(node, to, writer);
    case "Call":
      return writeCall("call", node, node.function, argsOf(node.args, writer), to, writer);
    case "CallValue":
      return writeCallValue(node, to, writer);
    default:
      return to === null ? writer : writeValue(node, to, writer);
  }
};

const writeCall = (
  op: "call" | "call_value",
  { type, at }: ExprForm<"Call"> | ExprForm<"CallValue">,
  callee: Operand,
  args: Args,
  to: number | null,
  writer: Writer,
): Writer => {
  const result = to === null ? "nothing" : resultClassOf(type);
  const operands: readonly Operand[] = [callee, args];
  return writer.write(at, `${op}.${result}`, ...(to === null ? [] : [to]), ...operands);
};

/** The function value stands in one register, both as what is called and as the first argument. */
const writeCallValue = (node: ExprForm<"CallValue">, to: number | null, writer: Writer): Writer => {
  const callee = registerOf(node.callee, writer);
  const { numbers, references } = argsOf(node.args, writer);
  const args = { numbers, references: [callee, ...references] };
  return writeCall("call_value", node, callee, args, to, writer);
};

const writeValue = (
  node: Exclude<Expr, { readonly kind: "Prim" | "Call" | "CallValue" }>,
  to: number,
  writer: Writer,
): Writer => {
  const { at } = node;
  switch (node.kind) {
    case "MakeStruct":
      return writer.write(at, "struct.make", to, node.struct, membersOf(node.values, writer));
    case "MakeVariant": {
      const variant = { enum: node.enum, tag: node.tag };
      if (node.values.length === 0) return writer.write(at, "variant.plain", to, variant);
      return writer.write(at, "variant.make", to, variant, membersOf(node.values, writer));
    }
    case "JoinTexts":
      return writeJoined(node, to, writer);
    case "Spawn":
      return writer.write(at, "task.spawn", to, node.function, argsOf(node.args, writer));
    case "Closure": {
      const { label, entries, dynamic, captured } = node;
      const value = { label, entries, dynamic };
      return writer.write(at, "function.make", to, value, registerOf(captured, writer));
    }
    case "MakeList":
      return writer.write(at, "list.make", to, membersOf(node.items, writer));
    case "MakeMap": {
      const members = node.entries.flatMap(({ key, value }) => [key, value]);
      return writer.write(at, "map.make", to, membersOf(members, writer));
    }
    case "GetField":
      return writeRead("field.get", node, to, node.index, writer);
    case "GetPayload":
      return writeRead("payload.get", node, to, node.index, writer);
    case "IsVariant":
      return writer.write(at, "variant.is", to, registerOf(node.base, writer), node.tag);
    case "PartOfField":
      return writer.write(at, "field.part", to, registerOf(node.base, writer), node.index);
    case "PartOfItem":
      return writer.write(at, "list.part", to, registerOf(node.base, writer), registerOf(node.index, writer));
    case "PartOfKey":
      return writer.write(at, "map.part", to, registerOf(node.base, writer), registerOf(node.key, writer));
    case "Unwrap":
      return writeUnwrap(node, to, writer);
    default:
      return loadInto(node, to, writer);
  }
};

/** Texts of this machine share what they are made of: they are put together one by one. */
const writeJoined = ({ pieces, at }: ExprForm<"JoinTexts">, to: number, writer: Writer): Writer => {
  const texts = pieces.map((piece) => {
    const from = registerOf(piece, writer);
    if (formOf(piece.type) === "reference") return from;
    const text = writer.register();
    writer.write(at, "int.text", text, from);
    return text;
  });
  const before = texts.slice(0, -1).reduce((left, right) => {
    const both = writer.register();
    writer.write(at, "text.concat", both, left, right);
    return both;
  });
  return writer.write(at, "text.concat", to, before, texts.at(-1)!);
};

const writeRead = (
  op: "field.get" | "payload.get",
  { type, base, at }: ExprForm<"GetField"> | ExprForm<"GetPayload">,
  to: number,
  index: number,
  writer: Writer,
): Writer => writer.write(at, `${op}_${formOf(type)}`, to, registerOf(base, writer), index);

/** The content of an option is the option itself, so that the reference goes over as it is. */
const writeUnwrap = ({ op, type, base, at }: ExprForm<"Unwrap">, to: number, writer: Writer): Writer => {
  const from = registerOf(base, writer);
  const form = formOf(type);
  if (op === "option.get") return convert(to, form, from, "reference", at, writer);
  const opcode: Opcode = op === "result.ok_value" ? `result.take_ok_${form}` : "result.take_err";
  return writer.write(at, opcode, to, from);
};
