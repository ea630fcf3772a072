// lower-chaining: `?.` and `?[ ]` become branches.

import { right } from "fp-ts/These";
import { Derived, type DerivedGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Chained, type ChainedGrammar } from "../../ir/matched.ts";
import { option, plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { bind, choose, nothing, prim, use } from "./build.ts";
import { asNullable, contentOf, isNull } from "./optional.ts";
import { fieldOf, type Tables, tablesOf } from "./tables.ts";

type Expr = NodeOf<ChainedGrammar, "Expr">;

interface Context extends Frame {
  readonly tables: Tables;
}

const body = rewrite<DerivedGrammar, ChainedGrammar, Context>(Derived, Chained, {
  Function: {
    Function: (n, to, context) => inFrame(n, context, to.Block),
  },
  Expr: {
    OptionalField: (n, to, context) =>
      guarded(to.Expr(n.base, context), n.type, n.at, context, (base) => ({
        ...{ kind: "Field", at: n.at, type: fieldType(base.type, n.name.name, context), name: n.name, base },
      })),
    OptionalIndex: (n, to, context) =>
      guarded(to.Expr(n.base, context), n.type, n.at, context, (base) => {
        const index = to.Expr(n.index, context);
        return {
          kind: "Index",
          at: n.at,
          type: itemType(base.type, n.handled),
          handled: n.handled,
          base,
          index,
        };
      }),
  },
});

/** Null where the base is null, else what `step` makes of its content. */
const guarded = (base: Expr, type: Type, at: number, frame: Frame, step: (base: Expr) => Expr): Expr => {
  const local = fresh(frame, "base");
  const held = use(local, base.type, at);
  const some = asNullable(step(contentOf(held, at)), type, frame, at);
  const none =
    type.kind === "Option"
      ? nothing(type, at)
      : prim("unknown.of", UNKNOWN, [nothing(option(UNKNOWN), at)], at);
  return bind(local, base, choose(isNull(held, at), type, none, some, at), at);
};

const fieldType = (base: Type, name: string, { tables }: Context): Type => {
  const type = plain(base);
  const found = type.kind === "Struct" ? fieldOf(tables.structs.get(type.id), name) : undefined;
  return found?.field.type ?? UNKNOWN;
};

/** A key that the map lacks gives null, where that is handled. */
const itemType = (base: Type, handled: boolean): Type => {
  const type = plain(base);
  if (type.kind === "List") return type.item;
  if (type.kind !== "Map") return UNKNOWN;
  return handled && plain(type.value).kind !== "Unknown" ? option(type.value) : type.value;
};

export const lowerChaining = pass({
  name: "lower-chaining",
  purpose: "Makes branches of optional access.",
  from: Derived,
  to: Chained,
  run: (program) => right(body.Program(program, { locals: 0, tables: tablesOf(program.types) })),
});
