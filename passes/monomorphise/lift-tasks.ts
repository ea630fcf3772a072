// lift-tasks: what a task does is a function, whose parameters are the locals that the task captures (03, section 12).

import { right } from "fp-ts/These";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite, traverse } from "../../ir/framework/rewrite.ts";
import { Detached, type DetachedGrammar, Lifted, type LiftedGrammar, taskId } from "../../ir/mono.ts";
import type { Local } from "../../ir/symbols.ts";
import { type Type, UNIT } from "../../ir/types.ts";

type Fn = NodeOf<LiftedGrammar, "Function">;
type Made = NodeOf<DetachedGrammar, "Function">;

interface Context {
  /** The function that the tasks are in. */
  readonly owner: Fn;
  /** The functions of tasks so far. */
  readonly made: Made[];
  /** How many tasks of the owner there are. */
  readonly count: { tasks: number };
}

const body = rewrite<LiftedGrammar, DetachedGrammar, Context>(Lifted, Detached, {
  Function: {
    Function: (owner, to, { made }) => {
      const context = { owner, made, count: { tasks: 0 } };
      const params = owner.params.map((param) => to.Param(param, context));
      return { ...owner, params, body: to.Block(owner.body, context) };
    },
  },
  Expr: {
    Spawn: ({ at, type, body: block }, to, context) => {
      const { id, name, path, typeParams, locals } = context.owner;
      const number = context.count.tasks++;
      const captured = capturedBy(block);
      const made = taskId(id, number);
      context.made.push({
        ...{ kind: "Function", at, id: made, name: taskId(name, number), path, typeParams },
        ...{ self: null, selfType: UNIT, result: type.kind === "Task" ? type.value : type, locals },
        params: captured.map(({ local, type }) => ({ kind: "Param", at, local, type, default: null })),
        body: to.Block(block, context),
      });
      return {
        ...{ kind: "Spawn", at, type, function: made, typeArgs: typeParams.map((param) => param.type) },
        captured: captured.map(({ local, type }) => ({ kind: "Local", at, type, local })),
      };
    },
  },
});

// ---- What a task captures -------------------------------------------------------------------------------

interface Used {
  readonly local: Local;
  readonly type: Type;
}

interface Mentions {
  readonly used: Map<number, Used>;
  readonly bound: Set<number>;
}

const mentions = traverse<LiftedGrammar, Mentions>(Lifted, {
  Stmt: {
    Let: (n, to, found) => {
      found.bound.add(n.local.id);
      to.Expr(n.value, found);
    },
  },
  Expr: {
    Local: ({ local, type }, _, { used }) => void used.set(local.id, { local, type }),
  },
  Pattern: {
    BindPattern: (n, _, { bound }) => void bound.add(n.local.id),
    DynamicBarePattern: (n, _, { bound }) => void bound.add(n.local.id),
  },
});

/** The locals that a block reads and does not bind, in the order of their first mention. */
const capturedBy = (block: NodeOf<LiftedGrammar, "Block">): readonly Used[] => {
  const found: Mentions = { used: new Map(), bound: new Set() };
  mentions.Block(block, found);
  return [...found.used.values()].filter(({ local }) => !found.bound.has(local.id));
};

export const liftTasks = pass({
  name: "lift-tasks",
  purpose: "Makes a function of what each task does.",
  from: Lifted,
  to: Detached,
  run: (program) => {
    const made: Made[] = [];
    const nowhere = { owner: program.functions[0]!, made, count: { tasks: 0 } };
    const lifted = body.Program(program, nowhere);
    return right(made.length === 0 ? lifted : { ...lifted, functions: [...lifted.functions, ...made] });
  },
});
