// complete-structs: struct literals have all fields, evaluated in the order that 03, 8.1 prescribes.

import { right } from "fp-ts/These";
import { Structures, type StructuresGrammar, Values, type ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import type { Local } from "../../ir/symbols.ts";
import type { Type } from "../../ir/types.ts";
import { bind, call, nothing, use } from "./build.ts";
import { type Frame, fresh } from "./fresh.ts";
import { type StructDecl, type Tables, tablesOf } from "./tables.ts";

type Expr = NodeOf<StructuresGrammar, "Expr">;
type Field = StructDecl["fields"][number];

interface Context extends Frame {
  readonly tables: Tables;
  /** The types of what the functions of defaults give. */
  readonly results: ReadonlyMap<string, Type>;
}

const body = rewrite<ValuesGrammar, StructuresGrammar, Context>(Values, Structures, {
  Function: {
    Function: (n, to, context) => {
      const own = { ...context, locals: n.locals };
      const body = to.Block(n.body, own);
      return { ...n, body, locals: own.locals };
    },
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
const absent = ({ name, type, default: id }: Field, struct: StructDecl, at: number, { results }: Context): Expr => {
  if (id === null) return nothing(type, at);
  const value = call(id, results.get(id) ?? type, [], at);
  return { kind: "Validate", at, type, path: `${struct.name}.${name}`, value };
};

interface Placed {
  readonly index: number;
  readonly value: Expr;
}

/** Values in the order of their evaluation, put into that of their places: bound before, where the orders differ. */
const inOrder = (placed: readonly Placed[], at: number, frame: Frame, make: (values: Expr[]) => Expr): Expr => {
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
const isStable = ({ kind }: Expr): boolean =>
  kind === "Local" || kind === "Int" || kind === "Float" || kind === "Bool" || kind === "Text" || kind === "Null";

export const completeStructs = pass({
  name: "complete-structs",
  purpose: "Writes struct literals with all fields in the order of the declaration.",
  from: Values,
  to: Structures,
  run: (program) =>
    right(
      body.Program(program, {
        locals: 0,
        tables: tablesOf(program.types),
        results: new Map(program.functions.map(({ id, result }) => [id, result])),
      }),
    ),
});
