// lower-loops: `for` and `while` become one form of loop.

import { right } from "fp-ts/These";
import type { FormOf, NodeOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Accessed, type AccessedGrammar, Looped, type LoopedGrammar } from "../../ir/matched.ts";
import type { Local } from "../../ir/symbols.ts";
import { BOOL, FLOAT, INT, list, plain, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";
import { fresh, freshVar, inFrame } from "../fresh.ts";
import {
  assign,
  block,
  bool,
  choose,
  fail,
  float,
  int,
  letBe,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import { type Hoisting, hoisted, several } from "./hoisting.ts";

type Expr = NodeOf<LoopedGrammar, "Expr">;
type Stmt = NodeOf<LoopedGrammar, "Stmt">;
type Block = NodeOf<LoopedGrammar, "Block">;
type Pattern = NodeOf<LoopedGrammar, "Pattern">;
type Context = Hoisting<Stmt>;

/** A loop whose parts are in the target language. */
interface Round {
  readonly at: number;
  readonly pattern: Pattern;
  readonly body: Block;
  readonly context: Context;
}

const body = rewrite<AccessedGrammar, LoopedGrammar, Context>(Accessed, Looped, {
  Function: {
    Function: (n, to) => inFrame(n, { before: [] }, to.Block),
  },
  Block: {
    Block: (n, to, context) => {
      const statements = hoisted(n.statements, (each) => to.Stmt(each, context), context);
      return (statements as unknown) === n.statements
        ? (n as Block)
        : { kind: "Block", at: n.at, statements };
    },
  },
  Stmt: {
    While: ({ at, condition, body }, to, context) => ({
      ...{ kind: "Loop", at, condition: to.Expr(condition, context) },
      ...{ body: to.Block(body, context), step: block([], at) },
    }),
    For: (n, to, context) => {
      const iterable = to.Expr(n.iterable, context);
      const pattern = to.Pattern(n.pattern, context);
      const round = { at: n.at, pattern, body: to.Block(n.body, context), context };
      if (iterable.kind === "Prim" && iterable.op === "list.range_int") return overInts(iterable, round);
      if (iterable.kind === "Prim" && iterable.op === "list.range_float") return overFloats(iterable, round);
      const type = plain(iterable.type);
      if (type.kind === "Map") return overMap(iterable, type.value, round);
      if (type.kind === "List") return overList(iterable, type.item, round);
      return overList(prim("unknown.items", list(UNKNOWN), [iterable], iterable.at), UNKNOWN, round);
    },
  },
});

const overList = (items: Expr, item: Type, round: Round): Stmt =>
  overPositions(items, "list.length", round, (held, index) =>
    prim("list.get", item, [held, index], round.at),
  );

const overMap = (entries: Expr, value: Type, round: Round): Stmt =>
  overPositions(entries, "map.length", round, (held, index) =>
    prim("map.value_at", value, [held, index], round.at),
  );

/** The collection is a value, so nothing that the body does changes what is visited. */
const overPositions = (
  collection: Expr,
  length: "list.length" | "map.length",
  round: Round,
  itemAt: (held: Expr, index: Expr) => Expr,
): Stmt => {
  const { at, context } = round;
  const [items, end, index] = [fresh(context, "items"), fresh(context, "end"), freshVar(context, "index")];
  const held = use(items, collection.type, at);
  const current = use(index, INT, at);
  const before = [
    letBe(items, collection, at),
    letBe(end, prim(length, INT, [held], at), at),
    letBe(index, int(0n, at), at),
  ];
  const condition = prim("int.lt", BOOL, [current, use(end, INT, at)], at);
  return several<Stmt, Stmt>(
    before,
    loop(condition, itemAt(held, current), [next(index, at)], round),
    context,
  );
};

type Range = FormOf<LoopedGrammar, "Expr", "Prim">;

/** No list: the first number is where the loop starts, and it ends with the last, so that nothing overflows. */
const overInts = ({ args, at }: Range, round: Round): Stmt => {
  const { context } = round;
  const [low, high] = args as readonly [Expr, Expr];
  const [index, end] = [freshVar(context, "index"), fresh(context, "end")];
  const current = use(index, INT, at);
  const last = high.kind === "Int" ? high : use(end, INT, at);
  const before: Stmt[] = [
    letBe(index, low, at),
    ...(high.kind === "Int" ? [] : [letBe(end, high, at)]),
    perform(prim("range.check_int", UNIT, [current, last], at), at),
  ];
  if (last.kind === "Int" && last.value < GREATEST) {
    const condition = prim("int.le", BOOL, [current, last], at);
    return several<Stmt, Stmt>(before, loop(condition, current, [next(index, at)], round), context);
  }
  const isLast = prim("int.eq", BOOL, [current, last], at);
  return untilLast(before, isLast, current, next(index, at), round);
};

/** As `1.0` may change nothing at the greatest bound, the loop ends there in any case. */
const overFloats = ({ args, at }: Range, round: Round): Stmt => {
  const { context } = round;
  const [low, high] = args as readonly [Expr, Expr];
  const [index, end] = [freshVar(context, "index"), fresh(context, "end")];
  const [current, last] = [use(index, FLOAT, at), use(end, FLOAT, at)];
  const before: Stmt[] = [
    letBe(index, low, at),
    letBe(end, high, at),
    perform(prim("range.check_float", UNIT, [current, last], at), at),
  ];
  const following = prim("float.add", FLOAT, [current, float(1, at)], at);
  const limit = prim("float.add", FLOAT, [last, float(TOLERANCE, at)], at);
  const isLast = choose(
    prim("float.ge", BOOL, [current, float(WIDEST, at)], at),
    BOOL,
    bool(true, at),
    prim("float.gt", BOOL, [following, limit], at),
    at,
  );
  return untilLast(before, isLast, current, assign<Expr>(index, following, at), round);
};

/** A loop over numbers that goes on to the next one until it was at the last. */
const untilLast = (
  before: readonly Stmt[],
  isLast: Expr,
  current: Expr,
  following: Stmt,
  round: Round,
): Stmt => {
  const { at, context } = round;
  const more = freshVar(context, "more");
  const step: Stmt = {
    ...when<Expr, Stmt>(isLast, [assign<Expr>(more, bool(false, at), at)], at),
    otherwise: block<Stmt>([following], at),
  };
  const statements = [...before, letBe(more, bool(true, at), at)];
  return several<Stmt, Stmt>(statements, loop(use(more, BOOL, at), current, [step], round), context);
};

const GREATEST = 2n ** 63n - 1n;
/** Of the bounds of Float ranges, and of their end (03, 3.4). */
const WIDEST = 2 ** 53;
const TOLERANCE = 1e-9;

const next = (index: Local, at: number): Stmt =>
  assign<Expr>(index, prim("int.add", INT, [use(index, INT, at), int(1n, at)], at), at);

const loop = (condition: Expr, item: Expr, step: readonly Stmt[], { at, pattern, body }: Round): Stmt => ({
  ...{ kind: "Loop", at, condition, step: block(step, at) },
  body: block(matched(pattern, item, body), at),
});

/** The body with the item bound; an item that the pattern does not match is a failure (03, section 5). */
const matched = (pattern: Pattern, item: Expr, body: Block): readonly Stmt[] => {
  const { at } = pattern;
  if (pattern.kind === "BindPattern") return [letBe(pattern.local, item, at), ...body.statements];
  if (pattern.kind === "Wildcard") return body.statements;
  const failure = fail("runtime_type_error", text("an item does not match the pattern of the loop", at), at);
  const cases = [
    { kind: "Case", at, pattern, body } as const,
    { kind: "Case", at, pattern: { kind: "Wildcard", at }, body: block([perform(failure, at)], at) } as const,
  ];
  return [{ kind: "Match", at, exhaustive: true, subject: item, cases }];
};

export const lowerLoops = pass({
  name: "lower-loops",
  purpose: "Writes all loops in one form.",
  from: Accessed,
  to: Looped,
  run: (program) => right(body.Program(program, { locals: 0, before: [] })),
});
