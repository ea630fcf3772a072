// lower-match: `match` becomes tests, each made as late as possible and none twice for the same part of the subject.

import { right } from "fp-ts/These";
import type { FormOf } from "../../ir/framework/language.ts";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Looped, type LoopedGrammar, Trees, type TreesGrammar } from "../../ir/matched.ts";
import { fresh, inFrame } from "../fresh.ts";
import { raisedDomains } from "../raised-domains.ts";
import { type Block, type Branch, chain, type Stmt } from "./branches.ts";
import { and, block, letBe, not, perform, unit, use } from "./build.ts";
import { type Hoisting, hoisted, several } from "./hoisting.ts";
import {
  type Binding,
  type Demands,
  demandsOf,
  type Expr,
  type Context as Known,
  type Place,
  type Test,
} from "./patterns.ts";
import { tablesOf } from "./tables.ts";

interface Context extends Hoisting<Stmt>, Known {}

const body = rewrite<LoopedGrammar, TreesGrammar, Context>(Looped, Trees, {
  Function: {
    Function: (n, to, { tables, raised }) => inFrame(n, { tables, raised, before: [] }, to.Block),
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
    If: (n, to, context) => {
      const branches = n.branches.map(({ at, condition, body }) => ({
        ...{ at, condition: to.Expr(condition, context) },
        body: to.Block(body, context),
      }));
      return only(chain(branches, n.otherwise && to.Block(n.otherwise, context), context), n.at, context);
    },
    Match: (n, to, context) => {
      const subject = to.Expr(n.subject, context);
      const held = subject.kind === "Local" ? null : fresh(context, "subject");
      const value = held ? use(held, subject.type, n.subject.at) : subject;
      const bodies = n.cases.map((each) => to.Block(each.body, context));
      const statements = matched(n, { value, key: "" }, bodies, context);
      return only(held ? [letBe(held, subject, n.at), ...statements] : statements, n.at, context);
    },
  },
});

/** The statements in the place of one. */
const only = (statements: readonly Stmt[], at: number, context: Context): Stmt =>
  several(statements.slice(0, -1), statements.at(-1) ?? perform(unit(at), at), context);

// ---- Cases ----------------------------------------------------------------------------------------------

/** Outcomes that are known of tests when a case is reached. */
type Facts = Map<string, boolean>;

const matched = (
  n: FormOf<LoopedGrammar, "Stmt", "Match">,
  subject: Place,
  bodies: readonly Block[],
  context: Context,
): readonly Stmt[] => {
  const facts: Facts = new Map();
  const branches: Branch[] = [];
  for (const [i, { at, pattern }] of n.cases.entries()) {
    const demands: Demands = { tests: [], bindings: [] };
    if (!demandsOf(pattern, subject, demands, context)) continue;
    const tests = open(demands.tests, facts);
    if (tests === null) continue;
    const body = withBindings(demands.bindings, bodies[i]!);
    const [first, ...more] = tests;
    if (!first) return chain(branches, body, context);
    branches.push({
      at,
      condition: more.reduce<Expr>((all, test) => and(all, holds(test), at), holds(first)),
      body,
    });
    // a case that is left because of its only test tells how that test ended
    if (more.length === 0) facts.set(first.key, !first.wanted);
  }
  return chain(branches, null, context);
};

/** The tests whose outcome is not known yet; null if one is known to fail. */
const open = (tests: readonly Test[], facts: Facts): readonly Test[] | null => {
  const left: Test[] = [];
  for (const test of tests) {
    const known = facts.get(test.key) ?? (test.others?.every((key) => facts.get(key) === false) || undefined);
    if (known === undefined) left.push(test);
    else if (known !== test.wanted) return null;
  }
  return left;
};

const holds = ({ condition, wanted }: Test): Expr => (wanted ? condition : not(condition, condition.at));

const withBindings = (bindings: readonly Binding[], body: Block): Block =>
  bindings.length === 0
    ? body
    : block<Stmt>(
        [...bindings.map(({ local, value }) => letBe(local, value, value.at)), ...body.statements],
        body.at,
      );

export const lowerMatch = pass({
  name: "lower-match",
  purpose: "Makes tests of patterns.",
  from: Looped,
  to: Trees,
  run: (program) =>
    right(
      body.Program(program, {
        ...{ locals: 0, before: [] },
        ...{ tables: tablesOf(program.types), raised: raisedDomains(program) },
      }),
    ),
});
