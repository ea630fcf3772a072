// reuse-unique: the memory of a value that is given up serves the next one of its size.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { classOf, structLayout, variantLayout } from "../../ir/memory.ts";
import { Owned, type OwnedGrammar } from "../../ir/owned.ts";
import { plain, type Type } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { mayLeave } from "./leaving.ts";
import type { Expr, Form, Program, Stmt } from "./nodes.ts";
import { typesOf } from "./types-of-locals.ts";

/** The size classes of the structs, and of the variants of the enums, that have memory of their own. */
type Classes = ReadonlyMap<string, readonly (number | null)[]>;

interface Context extends Frame {
  readonly classes: Classes;
  readonly types: ReadonlyMap<number, Type>;
}

const classesOf = ({ types }: Program): Classes =>
  new Map(
    types.map((each) => [
      each.id,
      each.kind === "Struct"
        ? [classOf(structLayout(each.fields.map((field) => field.type)).size)]
        : each.variants.map(({ payload }) =>
            payload.length === 0 ? null : classOf(variantLayout(payload).size),
          ),
    ]),
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

/** The classes that a value of the local may have. */
const classesOfDrop = ({ local }: Form<"Drop">, { types, classes }: Context): ReadonlySet<number> => {
  const type = types.get(local.id);
  const known = type && plain(type);
  const found = known?.kind === "Struct" || known?.kind === "Enum" ? classes.get(known.id) : undefined;
  return new Set(found?.filter((each) => each !== null));
};

interface Given {
  readonly node: Form<"Drop">;
  readonly index: number;
  isUsed: boolean;
}

/** In order: what is given up waits, under the classes it may have, for a value to be made. */
const reused = (statements: readonly Stmt[], context: Context): readonly Stmt[] => {
  const written = [...statements];
  const waiting = new Map<number, Given[]>();
  const take = (size: number): Given | undefined => {
    for (let given = waiting.get(size)?.pop(); given; given = waiting.get(size)?.pop())
      if (!given.isUsed) return given;
    return undefined;
  };
  statements.forEach((node, index) => {
    const value = makeIn(node);
    const size = value && classOfMake(value, context);
    const given = size === null ? undefined : take(size);
    if (given) {
      const token = fresh(context, "memory");
      given.isUsed = true;
      written[given.index] = { kind: "Recycle", at: given.node.at, token, local: given.node.local };
      written[index] = { ...node, value: { ...value!, memory: token } } as Stmt;
    }
    if (mayLeave(node)) waiting.clear();
    if (node.kind !== "Drop") return;
    const entry: Given = { node, index, isUsed: false };
    for (const each of classesOfDrop(node, context)) {
      const known = waiting.get(each);
      if (known) known.push(entry);
      else waiting.set(each, [entry]);
    }
  });
  return written;
};

const program = rewrite<OwnedGrammar, OwnedGrammar, Context>(Owned, Owned, {
  Function: {
    Function: (n, to, { classes }) => {
      const now = inFrame(n, { classes, types: typesOf(n) }, to.Block);
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
  run: (given) => right(program.Program(given, { locals: 0, classes: classesOf(given), types: new Map() })),
});
