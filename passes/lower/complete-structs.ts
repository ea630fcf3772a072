// complete-structs: struct literals have all fields, evaluated in the order that 03, 8.1 prescribes.

import { right } from "fp-ts/These";
import { Awaited, type AwaitedGrammar, Structures, type StructuresGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { Local } from "../../ir/symbols.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { bind, call, nothing, use } from "./build.ts";
import { type StructDecl, type Tables, tablesOf } from "./tables.ts";

type Expr = NodeOf<StructuresGrammar, "Expr">;
type Field = StructDecl["fields"][number];

interface Context extends Frame {
  readonly tables: Tables;
  /** Among them those that give defaults. */
  readonly functions: ReadonlyMap<string, NodeOf<AwaitedGrammar, "Function">>;
}

const body = rewrite<AwaitedGrammar, StructuresGrammar, Context>(Awaited, Structures, {
  Function: {
    Function: (n, to, context) => inFrame(n, context, to.Block),
  },
  Expr: {
    StructLiteral: (n, to, context) => {
      const declared = context.tables.structs.get(n.struct)!;
      const { fields } = declared;
      const indices = new Map(fields.map(({ name }, index) => [name, index]));
      const given = n.fields.map(({ name, value }) => ({
        index: indices.get(name.name)!,
        value: to.Expr(value, context),
      }));
      const written = new Set(given.map(({ index }) => index));
      const others = fields.flatMap((field, index) =>
        written.has(index) ? [] : [{ index, value: absent(field, declared, n.at, context) }],
      );
      return inOrder([...given, ...others], n.at, context, (values) => ({
        ...{ kind: "MakeStruct", at: n.at, type: n.type, struct: n.struct, values },
      }));
    },
  },
});

/** A field that is not given: its default, which is validated, or null. */
const absent = (
  { name, type, default: id }: Field,
  struct: StructDecl,
  at: number,
  { functions }: Context,
): Expr => {
  if (id === null) return nothing(type, at);
  const given = functions.get(id)!;
  const value = constantOf(given) ?? call(id, given.result, [], at);
  return { kind: "Validate", at, type, path: `${struct.name}.${name}`, value };
};

/** What the function gives, where that is a literal: then no call is needed. */
const constantOf = ({ body }: NodeOf<AwaitedGrammar, "Function">): Expr | null => {
  const [statement] = body.statements;
  const value = statement?.kind === "Return" ? statement.value : null;
  return value && value.kind !== "Local" && isStable(value) ? value : null;
};

interface Placed {
  readonly index: number;
  readonly value: Expr;
}

/** Values in the order of their evaluation, put into that of their places: bound before, where the orders differ. */
const inOrder = (
  placed: readonly Placed[],
  at: number,
  frame: Frame,
  make: (values: Expr[]) => Expr,
): Expr => {
  const values: Expr[] = [];
  const moving = placed.filter(({ value }) => !isStable(value));
  const sorted = moving.every(({ index }, i) => i === 0 || moving[i - 1]!.index < index);
  const bound: { readonly local: Local; readonly value: Expr }[] = [];
  for (const { index, value } of placed) {
    if (sorted || isStable(value)) values[index] = value;
    else {
      const local = fresh(frame, "field");
      bound.push({ local, value });
      values[index] = use(local, value.type, value.at);
    }
  }
  return bound.reduceRight<Expr>((body, { local, value }) => bind(local, value, body, at), make(values));
};

/** Evaluated earlier or later, it is the same: an expression changes no local. */
const isStable = <E extends { readonly kind: string }>(value: E): value is Extract<E, Stable> =>
  stableKinds.has(value.kind);

type Stable = { readonly kind: "Local" | "Int" | "Float" | "Bool" | "Text" | "Null" };
const stableKinds: ReadonlySet<string> = new Set(["Local", "Int", "Float", "Bool", "Text", "Null"]);

export const completeStructs = pass({
  name: "complete-structs",
  purpose: "Writes struct literals with all fields in the order of the declaration.",
  from: Awaited,
  to: Structures,
  run: (program) =>
    right(
      body.Program(program, {
        locals: 0,
        tables: tablesOf(program.types),
        functions: new Map(program.functions.map((fn) => [fn.id, fn])),
      }),
    ),
});
