// For tests of this stage: small Inferred programs made by hand.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { FunctionInfo, ModuleInterface } from "../../ir/interfaces.ts";
import type { InferredGrammar } from "../../ir/typed.ts";
import { type Type, UNIT } from "../../ir/types.ts";

export { interfaceOf } from "../testing.ts";

export type Program = NodeOf<InferredGrammar, "Program">;
export type Module = NodeOf<InferredGrammar, "Module">;
export type Item = NodeOf<InferredGrammar, "Item">;
export type Expr = NodeOf<InferredGrammar, "Expr">;
type Block = NodeOf<InferredGrammar, "Block">;

/** A module; `at` of a capability is its number. */
export const moduleOf = (path: string, requires: readonly string[], ...items: readonly Item[]): Module => ({
  kind: "Module",
  at: 0,
  path,
  package: ".",
  text: "",
  comments: [],
  imports: [],
  requires: requires.map((name, at) => ({ kind: "Require", at, capability: { name, at } })),
  items,
});

export const programWith = (modules: readonly Module[], interfaces: readonly ModuleInterface[]): Program => ({
  kind: "Program",
  at: 0,
  modules,
  assets: [],
  interfaces,
});

/** A function without parameters that gives nothing, for its interface. */
export const functionInfo = (id: string, particular: Partial<FunctionInfo> = {}): FunctionInfo => ({
  id,
  name: id,
  kind: "function",
  self: null,
  typeParams: [],
  params: [],
  result: null,
  ...particular,
});

const blockOf = (values: readonly Expr[]): Block => ({
  kind: "Block",
  at: 0,
  statements: values.map((value) => ({ kind: "Do", at: value.at, value })),
});

/** An app of some expressions. */
export const app = (...values: readonly Expr[]): Item => ({
  kind: "App",
  at: 0,
  name: { name: "app", at: 0 },
  doc: null,
  locals: 0,
  body: blockOf(values),
});

/** An app of a transaction of some expressions. */
export const transaction = (at: number, ...values: readonly Expr[]): Item => ({
  kind: "App",
  at: 0,
  name: { name: "app", at: 0 },
  doc: null,
  locals: 0,
  body: { kind: "Block", at: 0, statements: [{ kind: "Transaction", at, body: blockOf(values) }] },
});

/** A function of some expressions. */
export const fn = (id: string, ...values: readonly Expr[]): Item => ({
  kind: "Function",
  at: 0,
  fn: {
    kind: "Fn",
    at: 0,
    id,
    name: { name: id, at: 0 },
    typeParams: [],
    self: null,
    locals: 0,
    params: [],
    result: UNIT,
    body: blockOf(values),
  },
});

export const callBuiltin = (at: number, name: string, ...args: readonly Expr[]): Expr => ({
  kind: "CallBuiltin",
  at,
  type: UNIT,
  name,
  args,
});

/** A call without arguments. */
export const call = (at: number, called: string, ...typeArgs: readonly Type[]): Expr => ({
  kind: "Call",
  at,
  type: UNIT,
  function: called,
  typeArgs,
  receiver: null,
  args: [],
});
