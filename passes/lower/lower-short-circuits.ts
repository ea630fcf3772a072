// lower-short-circuits: `??`, `?!`, `and`, `or` become branches.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Chained, type ChainedGrammar, Decided, type DecidedGrammar } from "../../ir/matched.ts";
import { BOOL, NEVER, plain, result, type Type, type TypeOf, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, inFrame } from "../fresh.ts";
import { bind, bool, choose, kindIs, prim, use } from "./build.ts";
import { asNullable, contentOf, isNull } from "./optional.ts";

type Expr = NodeOf<DecidedGrammar, "Expr">;

const body = rewrite<ChainedGrammar, DecidedGrammar, Frame>(Chained, Decided, {
  Function: {
    Function: (n, to) => inFrame(n, {}, to.Block),
  },
  Expr: {
    Logic: (n, to, frame) => {
      const [left, right] = [to.Expr(n.left, frame), to.Expr(n.right, frame)];
      return n.op === "and"
        ? choose(left, BOOL, right, bool(false, n.at), n.at)
        : choose(left, BOOL, bool(true, n.at), right, n.at);
    },
    Coalesce: ({ at, type, left, right }, to, frame) => {
      const value = to.Expr(left, frame);
      const kind = plain(value.type).kind;
      if (kind !== "Option" && kind !== "Unknown") return value;
      const local = fresh(frame, "value");
      const held = use(local, value.type, at);
      // the content is of the type of the whole, or the whole is an option itself
      const some = plain(type).kind === kind ? held : contentOf(held, at);
      const otherwise = asNullable(to.Expr(right, frame), type, frame, at);
      return bind(local, value, choose(isNull(held, at), type, otherwise, some, at), at);
    },
    Bang: (n, to, frame) => {
      const value = to.Expr(n.value, frame);
      if (value.kind === "Null" && n.error) return prim("raise", NEVER, [to.Expr(n.error, frame)], n.at);
      const local = fresh(frame, "value");
      const held = use(local, value.type, n.at);
      const error = n.error && to.Expr(n.error, frame);
      return bind(local, value, unwrapped({ n, held, error, frame }), n.at);
    },
  },
});

// ---- `?!` (03, section 9) -------------------------------------------------------------------------------

/** A `?!` whose operand was evaluated and is held in a local. */
interface Bang {
  readonly n: FormOf<ChainedGrammar, "Expr", "Bang">;
  readonly held: Expr;
  readonly error: Expr | null;
  readonly frame: Frame;
}

const unwrapped = (bang: Bang): Expr => {
  const { n, held } = bang;
  const type = plain(held.type);
  if (type.kind === "Result") return okOf(held, type, bang);
  if (type.kind === "Option") {
    // where a type parameter is an option itself, so is the content
    const whole = plain(n.type).kind === "Option";
    const content = whole ? held : prim("option.get", type.inner, [held], n.at);
    return choose(isNull(held, n.at), n.type, raised(bang, held), content, n.at);
  }
  return type.kind === "Unknown" ? unknownOf(bang) : held;
};

const okOf = (held: Expr, { ok, error }: TypeOf<"Result">, bang: Bang): Expr => {
  const { n } = bang;
  const content = prim("result.ok_value", ok, [held], n.at);
  const failure = raised(bang, prim("result.err_value", error, [held], n.at));
  return choose(prim("result.is_ok", BOOL, [held], n.at), n.type, content, failure, n.at);
};

/** Raises the error given, else the one that the operand holds. */
const raised = ({ n, error }: Bang, own: Expr): Expr => prim("raise", NEVER, [error ?? own], n.at);

const ANY = result(UNKNOWN, UNKNOWN) as Type & TypeOf<"Result">;

/** A value that is neither null nor a Result is the value of the whole; null is, too, where no error is given. */
const unknownOf = (bang: Bang): Expr => {
  const { n, held, error } = bang;
  const asResult = okOf(prim("unknown.as", ANY, [held], n.at), ANY, bang);
  const known = choose(kindIs(held, "Result", n.at), n.type, asResult, held, n.at);
  return error ? choose(isNull(held, n.at), n.type, raised(bang, held), known, n.at) : known;
};

export const lowerShortCircuits = pass({
  name: "lower-short-circuits",
  purpose: "Makes branches of the operators that may skip an operand.",
  from: Chained,
  to: Decided,
  run: (program) => right(body.Program(program, { locals: 0 })),
});
