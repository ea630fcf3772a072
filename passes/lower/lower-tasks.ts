// lower-tasks: the function of a task gives a Result, and to await a task is to take that Result apart (03, section 12).
//
// An error that is raised in a task ends it, as it ends any function with a Result; what such a function returns
// becomes an Ok, also where it is a Result itself: that is handed over as it is.

import { right } from "fp-ts/These";
import { Awaited, type AwaitedGrammar, Values, type ValuesGrammar } from "../../ir/derived.ts";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite, traverse } from "../../ir/framework/rewrite.ts";
import { plain, result, type Type, task, UNIT, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { bind, choose, fail, giveBack, kindIs, prim, text, unit, use } from "./build.ts";

type Fn = NodeOf<ValuesGrammar, "Function">;
type Block = NodeOf<AwaitedGrammar, "Block">;
type Expr = NodeOf<AwaitedGrammar, "Expr">;
type Held = FormOf<AwaitedGrammar, "Expr", "Local">;

interface Context extends Frame {
  /** The functions of tasks. */
  readonly tasks: ReadonlySet<string>;
  /** What the function under way returns, if it is that of a task. */
  readonly outcome: Type | null;
}

/** What a task gives in the end: its value, or the error that was raised in it. */
const outcomeOf = (value: Type): Type => result(value, UNKNOWN);

const body = rewrite<ValuesGrammar, AwaitedGrammar, Context>(Values, Awaited, {
  Function: {
    Function: (n, to, { tasks }) => {
      if (!tasks.has(n.id)) return inFrame(n, { tasks, outcome: null }, to.Block);
      const outcome = outcomeOf(n.result);
      const made = inFrame(n, { tasks, outcome }, to.Block);
      return { ...made, result: outcome, body: n.result === UNIT ? withUnit(made.body, outcome) : made.body };
    },
  },
  Stmt: {
    Return: (n, to, context) => {
      const value = n.value && to.Expr(n.value, context);
      const { outcome } = context;
      if (outcome === null) return { ...n, value };
      return { ...n, value: prim("result.ok", outcome, [value ?? unit(n.at)], n.at) };
    },
  },
  Expr: {
    Await: ({ at, type, operand }, to, context) => {
      const value = to.Expr(operand, context);
      const of = plain(value.type);
      if (of.kind === "Task") return awaitedValue(value, of.value, at);
      const held: Held = use(fresh(context, "task"), value.type, at);
      const known = awaitedValue(prim("unknown.as", task(UNKNOWN), [held], at), UNKNOWN, at);
      const failure = fail("runtime_task_expected", text("await takes a task"), at);
      return bind(held.local, value, choose(kindIs(held, "Task", at), type, known, failure, at), at);
    },
  },
});

/** Waits for the task; its error is raised here. */
const awaitedValue = (value: Expr, type: Type, at: number): Expr => ({
  ...{ kind: "Bang", at, type, error: null },
  value: prim("task.await", outcomeOf(type), [value], at),
});

/** A task of Unit may come to the end of its body. */
const withUnit = (block: Block, outcome: Type): Block => ({
  ...block,
  statements: [...block.statements, giveBack(prim("result.ok", outcome, [unit()]))],
});

const spawned = traverse<ValuesGrammar, Set<string>>(Values, {
  Expr: {
    Spawn: (n, to, tasks) => {
      tasks.add(n.function);
      for (const arg of n.args) to.Expr(arg, tasks);
    },
  },
});

const tasksIn = (functions: readonly Fn[]): ReadonlySet<string> => {
  const tasks = new Set<string>();
  for (const { body } of functions) spawned.Block(body, tasks);
  return tasks;
};

export const lowerTasks = pass({
  name: "lower-tasks",
  purpose: "Makes Results of what tasks give, and takes them apart where tasks are awaited.",
  from: Values,
  to: Awaited,
  run: (program) =>
    right(body.Program(program, { locals: 0, tasks: tasksIn(program.functions), outcome: null })),
});
