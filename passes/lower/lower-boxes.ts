// lower-boxes: boxes become cells, which are made, read and written explicitly; elsewhere stands their content (02, 2.7.1).

import { right } from "fp-ts/These";
import { Opened, type OpenedGrammar, Operations, type OperationsGrammar } from "../../ir/derived.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { type Recur, rewrite } from "../../ir/framework/rewrite.ts";
import type { Local } from "../../ir/symbols.ts";
import { cell, type Type, UNIT } from "../../ir/types.ts";
import { fresh, freshVar, inFrame } from "../fresh.ts";
import { letBe, perform, prim, use } from "./build.ts";
import { type Hoisting, hoisted, several } from "./hoisting.ts";

type OldExpr = NodeOf<OperationsGrammar, "Expr">;
type Expr = NodeOf<OpenedGrammar, "Expr">;
type Stmt = NodeOf<OpenedGrammar, "Stmt">;
type Step = NodeOf<OpenedGrammar, "Step">;
type Assign = FormOf<OperationsGrammar, "Stmt", "Assign">;
type To = Recur<OperationsGrammar, OpenedGrammar, Context>;

interface Context extends Hoisting<Stmt> {
  /** The types of the parameters of each function. */
  readonly parameters: ReadonlyMap<string, readonly Type[]>;
  /** The contents of the locals that are boxes, by `Local.id`. */
  readonly boxes: Map<number, Type>;
}

const closed = (type: Type): Type => (type.kind === "Box" ? cell(type.content) : type);

const noteBox = ({ id }: Local, type: Type, { boxes }: Context): void => {
  if (type.kind === "Box") boxes.set(id, type.content);
};

/** A value in a place that holds the box itself. */
const kept = (node: OldExpr, to: To, context: Context): Expr => {
  if (node.kind === "Local") return { ...node, type: closed(node.type) };
  if (node.kind !== "Box") return to.Expr(node, context);
  if (node.operand.type.kind === "Box") return kept(node.operand, to, context);
  return prim("box.make", closed(node.type), [to.Expr(node.operand, context)], node.at);
};

const inPlace = (place: Type, node: OldExpr, to: To, context: Context): Expr =>
  place.kind === "Box" ? kept(node, to, context) : to.Expr(node, context);

const body = rewrite<OperationsGrammar, OpenedGrammar, Context>(Operations, Opened, {
  Function: {
    Function: (n, to, { parameters }) => {
      const boxes = new Map<number, Type>();
      const context = { parameters, boxes, before: [] };
      for (const { local, type } of n.params) noteBox(local, type, { ...context, locals: 0 });
      const params = n.params.map((param) => ({ ...param, type: closed(param.type) }));
      return { ...inFrame(n, context, to.Block), params };
    },
  },
  Block: {
    Block: (n, to, context) => ({
      ...n,
      statements: hoisted(n.statements, (each) => to.Stmt(each, context), context),
    }),
  },
  Stmt: {
    Let: (n, to, context) => {
      const value = inPlace(n.type, n.value, to, context);
      noteBox(n.local, n.type, context);
      return { ...n, type: closed(n.type), value };
    },
    Assign: (n, to, context) => {
      const content = context.boxes.get(n.local.id);
      if (content !== undefined) return intoBox(n, content, to, context);
      return {
        ...{ kind: "Assign", at: n.at, local: n.local, value: to.Expr(n.value, context) },
        steps: n.steps.map((step) => to.Step(step, context)),
      };
    },
  },
  Expr: {
    Local: (n) =>
      n.type.kind === "Box" ? prim("box.get", n.type.content, [use(n.local, closed(n.type), n.at)], n.at) : n,
    Box: (n, to, context) => to.Expr(n.operand, context),
    Bind: (n, to, context) => {
      const value = inPlace(n.value.type, n.value, to, context);
      noteBox(n.local, n.value.type, context);
      return { ...n, value, body: to.Expr(n.body, context) };
    },
    Call: (n, to, context) => {
      const params = context.parameters.get(n.function)!;
      return { ...n, args: n.args.map((arg, i) => inPlace(params[i]!, arg, to, context)) };
    },
    Convert: (n, to, context) => {
      const value = to.Expr(n.value, context);
      return value.type === n.type ? value : { ...n, value };
    },
  },
});

// ---- Assignments ----------------------------------------------------------------------------------------

/** The value and the indices are evaluated before the content is taken out of its box, to be changed there. */
const intoBox = (n: Assign, content: Type, to: To, context: Context): Stmt => {
  const { at } = n;
  const box = use(n.local, cell(content), at);
  const put = (value: Expr): Stmt => perform(prim("box.put", UNIT, [box, value], at), at);
  const value = to.Expr(n.value, context);
  if (n.steps.length === 0) return put(value);
  const before: Stmt[] = [];
  const evaluated = (value: Expr, name: string): Expr => {
    const local = fresh(context, name);
    before.push(letBe(local, value, at));
    return use(local, value.type, value.at);
  };
  const stored = evaluated(value, "stored");
  const steps = n.steps.map((step): Step => {
    const to_ = to.Step(step, context);
    return to_.kind === "IndexStep" ? { ...to_, index: evaluated(to_.index, "index") } : to_;
  });
  const inside = freshVar(context, "content");
  before.push(letBe(inside, prim("box.take", content, [box], at), at));
  before.push({ kind: "Assign", at, local: inside, value: stored, steps });
  return several(before, put(use(inside, content, at)), context);
};

export const lowerBoxes = pass({
  name: "lower-boxes",
  purpose: "Makes operations of what is done with boxes.",
  from: Operations,
  to: Opened,
  run: (program) => {
    const parameters = new Map(
      program.functions.map(({ id, params }) => [id, params.map(({ type }) => type)]),
    );
    return right(body.Program(program, { locals: 0, parameters, boxes: new Map(), before: [] }));
  },
});
