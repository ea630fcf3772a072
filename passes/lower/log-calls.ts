// What a call of `log` does (03, section 17): texts and JSON are made only of lines that are written.

import type { ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { BOOL, INT, list, plain, STRING, type Type, UNIT, UNKNOWN } from "../../ir/types.ts";
import { type Frame, fresh, freshVar } from "../fresh.ts";
import {
  assign,
  bind,
  block,
  choose,
  int,
  kindIs,
  letBe,
  perform,
  prim,
  text,
  unit,
  use,
  when,
} from "./build.ts";

type Expr = NodeOf<ValuesGrammar, "Expr">;
type Stmt = NodeOf<ValuesGrammar, "Stmt">;

/** The level of lines that name none. */
const INFO = int(2n);
const NO_LEVEL = int(-1n);

/** The call with arguments that stand in untyped places. */
export const log = (args: readonly Expr[], at: number, frame: Frame): Expr => {
  const values = args.map(known);
  const given = values.map((value) => use(fresh(frame, "argument"), value.type, value.at));
  const [first, ...others] = given;
  const level = first && others.length > 0 ? levelIn(first) : null;
  const line = level === null ? written(INFO, given, at) : levelled({ level, given, others, at }, frame);
  return values.reduceRight<Expr>((body, value, i) => bind(given[i]!.local, value, body, at), line);
};

const known = (value: Expr): Expr =>
  value.kind === "Convert" && value.type.kind === "Unknown" ? value.value : value;

const texts: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>(["String", "Id", "Email"]);

/** The level that an argument may name; null if it is no text. */
const levelIn = (value: Expr): Expr | null => {
  const type = plain(value.type);
  if (texts.has(type.kind)) return prim("log.level", INT, [textOf(value)]);
  if (type.kind === "Option") {
    const level = levelIn(prim("option.get", type.inner, [value]));
    return level && choose(prim("option.is_none", BOOL, [value]), INT, NO_LEVEL, level);
  }
  if (type.kind !== "Unknown") return null;
  const named = prim("log.level", INT, [prim("unknown.as", STRING, [value])]);
  return choose(kindIs(value, "String"), INT, named, NO_LEVEL);
};

interface Levelled {
  readonly level: Expr;
  readonly given: readonly Expr[];
  /** The arguments behind that which may be the level. */
  readonly others: readonly Expr[];
  readonly at: number;
}

const levelled = ({ level, given, others, at }: Levelled, frame: Frame): Expr => {
  const found = use(fresh(frame, "level"), INT, at);
  const none = prim("int.lt", BOOL, [found, int(0n)]);
  return bind(
    found.local,
    level,
    choose(none, UNIT, written(INFO, given, at), written(found, others, at), at),
    at,
  );
};

/** Writes a line with a message and data, if lines of the level are written. */
const written = (level: Expr, [message, ...data]: readonly Expr[], at: number): Expr => {
  const shown = message ? textOf(message) : text("");
  const line = prim("log.write", UNIT, [level, shown, dataOf(data, at)], at);
  return choose(prim("log.enabled", BOOL, [level], at), UNIT, line, unit(at), at);
};

/** One value as its JSON, several as an array. */
const dataOf = (values: readonly Expr[], at: number): Expr => {
  const [first, ...others] = values.map((value) => jsonOf(value, at));
  if (first === undefined) return text("");
  if (others.length === 0) return first;
  const items = others.reduce((before, each) => concat(concat(before, text(",")), each), first);
  return concat(concat(text("["), items), text("]"));
};

const jsonOf = (value: Expr, at = 0): Expr => ({ kind: "JsonText", at, type: STRING, value });

const concat = (left: Expr, right: Expr): Expr => prim("text.concat", STRING, [left, right]);

const textOf = (value: Expr): Expr => ({ kind: "Concat", at: value.at, type: STRING, parts: [value] });

// ---- Any number of arguments, of which nothing is known -------------------------------------------------

const LIST = list(UNKNOWN);
const ONE = int(1n);
const over = (left: Expr, right: Expr): Expr => prim("int.gt", BOOL, [left, right]);

/** What a call of the function value `log` does with its arguments, a list of values of unknown type. */
export const logListed = (values: Expr, frame: Frame): readonly Stmt[] => {
  const [first, count] = [use(fresh(frame, "first"), UNKNOWN), use(fresh(frame, "count"), INT)];
  const [level, message] = [use(freshVar(frame, "level"), INT), use(freshVar(frame, "message"), INT)];
  const item = (index: Expr): Expr => prim("list.get", UNKNOWN, [values, index]);
  const named = bind<Expr, Expr>(first.local, item(int(0n)), levelIn(first)!);
  const shown = choose(over(count, message), STRING, textOf(item(message)), text(""));
  const { made, collected } = behind(message, count, item, frame);
  return [
    letBe<Expr>(count.local, prim("list.length", INT, [values])),
    letBe<Expr>(level.local, choose(over(count, ONE), INT, named, NO_LEVEL)),
    letBe<Expr>(message.local, ONE),
    when<Expr, Stmt>(prim("int.lt", BOOL, [level, int(0n)]), [
      assign<Expr>(level.local, INFO),
      assign<Expr>(message.local, int(0n)),
    ]),
    when<Expr, Stmt>(prim("log.enabled", BOOL, [level]), [
      ...made,
      perform<Expr>(prim("log.write", UNIT, [level, shown, jsonOfAll(collected)])),
    ]),
  ];
};

/** A list of the items behind that at `start`, and the statements that make it. */
const behind = (start: Expr, count: Expr, item: (index: Expr) => Expr, frame: Frame) => {
  const [collected, index] = [use(freshVar(frame, "data"), LIST), use(freshVar(frame, "index"), INT)];
  const after = (position: Expr): Expr => prim("int.add", INT, [position, ONE]);
  const made: readonly Stmt[] = [
    letBe<Expr>(collected.local, { kind: "List", at: 0, type: LIST, items: [] }),
    letBe<Expr>(index.local, after(start)),
    {
      ...{ kind: "While", at: 0, condition: over(count, index) },
      body: block<Stmt>([
        assign<Expr>(collected.local, prim("list.append", LIST, [collected, item(index)])),
        assign<Expr>(index.local, after(index)),
      ]),
    },
  ];
  return { made, collected };
};

/** As `dataOf`, of a list. */
const jsonOfAll = (values: Expr): Expr => {
  const length = prim("list.length", INT, [values]);
  const only = jsonOf(prim("list.get", UNKNOWN, [values, int(0n)]));
  const some = choose<Expr, Expr, Expr>(over(length, ONE), STRING, jsonOf(values), only);
  return choose<Expr, Expr, Expr>(over(length, int(0n)), STRING, some, text(""));
};
