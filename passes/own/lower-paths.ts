// lower-paths: an assignment to a path is a walk along it, made unique step by step, with a store at its end.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import { Placed, type PlacedGrammar, Returned, type ReturnedGrammar } from "../../ir/owned.ts";
import { plain, type Type, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { fail, letBe, structsOf, test, use } from "./nodes.ts";
import { typesOf } from "./types-of-locals.ts";

type Stmt = NodeOf<PlacedGrammar, "Stmt">;
type Expr = NodeOf<PlacedGrammar, "Expr">;
type Atom = NodeOf<PlacedGrammar, "Atom">;
type Path = FormOf<ReturnedGrammar, "Stmt", "Assign">;
type Step = NodeOf<ReturnedGrammar, "Step">;
type To = Recur<ReturnedGrammar, PlacedGrammar, Context>;

interface Context extends Frame {
  /** The types of the fields of each struct. */
  readonly structs: ReadonlyMap<string, readonly Type[]>;
  /** The types of the function's locals. */
  readonly types: ReadonlyMap<number, Type>;
}

/** Binds a value to a new local. */
const bound = (value: Expr, name: string, to: Stmt[], context: Context): Atom => {
  const local = fresh(context, name);
  to.push(letBe(local, value.type, value, value.at));
  return use(local, value.type, value.at);
};

/** The content of what may be null, behind a test; what is never null is itself. */
const content = (base: Atom, to: Stmt[], context: Context): Atom => {
  const type = plain(base.type);
  if (type.kind !== "Option") return base;
  const { at } = base;
  const condition = bound(test("option.is_none", base, at), "missing", to, context);
  const failure = fail("runtime_null_access", "assignment into null", at);
  const whenTrue = { kind: "Block", at, statements: [failure] } as const;
  to.push({ kind: "If", at, condition, whenTrue, whenFalse: null });
  return bound({ kind: "Prim", at, type: type.inner, op: "option.get", args: [base] }, "part", to, context);
};

/** The part that an inner step leads to. */
const partOf = (base: Atom, step: Step, { structs }: Context): Expr => {
  const { at } = base;
  const type = plain(base.type);
  switch (step.kind) {
    case "FieldAt": {
      const fields = type.kind === "Struct" ? structs.get(type.id) : undefined;
      return { kind: "PartOfField", at, type: fields?.[step.index] ?? UNKNOWN, index: step.index, base };
    }
    case "ItemAt": {
      const item = type.kind === "List" ? type.item : UNKNOWN;
      return { kind: "PartOfItem", at, type: item, base, index: step.index };
    }
    case "KeyAt": {
      const value = type.kind === "Map" ? type.value : UNKNOWN;
      return { kind: "PartOfKey", at, type: value, base, key: step.key };
    }
  }
};

const store = (base: Atom, step: Step, value: Atom): Stmt => {
  const { at } = base;
  switch (step.kind) {
    case "FieldAt":
      return { kind: "StoreField", at, index: step.index, base, value };
    case "ItemAt":
      return { kind: "StoreItem", at, base, index: step.index, value };
    case "KeyAt":
      return { kind: "StoreKey", at, base, key: step.key, value };
  }
};

/** A root that is stored into itself is stored as it was before. */
const storedValue = ({ at, local }: Path, value: Atom, to: Stmt[], context: Context): Atom =>
  value.kind === "Local" && value.local.id === local.id
    ? bound({ ...value, at }, "stored", to, context)
    : value;

const walk = (node: Path, value: Atom, steps: readonly Step[], context: Context): readonly Stmt[] => {
  const { at, local } = node;
  const statements: Stmt[] = [];
  const stored = storedValue(node, value, statements, context);
  statements.push({ kind: "Unique", at, local });
  let base: Atom = use(local, context.types.get(local.id) ?? UNKNOWN, at);
  for (const step of steps.slice(0, -1)) {
    const part = partOf(content(base, statements, context), step, context);
    base = bound(part, "part", statements, context);
  }
  statements.push(store(content(base, statements, context), steps.at(-1)!, stored));
  return statements;
};

const placed = (node: NodeOf<ReturnedGrammar, "Stmt">, to: To, context: Context): readonly Stmt[] =>
  node.kind === "Assign" && node.steps.length > 0
    ? // behind steps stands an atom, and atoms are the same in both languages
      walk(node, node.value as Atom, node.steps, context)
    : [to.Stmt(node, context)];

const body = rewrite<ReturnedGrammar, PlacedGrammar, Context>(Returned, Placed, {
  Function: {
    Function: (n, to, { structs }) => inFrame(n, { structs, types: typesOf(n) }, to.Block),
  },
  Block: {
    Block: (n, to, context) => ({
      ...n,
      statements: n.statements.flatMap((each) => placed(each, to, context)),
    }),
  },
  Stmt: {
    Assign: ({ at, local, value }, to, context) => ({
      ...{ kind: "Assign", at, local, value: to.Expr(value, context) },
    }),
  },
});

export const lowerPaths = pass({
  name: "lower-paths",
  purpose: "Makes walks of assignments to paths, each part unique before it is changed.",
  from: Returned,
  to: Placed,
  run: (program) =>
    right(body.Program(program, { locals: 0, structs: structsOf(program.types), types: new Map() })),
});
