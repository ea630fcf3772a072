// Inference of tasks and boxes (chapters 2.7.1 and 2.12.1).

import type { NodeOf } from "../../../ir/framework/language.ts";
import { rewrite } from "../../../ir/framework/rewrite.ts";
import { Inferred, type InferredGrammar } from "../../../ir/typed.ts";
import { box, DIAGNOSED, plain, type Type, task, UNIT } from "../../../ir/types.ts";
import { isUnknown, takesMissing, unknownFrom } from "../../compatibility.ts";
import { completes } from "../completion.ts";
import { join } from "../join.ts";
import {
  type Context,
  type Expr,
  enterTask,
  type InferenceOf,
  placeOf,
  report,
  type SourceExpr,
  type TaskEnds,
  type To,
  tailOf,
} from "./context.ts";
import { article, settle } from "./places.ts";

type Block = NodeOf<InferredGrammar, "Block">;

export const tasks: InferenceOf<"Expr", "Spawn" | "Await" | "Box"> = {
  Spawn: (n, to, context) => {
    const ends: TaskEnds = { values: [], returns: [] };
    const body = to.Block(n.body, tailOf(enterTask(context, ends)));
    const type = joined(endsOf(ends, body), context);
    return { kind: "Spawn", at: n.at, type: task(type), body: settled(body, ends, type) };
  },
  Await: (n, to, context) => {
    const operand = to.Expr(n.operand, context.operand);
    return { kind: "Await", at: n.at, type: awaited(n.at, operand, context), operand };
  },
  Box: (n, to, context) => {
    const operand = boxed(n.operand, to, context);
    return { kind: "Box", at: n.at, type: box(operand.type), operand };
  },
};

const awaited = (at: number, { type }: Expr, context: Context): Type => {
  const of = plain(type);
  if (of.kind === "Task") return of.value;
  if (isUnknown(of)) return unknownFrom(of);
  report(context, at, `"await" takes a task, which "spawn" makes, but this is ${article(type)}`);
  return DIAGNOSED;
};

/** The place of a box is the place of its content; that matters for literals (2.4). */
const boxed = (source: SourceExpr, to: To, context: Context): Expr => {
  const { expected, validated, operand } = context;
  const isLiteral = source.kind === "List" || source.kind === "Map";
  return to.Expr(source, isLiteral && expected ? placeOf(context, expected, validated) : operand);
};

// ---- The type of a task ---------------------------------------------------------------------------------

/** `at` is where it is reported that the end does not fit the others. */
interface End {
  readonly at: number;
  readonly type: Type;
}

/** All ends: what the block ends with counts before its returns, and it ends with Unit where it ends without a value. */
const endsOf = ({ values, returns }: TaskEnds, body: Block): readonly End[] => [
  ...(completes(body) ? [{ at: body.at, type: UNIT }] : []),
  ...values,
  ...returns.map(({ at, value }) => ({ at, type: value?.type ?? UNIT })),
];

const joined = (ends: readonly End[], context: Context): Type => {
  let type = ends[0]?.type ?? UNIT;
  let fine = true;
  for (const end of ends.slice(1)) {
    const both = join(type, end.type);
    if (both === null) {
      fine = false;
      report(
        context,
        end.at,
        `incompatible types: the task ends with a value ${article(type)} elsewhere, and here with one ${article(end.type)}`,
      );
    }
    type = both ?? type;
  }
  return fine ? type : DIAGNOSED;
};

/** The block, with the map reads that it ends with as they stand in a place of the type of the task. */
const settled = (body: Block, { values, returns }: TaskEnds, type: Type): Block => {
  const isRead = (value: Expr | null): boolean =>
    value !== null && takesMissing(type, value.type) && settle(value, type) !== value;
  return values.some(isRead) || returns.some(({ value }) => isRead(value))
    ? settleReturns.Block(body, type)
    : body;
};

const settleReturns = rewrite<InferredGrammar, InferredGrammar, Type>(Inferred, Inferred, {
  Stmt: { Return: (n, _, type) => ({ ...n, value: n.value && settle(n.value, type) }) },
  // a task in the task has ends of its own
  Expr: { Spawn: (n) => n },
});
