// For tests: source text as a program of this stage, and a function of it in few words.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import { Anf, type AnfGrammar } from "../../../ir/anf.ts";
import type { NodeOf } from "../../../ir/framework/language.ts";
import { verify } from "../../../ir/framework/verify.ts";
import type { Owned } from "../../../ir/owned.ts";
import type { Local } from "../../../ir/symbols.ts";
import { compile } from "../../../pipeline/compile.ts";
import { sourceOf } from "../../../pipeline/source.ts";
import { standard } from "../../../pipeline/standard.ts";
import { type AnyPass, passesOfStages } from "../../testing.ts";
import type { Atom, Block, Expr, Program, Stmt } from "../nodes.ts";

/** The passes of this stage, in order. */
export const passes: readonly AnyPass[] = passesOfStages("own");

/** The passes that a program cannot do without, and those that are named. */
export const passesWith = (...names: readonly string[]): readonly AnyPass[] =>
  passes.filter((each) => !each.optional || names.includes(each.name));

type AnyProgram = Parameters<AnyPass["run"]>[0];
type Simple = NodeOf<AnfGrammar, "Program">;

/** The program of a source text in Anf, or what is wrong with it. */
export const anfOf = (path: string, text: string): Either<string, Simple> => {
  const start = sourceOf(path, text);
  const { program, diagnostics } = compile({
    ...{ stages: standard, options: {}, start, until: "lower", points: [], verify: false },
  });
  return program && program.language === (Anf as unknown)
    ? right(program.program as unknown as Simple)
    : left(diagnostics.map(({ message }) => message).join("; "));
};

/** What some of these passes, in order, make of a program; verified. */
export const taken = (program: Simple, through: readonly AnyPass[]): Program => {
  const end = through.reduce<AnyProgram>(
    (now, { name, run, to }) => {
      const result = run(now, { options: {} });
      if (!isRight(result)) throw new Error(`${name}: ${JSON.stringify(result.left)}`);
      const verified = verify(to as typeof Owned, "Program", result.right);
      if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
      return result.right;
    },
    program as unknown as AnyProgram,
  );
  return end as unknown as Program;
};

/** A function of a program, from source text through some passes: a line for each statement. */
export const outline = (through: readonly AnyPass[], name: string, ...lines: readonly string[]) => {
  const anf = anfOf("a.fuse", [...lines, ""].join("\n"));
  if (isLeft(anf)) throw new Error(anf.left);
  const found = taken(anf.right, through).functions.find((fn) => fn.name === name);
  if (!found) throw new Error(`no function ${name}`);
  const params = found.params.map(({ local, borrowed }) => `${borrowed ? "&" : ""}${named(local)}`);
  return renumbered([`${name}(${params.join(", ")})`, ...blockLines(found.body)]);
};

const named = ({ name, id, kind }: Local): string => (kind === "temp" ? `${name}#${id}` : name);

/** Locals that passes made are numbered in the order in which they appear. */
const renumbered = (lines: readonly string[]): readonly string[] => {
  const numbers = new Map<string, number>();
  return lines.map((line) =>
    line.replace(/([a-z]+)(#\d+)/g, (_, name: string, id: string) => {
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
      return `${name}${numbers.get(id)}`;
    }),
  );
};

const atom = (node: Atom): string => {
  if (node.kind === "Local") return named(node.local);
  if (node.kind === "Text") return JSON.stringify(node.value);
  return "value" in node ? String(node.value) : node.kind === "FunctionValue" ? node.label : "null";
};

const list = (atoms: readonly Atom[]): string => atoms.map(atom).join(", ");

const expr = (node: Expr): string => {
  switch (node.kind) {
    case "Prim":
      return `${node.op}(${list(node.args)})`;
    case "Call":
      return `${node.function.split(":").at(-1)}(${list(node.args)})`;
    case "CallValue":
      return `${atom(node.callee)}(${list(node.args)})`;
    case "Closure":
      return `${node.label} with ${atom(node.captured)}`;
    case "JoinTexts":
      return `join(${list(node.pieces)})`;
    case "MakeStruct":
      return `struct${memory(node.memory)}(${list(node.values)})`;
    case "MakeVariant":
      return `variant${memory(node.memory)} ${node.tag}(${list(node.values)})`;
    case "MakeList":
      return `[${list(node.items)}]`;
    case "MakeMap":
      return `{${node.entries.map(({ key, value }) => `${atom(key)}: ${atom(value)}`).join(", ")}}`;
    case "GetField":
      return `${atom(node.base)}.${node.index}`;
    case "PartOfField":
      return `part ${atom(node.base)}.${node.index}`;
    case "PartOfItem":
      return `part ${atom(node.base)}[${atom(node.index)}]`;
    case "PartOfKey":
      return `part ${atom(node.base)}[${atom(node.key)}]`;
    case "IsVariant":
      return `${atom(node.base)} is ${node.tag}`;
    case "GetPayload":
      return `payload ${atom(node.base)}.${node.tag}.${node.index}`;
    case "Spawn":
      return `spawn ${node.function}(${node.args.map(atom).join(" ")})`;
    case "Unwrap":
      return `unwrap ${node.op}(${atom(node.base)})`;
    default:
      return atom(node);
  }
};
const memory = (token: Local | null): string => (token ? `@${named(token)}` : "");

const blockLines = ({ statements }: Block): readonly string[] =>
  statements.flatMap(stmt).map((line) => `  ${line}`);

const stmt = (node: Stmt): readonly string[] => {
  switch (node.kind) {
    case "Let":
      return [`let ${named(node.local)} = ${expr(node.value)}`];
    case "Assign":
      return [`${named(node.local)} = ${expr(node.value)}`];
    case "Do":
      return [expr(node.value)];
    case "Return":
      return [node.value ? `return ${expr(node.value)}` : "return"];
    case "If": {
      const otherwise = node.whenFalse ? ["else", ...blockLines(node.whenFalse)] : [];
      return [`if ${atom(node.condition)}`, ...blockLines(node.whenTrue), ...otherwise];
    }
    case "Loop": {
      const test = node.test.statements.length > 0 ? ["test", ...blockLines(node.test)] : [];
      const step = node.step.statements.length > 0 ? ["step", ...blockLines(node.step)] : [];
      return [...test, `while ${atom(node.condition)}`, ...blockLines(node.body), ...step];
    }
    case "StoreField":
      return [`${atom(node.base)}.${node.index} := ${atom(node.value)}`];
    case "StoreItem":
      return [`${atom(node.base)}[${atom(node.index)}] := ${atom(node.value)}`];
    case "StoreKey":
      return [`${atom(node.base)}[${atom(node.key)}] := ${atom(node.value)}`];
    case "Recycle":
      return [`${named(node.token)} = recycle ${named(node.local)}`];
    case "Break":
    case "Continue":
      return [node.kind.toLowerCase()];
    default:
      return [`${node.kind.toLowerCase()} ${named(node.local)}`];
  }
};
