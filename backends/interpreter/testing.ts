// For tests: small programs by hand, and a host in memory.

import type { PrimitiveName } from "../../ir/primitives.ts";
import type { Local } from "../../ir/symbols.ts";
import { INT, type Type, UNIT } from "../../ir/types.ts";
import type { Variables } from "../../runtime/environment.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import { interpret } from "./interpret.ts";
import type { Block, Expr, ExprForm, Fn, Program, Step, Stmt } from "./program.ts";

/** Types of expressions are not looked at by the interpreter, so all have one; all stand in one place. */
const plain = { at: 1, type: INT };

export const slot = (id: number): Local => ({ id, name: `l${id}`, kind: "var" });
export const int = (value: number | bigint): Expr => ({ ...plain, kind: "Int", value: BigInt(value) });
export const float = (value: number): Expr => ({ ...plain, kind: "Float", value });
export const bool = (value: boolean): Expr => ({ ...plain, kind: "Bool", value });
export const text = (value: string): Expr => ({ ...plain, kind: "Text", value });
export const none: Expr = { ...plain, kind: "Null" };
export const local = (id: number): Expr => ({ ...plain, kind: "Local", local: slot(id) });
export const prim = (op: PrimitiveName, ...args: Expr[]): Expr => ({ ...plain, kind: "Prim", op, args });
export const call = (id: string, ...args: Expr[]): Expr => ({ ...plain, kind: "Call", function: id, args });
export const callValue = (callee: Expr, ...args: Expr[]): Expr => ({
  ...plain,
  kind: "CallValue",
  callee,
  args,
});
export const functionValue = (dynamic: string, ...entries: string[]): ExprForm<"FunctionValue"> => ({
  ...{ ...plain, kind: "FunctionValue", label: `<fn ${entries[0]}>`, entries, dynamic },
});
export const closure = (
  { label, entries, dynamic }: ExprForm<"FunctionValue">,
  captured: Expr,
): ExprForm<"Closure"> => ({ ...plain, kind: "Closure", label, entries, dynamic, captured });
export const choose = (condition: Expr, whenTrue: Expr, whenFalse: Expr): Expr => ({
  ...plain,
  kind: "Choose",
  condition,
  whenTrue,
  whenFalse,
});
export const bind = (id: number, value: Expr, body: Expr): Expr => ({
  ...plain,
  kind: "Bind",
  local: slot(id),
  value,
  body,
});
export const list = (...items: Expr[]): Expr => ({ ...plain, kind: "MakeList", items });
export const map = (entries: Readonly<Record<string, Expr>>): Expr => ({
  ...plain,
  kind: "MakeMap",
  entries: Object.entries(entries).map(([key, value]) => ({ kind: "Entry", at: 0, key: text(key), value })),
});
export const struct = (id: string, ...values: Expr[]): Expr => ({
  ...plain,
  kind: "MakeStruct",
  struct: id,
  values,
});
export const variant = (id: string, tag: number, ...values: Expr[]): Expr => ({
  ...plain,
  kind: "MakeVariant",
  enum: id,
  tag,
  values,
});
export const field = (base: Expr, index: number): Expr => ({ ...plain, kind: "GetField", base, index });
export const isVariant = (base: Expr, tag: number): Expr => ({ ...plain, kind: "IsVariant", base, tag });
export const payload = (base: Expr, tag: number, index: number): Expr => ({
  ...plain,
  kind: "GetPayload",
  base,
  tag,
  index,
});
/** The same expression at a position. */
export const positioned = (node: Expr, at: number): Expr => ({ ...node, at });

export const block = (...statements: Stmt[]): Block => ({ kind: "Block", at: 0, statements });
export const let_ = (id: number, value: Expr): Stmt => ({
  kind: "Let",
  at: 0,
  local: slot(id),
  type: INT,
  value,
});
export const assign = (id: number, value: Expr, ...steps: Step[]): Stmt => ({
  kind: "Assign",
  at: 0,
  local: slot(id),
  value,
  steps,
});
export const fieldAt = (index: number, optional = false): Step => ({
  kind: "FieldAt",
  at: 0,
  index,
  optional,
});
export const itemAt = (index: Expr): Step => ({ kind: "ItemAt", at: 0, index, optional: false });
export const keyAt = (key: Expr): Step => ({ kind: "KeyAt", at: 0, key, optional: false });
export const do_ = (value: Expr): Stmt => ({ kind: "Do", at: 0, value });
export const return_ = (value: Expr | null = null): Stmt => ({ kind: "Return", at: 0, value });
export const if_ = (condition: Expr, whenTrue: Stmt[], whenFalse: Stmt[] | null = null): Stmt => ({
  kind: "If",
  at: 0,
  condition,
  whenTrue: block(...whenTrue),
  whenFalse: whenFalse && block(...whenFalse),
});
export const loop = (condition: Expr, body: Stmt[], step: Stmt[] = []): Stmt => ({
  kind: "Loop",
  at: 0,
  condition,
  body: block(...body),
  step: block(...step),
});
export const break_: Stmt = { kind: "Break", at: 0 };
export const continue_: Stmt = { kind: "Continue", at: 0 };
/** Prints the text form of a value. */
export const print = (value: Expr): Stmt => do_(prim("host.print", prim("unknown.text", value)));

interface Traits {
  readonly params?: number;
  readonly types?: readonly Type[];
  readonly result?: Type;
  readonly counts?: Fn["counts"];
}
/** A function with twenty locals; its parameters are the first of them. */
export const fn = (id: string, traits: Traits, ...body: Stmt[]): Fn => ({
  kind: "Function",
  at: 0,
  id,
  name: id,
  path: `${id}.fuse`,
  suspends: false,
  counts: traits.counts ?? "nothing",
  params: Array.from({ length: traits.params ?? traits.types?.length ?? 0 }, (_, i) => ({
    kind: "Param",
    at: 0,
    local: slot(i),
    type: traits.types?.[i] ?? INT,
  })),
  result: traits.result ?? UNIT,
  locals: 20,
  body: block(...body),
});

type TypeDecl = Program["types"][number];
export const structType = (id: string, ...fields: string[]): TypeDecl => ({
  kind: "Struct",
  at: 0,
  id,
  name: id.slice(id.lastIndexOf(":") + 1),
  fields: fields.map((name) => ({ kind: "Field", at: 0, name, type: INT, default: null })),
});
export const enumType = (id: string, ...variants: string[]): TypeDecl => ({
  kind: "Enum",
  at: 0,
  id,
  name: id.slice(id.lastIndexOf(":") + 1),
  variants: variants.map((name) => ({ kind: "Variant", at: 0, name, payload: [] })),
});

export const program = (functions: readonly Fn[], types: readonly TypeDecl[] = []): Program => ({
  kind: "Program",
  at: 0,
  sources: [],
  types,
  functions,
  entries: [],
});

/** A host whose input is `lines`, and what was written to it. */
export const memoryHost = (lines: readonly string[] = [], variables: Variables = {}) => {
  const waiting = [...lines];
  const written: string[] = [];
  const output = bufferedOutput((bytes) => {
    written.push(Buffer.from(bytes).toString());
    return bytes.length;
  });
  const host = quietHost({ output, readLine: () => waiting.shift() ?? null, variables });
  return { host, written: () => written.join("") };
};

/** Runs `main` of a program: its outcome and what it printed. */
export const runMain = (
  tree: Program,
  lines: readonly string[] = [],
  variables: Variables = {},
): { readonly outcome: Outcome; readonly printed: string } => {
  const { host, written } = memoryHost(lines, variables);
  const outcome = interpret(tree, "main", host);
  return { outcome, printed: written() };
};

/** The code of a failure, the kind of any other outcome. */
export const codeOf = (outcome: Outcome): string =>
  outcome.kind === "failure" ? outcome.code : outcome.kind;

/** The lines that a program of one function prints, which must end well. */
export const printed = (statements: readonly Stmt[], types: readonly TypeDecl[] = []): readonly string[] => {
  const { outcome, printed } = runMain(program([fn("main", {}, ...statements)], types));
  if (outcome.kind !== "ended") throw new Error(JSON.stringify(outcome));
  return printed.split("\n").slice(0, -1);
};
