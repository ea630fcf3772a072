// lower-access: fields and variants become numbers, reads of lists or maps primitive operations.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Accessed, type AccessedGrammar, Decided, type DecidedGrammar } from "../../ir/matched.ts";
import { plain, type Type } from "../../ir/types.ts";
import { inFrame } from "../fresh.ts";
import { raisedDomains } from "../raised-domains.ts";
import { type Context, entryKey, itemIndex, readField, readIndex } from "./reads.ts";
import { fieldOf, structOf, tablesOf, variantOf } from "./tables.ts";

const body = rewrite<DecidedGrammar, AccessedGrammar, Context>(Decided, Accessed, {
  Function: {
    Function: (n, to, context) => inFrame(n, context, to.Block),
  },
  Stmt: {
    Assign: (n, to, context) => ({
      ...{ kind: "Assign", at: n.at, local: n.local, value: to.Expr(n.value, context) },
      steps: n.steps.map((step) => to.Step(step, context)),
    }),
  },
  Step: {
    FieldStep: ({ at, name, of, optional }, _, { tables }) => {
      const { index } = fieldOf(structOf(containerOf(of), tables), name.name)!;
      return { kind: "FieldAt", at, index, optional };
    },
    IndexStep: ({ at, of, optional, index }, to, context) => {
      const place = to.Expr(index, context);
      return containerOf(of).kind === "List"
        ? { kind: "ItemAt", at, optional, index: itemIndex(place, context) }
        : { kind: "KeyAt", at, optional, key: entryKey(place) };
    },
  },
  Expr: {
    Field: (n, to, context) => readField(to.Expr(n.base, context), n.name.name, n.at, context),
    Index: ({ at, type, handled, base, index }, to, context) =>
      readIndex({ at, type, handled, base: to.Expr(base, context), index: to.Expr(index, context) }, context),
    List: ({ at, type, items }, to, context) => ({
      ...{ kind: "MakeList", at, type },
      items: items.map((item) => to.Expr(item, context)),
    }),
    Map: ({ at, type, entries }, to, context) => ({
      ...{ kind: "MakeMap", at, type },
      entries: entries.map(({ at, key, value }) => ({
        ...({ kind: "Entry", at, key: entryKey(to.Expr(key, context)) } as const),
        value: to.Expr(value, context),
      })),
    }),
    MakeVariant: (n, to, context) => ({
      ...{ kind: "MakeVariant", at: n.at, type: n.type, enum: n.enum },
      tag: variantOf(context.tables.enums.get(n.enum), n.variant)!.tag,
      values: n.args.map((arg) => to.Expr(arg, context)),
    }),
  },
});

/** What a step is made in, never a value of unknown type: `?.` and `?[` go through an option. */
const containerOf = (type: Type): Type => {
  const known = plain(type);
  return known.kind === "Option" ? plain(known.inner) : known;
};

export const lowerAccess = pass({
  name: "lower-access",
  purpose: "Makes numbers of the names of fields or variants.",
  from: Decided,
  to: Accessed,
  run: (program) =>
    right(
      body.Program(program, { locals: 0, tables: tablesOf(program.types), raised: raisedDomains(program) }),
    ),
});
