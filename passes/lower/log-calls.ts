// What a call of `log` does (03, section 17): texts and JSON are made only of lines that are written.

import type { ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { BOOL, INT, plain, STRING, type Type, UNIT } from "../../ir/types.ts";
import { type Frame, fresh } from "../fresh.ts";
import { bind, choose, int, kindIs, prim, text, unit, use } from "./build.ts";

type Expr = NodeOf<ValuesGrammar, "Expr">;

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
  const { kind } = plain(value.type);
  if (texts.has(kind)) return prim("log.level", INT, [textOf(value)]);
  if (kind !== "Unknown") return null;
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
  const [first, ...others] = values.map((value): Expr => ({ kind: "JsonText", at, type: STRING, value }));
  if (first === undefined) return text("");
  if (others.length === 0) return first;
  const items = others.reduce((before, each) => concat(concat(before, text(",")), each), first);
  return concat(concat(text("["), items), text("]"));
};

const concat = (left: Expr, right: Expr): Expr => prim("text.concat", STRING, [left, right]);

const textOf = (value: Expr): Expr => ({ kind: "Concat", at: value.at, type: STRING, parts: [value] });
