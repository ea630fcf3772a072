// lower-raises: an error value that is raised is returned, as the Err of a Result.
//
// A function that an error may leave has the result `T!_` instead of `T`. Behind each call of such a function the
// Result is tested: its value goes on, its error leaves this function too.

import { right } from "fp-ts/These";
import { Anf, type AnfGrammar, isAtom } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Returned, type ReturnedGrammar, type ReturnedPrimitive } from "../../ir/owned.ts";
import { BOOL, type Type, type TypeOf, UNIT, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { letBe, use } from "./nodes.ts";
import { type Results, resultsOf } from "./raises.ts";

type OldBlock = NodeOf<AnfGrammar, "Block">;
type OldStmt = NodeOf<AnfGrammar, "Stmt">;
type OldExpr = NodeOf<AnfGrammar, "Expr">;
type Stmt = NodeOf<ReturnedGrammar, "Stmt">;
type Expr = NodeOf<ReturnedGrammar, "Expr">;
type Atom = NodeOf<ReturnedGrammar, "Atom">;

interface Context extends Frame {
  readonly results: Results;
  /** The Result of the function; null if no error leaves it. */
  readonly result: (TypeOf<"Result"> & Type) | null;
  /** The function declares no Result: what it returns becomes an Ok. */
  readonly wraps: boolean;
}

/** What is written in a function that an error may leave. */
interface Leaving extends Context {
  readonly result: TypeOf<"Result"> & Type;
}

const body = rewrite<AnfGrammar, ReturnedGrammar, Context>(Anf, Returned, {
  Function: {
    Function: (n, to, { results }) => {
      const result = results.of(n.id);
      const wraps = result !== n.result;
      const context = { results, result: result.kind === "Result" ? result : null, wraps };
      // only a function of Unit may come to the end of its body
      const complete = wraps && mayEnd(n.body) ? withUnit(n.body) : n.body;
      return { ...inFrame({ ...n, body: complete }, context, to.Block), result };
    },
  },
  Block: {
    Block: (n, to, context) => {
      if (!isLeaving(context)) return n as NodeOf<ReturnedGrammar, "Block">;
      const statements = n.statements.flatMap((each) => stated(each, context) ?? [to.Stmt(each, context)]);
      return { ...n, statements };
    },
  },
  Expr: { Prim: (n) => n as Expr },
});

/** Whether the end of a block may be reached: no if its last statement leaves for sure. */
const mayEnd = ({ statements }: OldBlock): boolean => {
  const last = statements.at(-1);
  switch (last?.kind) {
    case "Return":
      return false;
    case "Do":
      return !(last.value.kind === "Prim" && (last.value.op === "raise" || last.value.op === "fail"));
    case "If":
      return last.whenFalse === null || mayEnd(last.whenTrue) || mayEnd(last.whenFalse);
    default:
      return true;
  }
};

const isLeaving = (context: Context): context is Leaving => context.result !== null;

/** What stands in place of a statement that raises, calls what may raise, or returns; null if it stays. */
const stated = (node: OldStmt, context: Leaving): readonly Stmt[] | null => {
  switch (node.kind) {
    case "Let":
    case "Do":
    case "Assign": {
      const { value } = node;
      if (value.kind === "Prim" && value.op === "raise") return failing(value.args[0]!, value.at, context);
      return tested(value, context, (content) =>
        node.kind === "Do" ? [] : [{ ...node, value: content } as Stmt],
      );
    }
    case "Return":
      return returning(node.value ?? unit(node.at), node.at, context);
    default:
      return null;
  }
};

/** A call that passes on what it gets needs no test: its Result is the function's own. */
const returning = (value: OldExpr, at: number, context: Leaving): readonly Stmt[] | null => {
  const { result, wraps, results } = context;
  if (results.raisedBy(value) === result) return [giveBack({ ...value, type: result } as Expr, at)];
  const settled = (content: Expr) => (wraps ? succeeding(content, at, context) : [giveBack(content, at)]);
  return tested(value, context, settled) ?? (wraps ? settled(value as Expr) : null);
};

const succeeding = (value: Expr, at: number, context: Leaving): readonly Stmt[] => {
  const ok = (content: Atom) => giveBack(prim("result.ok", context.result, content, at), at);
  if (isAtom(value)) return [ok(value)];
  const local = fresh(context, "value");
  return [letBe(local, value.type, value, at), ok(use(local, value.type, at))];
};

/** The call, and behind it the test of its Result; `settle` makes what takes its value. */
const tested = (
  call: OldExpr,
  context: Leaving,
  settle: (content: Expr) => readonly Stmt[],
): readonly Stmt[] | null => {
  const type = context.results.raisedBy(call);
  if (type === null) return null;
  const { at } = call;
  const local = fresh(context, "outcome");
  const outcome = use(local, type, at);
  const isOk = fresh(context, "isOk");
  const error = fresh(context, "error");
  const whenFalse = [
    letBe(error, UNKNOWN, prim("result.err_value", UNKNOWN, outcome, at), at),
    ...failing(use(error, UNKNOWN, at), at, context),
  ];
  return [
    letBe(local, type, { ...call, type } as Expr, at),
    letBe(isOk, BOOL, prim("result.is_ok", BOOL, outcome, at), at),
    {
      ...{ kind: "If", at, condition: use(isOk, BOOL, at) },
      whenTrue: block(settle(prim("result.ok_value", call.type, outcome, at)), at),
      whenFalse: block(whenFalse, at),
    },
  ];
};

/** The error leaves the function, as one of the type of its errors. */
const failing = (error: Atom, at: number, context: Leaving): readonly Stmt[] => {
  const { result } = context;
  const conversion = conversionOf(error.type, result.error);
  const err = (operand: Atom) => giveBack(prim("result.err", result, operand, at), at);
  if (conversion === null) return [err(error)];
  const local = fresh(context, "error");
  const converted = prim(conversion, result.error, error, at);
  return [letBe(local, result.error, converted, at), err(use(local, result.error, at))];
};

/** A `Validation` may stand where the type of the error does not name it (03, section 6). */
const conversionOf = (from: Type, to: Type): "unknown.of" | "unknown.as" | "union.of" | null => {
  if (from === to) return null;
  if (to.kind === "Unknown") return "unknown.of";
  if (from.kind === "Unknown") return "unknown.as";
  return to.kind === "Union" ? "union.of" : null;
};

const unit = (at: number) => ({ kind: "Unit", at, type: UNIT }) as const;
const withUnit = (body: OldBlock): OldBlock => ({
  ...body,
  statements: [...body.statements, { kind: "Return", at: body.at, value: null }],
});
const giveBack = (value: Expr, at: number): Stmt => ({ kind: "Return", at, value });
const block = (statements: readonly Stmt[], at: number) => ({ kind: "Block", at, statements }) as const;
const prim = (op: ReturnedPrimitive, type: Type, operand: Atom, at: number) =>
  ({ kind: "Prim", at, type, op, args: [operand] }) as const;

export const lowerRaises = pass({
  name: "lower-raises",
  purpose: "Returns the error values that are raised.",
  from: Anf,
  to: Returned,
  run: (program) =>
    right(
      body.Program(program, {
        ...{ locals: 0, results: resultsOf(program.functions), result: null, wraps: false },
      }),
    ),
});
