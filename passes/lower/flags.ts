// The entry that binds program arguments to the parameters of `main` and calls it (04, section 6).

import type { Local } from "../../ir/symbols.ts";
import { BOOL, INT, option, plain, STRING, type Type, UNIT } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import {
  assign,
  block,
  call,
  choose,
  giveBack,
  int,
  letBe,
  not,
  perform,
  prim,
  text,
  use,
  when,
} from "./build.ts";
import { derivedFunction } from "./derived-function.ts";
import {
  type Expr,
  type Fn,
  joined,
  listOf,
  orProblems,
  PROBLEMS,
  problem,
  problemsIn,
  reject,
  type Stmt,
} from "./flag-problems.ts";
import { defaultCheck, flagFunction, isDoubtful, type Parameter } from "./flag-values.ts";

/** The functions that give the defaults of parameters, by the names of these. */
export type Defaults = ReadonlyMap<string, Fn>;

/** A parameter with the functions that are made for it. */
interface Bound extends Parameter {
  readonly flag: string;
  /** `check` is null where the default is valid by its type. */
  readonly default: { readonly given: Fn; readonly check: string | null } | null;
}

/** The id of the entry for a `main`. */
export const bindingId = (main: string): string => `bind<${main}>`;

/** The entry, and the functions it is made of; `usage` is what `--help` prints. */
export const bindingOf = (main: Fn, defaults: Defaults, usage: string): readonly Fn[] => {
  const { path } = main;
  const bound = boundOf(main, defaults);
  const signature = { id: bindingId(main.id), name: "bind main", path, params: [], result: UNIT };
  const entry = derivedFunction(signature, (frame): readonly Stmt[] => [
    ...(bound.some(({ name }) => name === "help") ? [] : [help(usage)]),
    ...malformed(frame),
    ...bind(main, bound, frame),
  ]);
  return [entry, ...bound.flatMap((each) => functionsOf(each, path))];
};

const boundOf = (main: Fn, defaults: Defaults): readonly Bound[] => {
  const names = new Set(main.params.map(({ local }) => local.name));
  return main.params.map(({ local: { name }, type }) => {
    const given = defaults.get(name) ?? null;
    const negatable = !names.has(`no_${name}`);
    const parameter: Parameter = { name, type, negatable, hasDefault: given !== null };
    const doubtful = given !== null && isDoubtful(parameter, given.result);
    const check = doubtful ? `default<${main.id}, ${name}>` : null;
    return { ...parameter, flag: `flag<${main.id}, ${name}>`, default: given && { given, check } };
  });
};

const functionsOf = (bound: Bound, path: string): readonly Fn[] => {
  const flag = flagFunction(bound.flag, path, bound);
  const { given, check } = bound.default ?? { given: flag, check: null };
  return check === null ? [flag] : [flag, defaultCheck(check, path, bound, given.result)];
};

const help = (usage: string): Stmt =>
  when<Expr, Stmt>(prim("flags.has", BOOL, [text("--help")]), [
    perform(prim("host.print", UNIT, [text(usage)])),
    giveBack<Expr | null>(null),
  ]);

const malformed = (frame: Frame): readonly Stmt[] => {
  const why = fresh(frame, "malformed");
  const found = use(why, option(STRING));
  const told = problem(text("$"), "invalid_args", prim("option.get", STRING, [found]));
  return [
    letBe(why, prim("flags.malformed", option(STRING), [])),
    when<Expr, Stmt>(not(prim("option.is_none", BOOL, [found])), [reject(listOf([told]))]),
  ];
};

/** Collects the problems of all flags; if there are none, defaults are evaluated from left to right, and `main` is called. */
const bind = (main: Fn, bound: readonly Bound[], frame: Frame): readonly Stmt[] => {
  const problems = freshVar(frame, "problems");
  const collected = use(problems, PROBLEMS);
  const outcomes = bound.map(({ name }) => fresh(frame, name));
  const values = bound.map(({ name }) => fresh(frame, name));
  const read = bound.flatMap(({ flag, type }, i) => readFlag(outcomes[i]!, flag, type, problems));
  const settled = bound.flatMap((each, i) => {
    const before = bound.slice(0, i).map(({ type }, j) => use(values[j]!, type));
    return settle(each, outcomes[i]!, values[i]!, before, frame);
  });
  const some = prim("int.gt", BOOL, [prim("list.length", INT, [collected]), int(0n)]);
  const args = bound.map(({ type }, i) => use(values[i]!, type));
  return [
    letBe(problems, listOf([])),
    ...read,
    ...unknownOnes(bound, problems, frame),
    when<Expr, Stmt>(some, [reject(collected)]),
    ...settled,
    perform(withoutErr(call(main.id, main.result, args))),
  ];
};

const readFlag = (outcome: Local, flag: string, type: Type, problems: Local): readonly Stmt[] => {
  const read = use(outcome, orProblems(type));
  const more = prim("list.concat", PROBLEMS, [use(problems, PROBLEMS), problemsIn(read)]);
  return [
    letBe(outcome, call(flag, orProblems(type), [])),
    when<Expr, Stmt>(not(prim("result.is_ok", BOOL, [read])), [assign<Expr>(problems, more)]),
  ];
};

/** The value of a parameter: what its flag gave, else its default, with the parameters `before` it. */
const settle = (
  { type, default: given }: Bound,
  outcome: Local,
  value: Local,
  before: readonly Expr[],
  frame: Frame,
): readonly Stmt[] => {
  const of = orProblems(type);
  const read = use(outcome, of);
  const found = prim("result.ok_value", type, [read]);
  if (given === null) return [letBe(value, found)];
  const isOk = prim("result.is_ok", BOOL, [read]);
  const { id, result } = given.given;
  const evaluated = call(id, result, before);
  if (given.check === null) {
    const known: Expr = result === type ? evaluated : { kind: "Convert", at: 0, type, value: evaluated };
    return [letBe(value, choose<Expr, Expr, Expr>(isOk, type, found, known))];
  }
  const settled = fresh(frame, value.name);
  const checked = use(settled, of);
  return [
    letBe(settled, choose<Expr, Expr, Expr>(isOk, of, read, call(given.check, of, [evaluated]))),
    when<Expr, Stmt>(not(prim("result.is_ok", BOOL, [checked])), [reject(problemsIn(checked))]),
    letBe(value, prim("result.ok_value", type, [checked])),
  ];
};

/** Adds the flags that are of no parameter. */
const unknownOnes = (bound: readonly Bound[], problems: Local, frame: Frame): readonly Stmt[] => {
  const index = freshVar(frame, "index");
  const flag = freshVar(frame, "unknown");
  const names = text(bound.map(({ name }) => name).join(" "));
  const next = prim("flags.unknown", option(STRING), [names, use(index, INT)]);
  const found = use(flag, option(STRING));
  const name = prim("option.get", STRING, [found]);
  const told = problem(name, "unknown_flag", joined(text("there is no flag --"), name));
  const rounds: readonly Stmt[] = [
    assign<Expr>(problems, prim("list.append", PROBLEMS, [use(problems, PROBLEMS), told])),
    assign<Expr>(index, prim("int.add", INT, [use(index, INT), int(1n)])),
    assign<Expr>(flag, next),
  ];
  const condition = not(prim("option.is_none", BOOL, [found]));
  return [letBe(index, int(0n)), letBe(flag, next), { kind: "While", at: 0, condition, body: block(rounds) }];
};

/** What `main` gives is dropped, but an `Err` is an uncaught error value (04, 6.4). */
const withoutErr = (value: Expr): Expr => {
  const type = plain(value.type);
  if (type.kind !== "Result" && type.kind !== "Unknown") return value;
  const content = type.kind === "Result" ? type.ok : type;
  return { kind: "Bang", at: value.at, type: content, value, error: null };
};
