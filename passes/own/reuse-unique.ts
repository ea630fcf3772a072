// reuse-unique: the memory of a value that is given up serves the next one of its size.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { classOf, structLayout, variantLayout } from "../../ir/memory.ts";
import { Owned, type OwnedGrammar } from "../../ir/owned.ts";
import { plain, type Type } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { raisedIds } from "../raised-domains.ts";
import { mayLeave } from "./leaving.ts";
import type { Expr, Form, Program, Stmt } from "./nodes.ts";
import { typesOf } from "./types-of-locals.ts";

/** The size classes of the structs, and of the variants of the enums, that have memory of their own. */
type Classes = ReadonlyMap<string, readonly (number | null)[]>;

interface Context extends Frame {
  readonly classes: Classes;
  /** Structs and enums whose place may hold a `Validation` instead, which is of another size. */
  readonly raised: ReadonlySet<string>;
  readonly types: ReadonlyMap<number, Type>;
}

const classesOf = ({ types }: Program): Classes => new Map(types.map((each) => [each.id, classesIn(each)]));

const classesIn = (type: Program["types"][number]): readonly (number | null)[] =>
  type.kind === "Struct"
    ? [classOf(structLayout(type.fields.map((field) => field.type)).size)]
    : type.variants.map(({ payload }) =>
        payload.length === 0 ? null : classOf(variantLayout(payload).size),
      );

type Make = Expr & { readonly kind: "MakeStruct" | "MakeVariant" };

/** What is made, in memory that is not found yet. */
const makeIn = (node: Stmt): Make | null => {
  const value = "value" in node ? node.value : null;
  if (value?.kind !== "MakeStruct" && value?.kind !== "MakeVariant") return null;
  return value.memory === null ? value : null;
};

const classOfMake = (value: Make, { classes }: Context): number | null =>
  value.kind === "MakeStruct"
    ? (classes.get(value.struct)?.[0] ?? null)
    : (classes.get(value.enum)?.[value.tag] ?? null);

/** The class of the memory that a value of the local has; null if there may be several, or none. */
const classOfDrop = ({ local }: Form<"Drop">, { types, classes, raised }: Context): number | null => {
  const type = types.get(local.id);
  const known = type && plain(type);
  if ((known?.kind !== "Struct" && known?.kind !== "Enum") || raised.has(known.id)) return null;
  const sizes = new Set(classes.get(known.id)?.filter((each) => each !== null));
  return sizes.size === 1 ? [...sizes][0]! : null;
};

/** In order: what is given up waits, under its class, for a value to be made. */
const reused = (statements: readonly Stmt[], context: Context): readonly Stmt[] => {
  const written = [...statements];
  const waiting = new Map<number, { readonly node: Form<"Drop">; readonly index: number }[]>();
  statements.forEach((node, index) => {
    const value = makeIn(node);
    const size = value && classOfMake(value, context);
    const given = size === null ? undefined : waiting.get(size)?.pop();
    if (given) {
      const token = fresh(context, "memory");
      written[given.index] = { kind: "Recycle", at: given.node.at, token, local: given.node.local };
      written[index] = { ...node, value: { ...value!, memory: token } } as Stmt;
    }
    if (mayLeave(node)) waiting.clear();
    if (node.kind !== "Drop") return;
    const own = classOfDrop(node, context);
    if (own === null) return;
    const known = waiting.get(own);
    if (known) known.push({ node, index });
    else waiting.set(own, [{ node, index }]);
  });
  return written;
};

const program = rewrite<OwnedGrammar, OwnedGrammar, Context>(Owned, Owned, {
  Function: {
    Function: (n, to, { classes, raised }) => {
      const now = inFrame(n, { classes, raised, types: typesOf(n) }, to.Block);
      return now.locals === n.locals ? n : now;
    },
  },
  Block: {
    Block: (n, to, context) => {
      const before = context.locals;
      const statements = n.statements.map((each) => to.Stmt(each, context));
      const now = reused(statements, context);
      return context.locals === before ? n : { ...n, statements: now };
    },
  },
});

export const reuseUnique = pass({
  name: "reuse-unique",
  purpose: "Makes new values in the memory of values that are given up.",
  from: Owned,
  to: Owned,
  optional: true,
  run: (given) => {
    const context = { locals: 0, classes: classesOf(given), raised: raisedIds(given), types: new Map() };
    return right(program.Program(given, context));
  },
});
