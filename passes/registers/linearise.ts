// linearise: statements become instructions that run in a row, with jumps between them.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { traverse } from "../../ir/framework/rewrite.ts";
import type { Opcode } from "../../ir/opcodes.ts";
import { Owned, type OwnedGrammar } from "../../ir/owned.ts";
import { Linear, type Parameter } from "../../ir/register.ts";
import { plain, type Type } from "../../ir/types.ts";
import { registerOf } from "./atoms.ts";
import { writeExpression } from "./expressions.ts";
import { formOf, isCounted, isNothing, kindOf, resultClassOf } from "./forms.ts";
import type { Atom, Block, Expr, LinearFunction, Owned as OwnedNode, Stmt, StmtForm } from "./nodes.ts";
import { Writer } from "./writer.ts";

/** The types of the locals of a function, by id. */
type Types = Map<number, Type>;

const types = traverse<OwnedGrammar, Types>(Owned, {
  Param: { Param: ({ local, type }, _, found) => void found.set(local.id, type) },
  Stmt: { Let: ({ local, type }, _, found) => void found.set(local.id, type) },
});

/** A function on its way: a local's register has the number of its id. */
interface Context {
  readonly writer: Writer;
  readonly types: Types;
  /** Where `continue` and `break` go to. */
  readonly next: number;
  readonly end: number;
}

const writeBlock = ({ statements }: Block, context: Context): Writer => {
  for (const statement of statements) writeStatement(statement, context);
  return context.writer;
};

const writeStatement = (node: Stmt, context: Context): Writer => {
  const { writer } = context;
  const { at } = node;
  switch (node.kind) {
    case "Let":
    case "Assign":
      return writeInto(node.value, node.local.id, writer);
    case "Do":
      return writeEffect(node.value, writer);
    case "If":
      return writeIf(node, context);
    case "Loop":
      return writeLoop(node, context);
    case "Break":
      return writer.write(at, "jump", context.end);
    case "Continue":
      return writer.write(at, "jump", context.next);
    case "Return":
      return writeReturn(node, writer);
    case "Unique":
      return writer.write(at, "unique", node.local.id);
    case "StoreField": {
      const op: Opcode = `field.set_${formOf(node.value.type)}`;
      return writer.write(at, op, registerOf(node.base, writer), node.index, registerOf(node.value, writer));
    }
    case "StoreItem":
      return writeStore("list", node, node.index, writer);
    case "StoreKey":
      return writeStore("map", node, node.key, writer);
    case "Dup":
      return writeCount("dup", node, context);
    case "Drop":
    case "Recycle":
      return writeCount("drop", node, context);
  }
};

/** What has no value leaves Unit in the register. */
const writeInto = (value: Expr, to: number, writer: Writer): Writer => {
  if (!isNothing(value.type)) return writeExpression(value, to, writer);
  return writeExpression(value, null, writer).write(value.at, "const.unit", to);
};

const writeEffect = (value: Expr, writer: Writer): Writer =>
  writeExpression(value, isNothing(value.type) ? null : writer.register(), writer);

const writeStore = (
  container: "list" | "map",
  { base, value, at }: StmtForm<"StoreItem"> | StmtForm<"StoreKey">,
  place: Atom,
  writer: Writer,
): Writer => {
  const operands = [base, place, value].map((atom) => registerOf(atom, writer));
  return writer.write(at, `${container}.set_${formOf(value.type)}`, ...operands);
};

const writeCount = (
  op: "dup" | "drop",
  { local, at }: StmtForm<"Dup"> | StmtForm<"Drop"> | StmtForm<"Recycle">,
  { types, writer }: Context,
): Writer => {
  const type = types.get(local.id)!;
  if (!isCounted(type)) return writer;
  return writer.write(at, plain(type).kind === "Enum" ? `${op}.variant` : op, local.id);
};

const writeIf = ({ condition, whenTrue, whenFalse, at }: StmtForm<"If">, context: Context): Writer => {
  const { writer } = context;
  const otherwise = writer.label();
  writer.write(at, "jump.false", registerOf(condition, writer), otherwise);
  writeBlock(whenTrue, context);
  if (whenFalse === null) return writer.place(otherwise, at);
  const end = writer.label();
  writer.write(at, "jump", end).place(otherwise, at);
  return writeBlock(whenFalse, context).place(end, at);
};

/** The test stands at the bottom, so that a round has one jump. */
const writeLoop = ({ test, condition, body, step, at }: StmtForm<"Loop">, context: Context): Writer => {
  const { writer } = context;
  const [round, next, entry, end] = [writer.label(), writer.label(), writer.label(), writer.label()];
  writer.write(at, "jump", entry).place(round, at);
  writeBlock(body, { ...context, next, end }).place(next, at);
  writeBlock(step, context).place(entry, at);
  writeBlock(test, context);
  return writer.write(at, "jump.true", registerOf(condition, writer), round).place(end, at);
};

const writeReturn = ({ value, at }: StmtForm<"Return">, writer: Writer): Writer => {
  if (value === null || isNothing(value.type)) {
    return (value ? writeExpression(value, null, writer) : writer).write(at, "return.nothing");
  }
  const register = value.kind === "Local" ? value.local.id : writer.register();
  if (value.kind !== "Local") writeExpression(value, register, writer);
  return writer.write(at, `return.${resultClassOf(value.type)}`, register);
};

const parameterOf = ({ local, type }: OwnedNode<"Param">): Parameter => ({
  kind: kindOf(formOf(type)),
  register: local.id,
});

/** A function that gives nothing may end without a `Return`; behind the end of any other nothing is ever reached. */
const linear = (fn: OwnedNode<"Function">): LinearFunction => {
  const { at, id, name, path, counts, params, result, locals, body } = fn;
  const found: Types = new Map();
  types.Function(fn, found);
  const writer = new Writer(locals);
  writeBlock(body, { writer, types: found, next: -1, end: -1 }).write(at, "return.nothing");
  const { registers, code } = writer;
  return {
    ...{ kind: "Function", at, id, name, path, counts, params: params.map(parameterOf) },
    ...{ result: resultClassOf(result), registers, code },
  };
};

export const linearise = pass({
  name: "linearise",
  purpose: "Writes statements as instructions in a row.",
  from: Owned,
  to: Linear,
  run: ({ functions, ...program }) => right({ ...program, functions: functions.map(linear) }),
});
