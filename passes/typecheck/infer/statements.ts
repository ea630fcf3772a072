// Inference of statements and blocks (chapter 2.9).

import type { FormOf } from "../../../ir/framework/language.ts";
import type { ResolvedGrammar } from "../../../ir/resolved.ts";
import { BOOL, DIAGNOSED, HTML, plain, type Type, UNIT, UNKNOWN } from "../../../ir/types.ts";
import { fits, isUnknown, unknownFrom } from "../../compatibility.ts";
import { isExhaustive } from "../exhaustiveness.ts";
import { givesValue } from "../results.ts";
import {
  type Context,
  type Expr,
  enterTransaction,
  type InferenceOf,
  isEntry,
  placeOf,
  report,
  type SourceExpr,
  type Stmt,
  type To,
} from "./context.ts";
import { wholePattern } from "./patterns.ts";
import { article, enter, expectFit, handled } from "./places.ts";
import { targetOf } from "./targets.ts";

type Source<K extends keyof ResolvedGrammar["Stmt"]> = FormOf<ResolvedGrammar, "Stmt", K>;

export const blocks: InferenceOf<"Block", "Block"> = {
  Block: (n, to, context) => {
    const last = n.statements.length - 1;
    const statements = n.statements.map((each, i) => to.Stmt(each, i === last ? context : context.operand));
    return { kind: "Block", at: n.at, statements };
  },
};

export const statements: InferenceOf<
  "Stmt",
  "Let" | "Assign" | "Return" | "If" | "Match" | "For" | "While" | "Transaction" | "Do"
> = {
  Let: (n, to, context) => {
    const type = n.type?.type;
    const value = type
      ? enter(n.value, to, context, { type, what: `"${n.local.name}"` })
      : to.Expr(n.value, context.operand);
    context.body.locals[n.local.id] = type ?? value.type;
    return { kind: "Let", at: n.at, local: n.local, type: type ?? value.type, value };
  },
  Assign: (n, to, context) => {
    const target = targetOf(n.target, to, context);
    const place = { type: target?.type ?? UNKNOWN, what: "the assigned value" };
    const value = enter(n.value, to, context, place);
    if (target === null) return { kind: "Do", at: n.at, value };
    return { kind: "Assign", at: n.at, local: target.local, value, steps: target.steps };
  },
  Return: (n, to, context) => ({ kind: "Return", at: n.at, value: returned(n, to, context) }),
  If: (n, to, context) => {
    const inside = n.otherwise || isEntry(context) ? context : context.operand;
    return {
      kind: "If",
      at: n.at,
      branches: n.branches.map((branch) => ({
        kind: "Branch",
        at: branch.at,
        condition: conditionOf(branch.condition, to, context),
        body: to.Block(branch.body, inside),
      })),
      otherwise: n.otherwise && to.Block(n.otherwise, inside),
    };
  },
  Match: (n, to, context) => {
    const subject = handled(to.Expr(n.subject, context.operand));
    const inPattern = placeOf(context, subject.type);
    const patterns = n.cases.map((each) => wholePattern(each.pattern, to, inPattern));
    const exhaustive = isExhaustive(patterns, subject.type, context.body.checker.declarations);
    const inside = exhaustive || isEntry(context) ? context : context.operand;
    return {
      kind: "Match",
      at: n.at,
      exhaustive,
      subject,
      cases: n.cases.map((each, i) => ({
        kind: "Case",
        at: each.at,
        pattern: patterns[i]!,
        body: to.Block(each.body, inside),
      })),
    };
  },
  For: (n, to, context) => {
    const iterable = to.Expr(n.iterable, context.operand);
    const item = itemOf(iterable, context);
    return {
      kind: "For",
      at: n.at,
      pattern: wholePattern(n.pattern, to, placeOf(context, item)),
      iterable,
      body: to.Block(n.body, context.operand),
    };
  },
  While: (n, to, context) => ({
    kind: "While",
    at: n.at,
    condition: conditionOf(n.condition, to, context),
    body: to.Block(n.body, context.operand),
  }),
  Transaction: (n, to, context) => ({
    kind: "Transaction",
    at: n.at,
    body: to.Block(n.body, enterTransaction(context)),
  }),
  Do: (n, to, context) => {
    if (!context.tail) return { kind: "Do", at: n.at, value: to.Expr(n.value, context.operand) };
    return lastOf(n, to, context);
  },
};

/** A condition, which must be a Bool. */
export const conditionOf = (source: SourceExpr, to: To, context: Context): Expr => {
  const condition = to.Expr(source, context.operand);
  if (!fits(condition.type, BOOL)) {
    report(
      context,
      condition.at,
      `expected Bool condition, but this is ${article(condition.type)}; write a comparison`,
    );
  }
  return condition;
};

/** What a loop takes from its iterable. */
export const itemOf = (iterable: Expr, context: Context): Type => {
  const item = itemType(plain(iterable.type));
  if (item === null) report(context, iterable.at, notIterable(iterable.type));
  return item ?? DIAGNOSED;
};

const itemType = (iterable: Type): Type | null => {
  if (isUnknown(iterable)) return unknownFrom(iterable);
  if (iterable.kind === "List") return iterable.item;
  return iterable.kind === "Map" ? iterable.value : null;
};

const notIterable = (type: Type): string =>
  `not iterable: "for" goes through lists, ranges and the values of maps, and this is ${article(type)}`;

// ---- Results --------------------------------------------------------------------------------------------

const resultPlace = (type: Type, at: number) => ({ type, what: "the result", at });

const returned = (n: Source<"Return">, to: To, context: Context): Expr | null => {
  const { result, task, transaction } = context.body;
  // said here, because behind inference values at the ends of bodies are returns as well
  if (transaction) report(context, n.at, '"return" may not leave a "transaction"; let it end, then return');
  const value = n.value && returnedValue(n.value, n.at, to, context);
  if (value === null && result !== null && !fits(UNIT, result)) {
    report(context, n.at, `"return" gives no value here, and the result must be ${article(result)}`);
  }
  task?.returns.push({ at: n.at, value });
  return value;
};

const returnedValue = (source: SourceExpr, at: number, to: To, context: Context): Expr => {
  const { result } = context.body;
  return result === null
    ? to.Expr(source, context.operand)
    : enter(source, to, context, resultPlace(result, at));
};

/** The expression at the end of a body: its result, if the body has one. */
const lastOf = (n: Source<"Do">, to: To, context: Context): Stmt => {
  const { result, task, component } = context.body;
  const value = to.Expr(n.value, result === null ? context.operand : placeOf(context, result));
  if (task || (result !== null && givesValue(result))) {
    task?.values.push(value);
    // no Html is no end of a component, which check-returns reports
    if (component && !fits(value.type, HTML)) return { kind: "Do", at: n.at, value };
    if (result !== null) expectFit(value, context, resultPlace(result, value.at));
    return { kind: "Return", at: value.at, value };
  }
  return mayBeError(value.type, result)
    ? { kind: "Return", at: value.at, value }
    : { kind: "Do", at: n.at, value };
};

/** The value at the end of an entry, or of a body that gives nothing but errors, counts if it may be an error (03, 10.2). */
const mayBeError = (given: Type, result: Type | null): boolean => {
  const type = plain(given);
  return result === null
    ? type.kind === "Result" || type.kind === "Union" || isUnknown(type)
    : type.kind === "Result" && result.kind === "Result" && fits(type, result);
};
