// For tests: linear code written as it is printed, and passes applied to it.

import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { Pass } from "../../ir/framework/pass.ts";
import { verify } from "../../ir/framework/verify.ts";
import { type Opcode, type OperandKind, shapeOf } from "../../ir/opcodes.ts";
import { type Operand, type Operation, showOperation } from "../../ir/operands.ts";
import type { LinearGrammar, Parameter, RegisterGrammar } from "../../ir/register.ts";
import { eachRegister } from "./instructions.ts";
import type { AllocatedFunction, Instruction, LinearFunction } from "./nodes.ts";

type Code = readonly (Instruction | NodeOf<RegisterGrammar, "Instruction">)[];
type Program = NodeOf<LinearGrammar, "Program">;

const numberIn = (word: string): number => Number(/-?\d+$/.exec(word)![0]);
const registersIn = (words: string, file: "n" | "r"): readonly number[] =>
  (words.match(/[nr]\d+/g) ?? []).filter((word) => word.startsWith(file)).map(numberIn);

const readOperand = (word: string, kind: OperandKind): Operand => {
  switch (kind) {
    case "text":
    case "function":
      return word.replaceAll('"', "");
    case "float":
      return Number(word);
    case "args":
      return { numbers: registersIn(word, "n"), references: registersIn(word, "r") };
    case "members":
      return registersIn(word, "r").map((register) => ({ form: "reference", register }));
    case "steps":
      return (word.match(/\.\d+|n\d+/g) ?? []).map((step) =>
        step.startsWith(".") ? { field: numberIn(step) } : { item: numberIn(step) },
      );
    default:
      return numberIn(word);
  }
};

const readOperation = (line: string): Operation => {
  const [op, ...words] = line.match(/\([^)]*\)|\[[^\]]*\]|\S+/g)! as [Opcode, ...string[]];
  return { op, operands: shapeOf(op).operands.map(({ kind }, i) => readOperand(words[i]!, kind)) };
};

/** A line is an instruction as it is printed, or a label as `3:`. Its position is its number. */
const readLine = (line: string, at: number): Instruction =>
  /^\d+:$/.test(line)
    ? { kind: "Label", at, label: Number.parseInt(line, 10) }
    : { kind: "Do", at, operation: readOperation(line) };

/** The code as it would be written. */
export const linesOf = (code: Code): readonly string[] =>
  code.map((node) => (node.kind === "Label" ? `${node.label}:` : showOperation(node.operation)));

/** Parameters such as `i0 r1`: the kind of each and its register. */
const readParameters = (words: string): readonly Parameter[] =>
  words
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => ({ kind: word[0] as Parameter["kind"], register: numberIn(word) }));

/** A function of linear code. */
export const linearFunction = (params: string, ...lines: readonly string[]): LinearFunction => {
  const code = lines.map(readLine);
  let registers = readParameters(params).length;
  for (const node of code) {
    if (node.kind === "Do") {
      eachRegister(node.operation, (register) => {
        registers = Math.max(registers, register + 1);
      });
    }
  }
  const head = { kind: "Function", at: 0, id: "a:f", name: "f", path: "a", counts: "nothing" } as const;
  return { ...head, params: readParameters(params), result: "nothing", registers, code };
};

/** The function behind a pass; verified. */
export const passed = <A, B>(
  { name, to, run }: Pass<A, B>,
  fn: LinearFunction | AllocatedFunction,
): { readonly code: Code; readonly numbers?: number; readonly references?: number } => {
  const program: Omit<Program, "functions"> = { kind: "Program", at: 0, sources: [], types: [], entries: [] };
  const result = run({ ...program, functions: [fn] } as never, { options: {} });
  if (!isRight(result)) throw new Error(name);
  const verified = verify(to as never, "Program" as never, result.right);
  if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
  return (result.right as unknown as { readonly functions: readonly [AllocatedFunction] }).functions[0];
};

/** The lines of linear code behind a pass. */
export const after = (
  pass: Pass<LinearGrammar, LinearGrammar>,
  params: string,
  ...lines: readonly string[]
): readonly string[] => linesOf(passed(pass, linearFunction(params, ...lines)).code);
