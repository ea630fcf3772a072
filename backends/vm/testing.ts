// For tests: small register programs by hand, and how they run.

import type { Opcode } from "../../ir/opcodes.ts";
import type { Operand } from "../../ir/operands.ts";
import { INT } from "../../ir/types.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { heap } from "../../runtime/values.ts";
import { assemble, type RegisterProgram } from "./assemble.ts";
import { runImage } from "./run-image.ts";

type Fn = RegisterProgram["functions"][number];
type Instruction = Fn["code"][number];
type TypeDecl = RegisterProgram["types"][number];

/** An instruction; where it stands is its number and 1, unless that is given. */
export type Line = readonly [op: Opcode, ...operands: Operand[]];

const instruction = ([op, ...operands]: Line, number: number, at: number): Instruction => ({
  kind: "At",
  at,
  number,
  operation: { op, operands },
});

export interface Traits {
  readonly params?: Fn["params"];
  readonly result?: Fn["result"];
  readonly counts?: Fn["counts"];
  /** False for a derived function: its instructions stand nowhere. */
  readonly placed?: boolean;
}

/** A function with eight registers of each file; jumps go to the numbers of lines. */
export const fn = (id: string, traits: Traits, ...lines: readonly Line[]): Fn => ({
  ...{ kind: "Function", at: 0, id, name: id, path: `${id}.fuse`, numbers: 8, references: 8 },
  counts: traits.counts ?? "nothing",
  params: traits.params ?? [],
  result: traits.result ?? "nothing",
  code: lines.map((line, i) => instruction(line, i, traits.placed === false ? 0 : i + 1)),
});

/** Parameters of the classes that the letters name: `i`, `n`, `r`. */
export const params = (classes: string): Fn["params"] => {
  let numbers = 0;
  let references = 0;
  return Array.from(classes, (kind) =>
    kind === "r"
      ? { kind, register: references++ }
      : { kind: kind === "i" ? ("i" as const) : ("n" as const), register: numbers++ },
  );
};

export const structType = (id: string, ...fields: string[]): TypeDecl => ({
  ...{ kind: "Struct", at: 0, id, name: id.slice(id.indexOf(":") + 1) },
  fields: fields.map((name) => ({ kind: "Field", at: 0, name, type: INT, default: null })),
});
export const enumType = (id: string, ...variants: string[]): TypeDecl => ({
  ...{ kind: "Enum", at: 0, id, name: id.slice(id.indexOf(":") + 1) },
  variants: variants.map((name) => ({ kind: "Variant", at: 0, name, payload: [] })),
});

export const program = (functions: readonly Fn[], types: readonly TypeDecl[] = []): RegisterProgram => ({
  ...{ kind: "Program", at: 0, sources: [], entries: [] },
  types,
  functions,
});

export interface Told {
  readonly outcome: Outcome;
  readonly printed: string;
  /** How many more objects there are afterwards, and how many containers were copied. */
  readonly live: number;
  readonly copies: number;
}

/** Runs the function `main` of a program. */
export const tell = (tree: RegisterProgram): Told => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString();
    return bytes.length;
  });
  const host = quietHost({ output });
  const { live, copies } = heap;
  const outcome = runImage(assemble(tree), "main", host);
  return { outcome, printed, live: heap.live - live, copies: heap.copies - copies };
};

const print = (form: "int" | "float" | "bool" | "reference", register: number): readonly Line[] => [
  ["prim_reference", 7, "unknown.text", [{ form, register }]],
  ["prim.nothing", "host.print", [{ form: "reference", register: 7 }]],
];
/** Lines that print the text form of what a register holds. */
export const printInt = (register: number): readonly Line[] => print("int", register);
export const printFloat = (register: number): readonly Line[] => print("float", register);
export const printBool = (register: number): readonly Line[] => print("bool", register);
export const printReference = (register: number): readonly Line[] => print("reference", register);

/** What the lines, and then the end of `main`, print; they must end properly and free what they make. */
export const printedBy = (lines: readonly Line[], types: readonly TypeDecl[] = []): readonly string[] => {
  const { outcome, printed, live } = tell(program([fn("main", {}, ...lines, ["return.nothing"])], types));
  if (outcome.kind !== "ended") throw new Error(JSON.stringify(outcome));
  if (live !== 0) throw new Error(`${live} objects are left`);
  return printed.split("\n").slice(0, -1);
};
