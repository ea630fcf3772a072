// What calls of built-in functions do (03, 14.1 to 14.3), from their arguments.

import type { ValuesGrammar } from "../../ir/derived.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { PrimitiveName } from "../../ir/primitives.ts";
import {
  BOOL,
  BYTES,
  ERROR_ID,
  FLOAT,
  INT,
  NEVER,
  option,
  plain,
  result,
  STRING,
  struct,
  type Type,
  UNIT,
  UNKNOWN,
} from "../../ir/types.ts";
import { type Frame, fresh } from "../fresh.ts";
import { asUnknown, bind, choose, fail, kindIs, prim, text, unit, use } from "./build.ts";
import { log } from "./log-calls.ts";

type Expr = NodeOf<ValuesGrammar, "Expr">;
/** `type` is that of the call. */
type Call = (args: readonly Expr[], at: number, frame: Frame, type?: Type) => Expr;

const print: Call = (args, at, frame) => {
  const [value = text(""), ...unused] = args.map(known);
  const shown = (value: Expr): Expr => prim("host.print", UNIT, [textOf(value)], at);
  if (unused.length === 0) return shown(value);
  const local = fresh(frame, "value");
  const rest = unused.reduceRight<Expr>(
    (body, each) => bind(fresh(frame, "unused"), each, body, at),
    shown(use(local, value.type, at)),
  );
  return bind(local, value, rest, at);
};

const assert: Call = (args, at, frame) => {
  const locals = args.map(() => fresh(frame, "argument"));
  const values = args.map(known);
  const [condition, message] = values.map((arg, i) => use(locals[i]!, arg.type, arg.at));
  const failed = prim(
    "text.concat",
    STRING,
    [text("assert failed: "), message ? textOf(message) : text("assertion failed")],
    at,
  );
  const tested: Expr =
    condition === undefined || args.length > 2
      ? fail("runtime_invalid_arguments", text(`assert takes 1 or 2 arguments, got ${args.length}`), at)
      : choose(truth(condition), UNIT, unit(at), fail("runtime_error", failed, at), at);
  return values.reduceRight<Expr>((body, arg, i) => bind(locals[i]!, arg, body, at), tested);
};

/** A built-in that takes one text. */
const asking =
  (op: "host.input" | "host.env" | "host.env_int" | "host.env_float" | "host.env_bool", result: Type): Call =>
  ([value = text("")], at, frame) =>
    prim(op, result, [argument(value, STRING, frame)], at);

/** An argument as it is before it enters the type of its parameter. */
const untested = (value: Expr): Expr =>
  value.kind === "Convert" && plain(value.value.type).kind === "Unknown" ? value.value : value;

/** What is said of an argument of another type. */
export const misfit = (value: Expr, type: Type, at = 0): Expr => {
  const wanted: Expr = text(`the argument must be of type ${type.text}, got `, at);
  return prim("text.concat", STRING, [wanted, prim("unknown.kind", STRING, [value], at)], at);
};

/** An argument of unknown type is tested by the built-in itself (03, 8.4); `type` is Int, String, Bytes or such. */
const argument = (given: Expr, type: Type, frame: Frame): Expr => {
  const value = untested(given);
  if (plain(value.type).kind !== "Unknown") return value;
  const { at } = value;
  const local = fresh(frame, "argument");
  const it = use(local, UNKNOWN, at);
  const failure = fail("runtime_invalid_arguments", misfit(it, type, at), at);
  return bind(
    local,
    value,
    choose(kindIs(it, type.kind, at), type, prim("unknown.as", type, [it], at), failure, at),
    at,
  );
};

/** A built-in that is an operation on arguments of these types. */
const operation =
  (op: PrimitiveName, params: readonly Type[], result: Type): Call =>
  (args, at, frame) =>
    prim(
      op,
      result,
      params.map((type, i) => argument(args[i]!, type, frame)),
      at,
    );

/** A time that is a Float is truncated. */
const time = (value: Expr): Expr =>
  plain(value.type).kind === "Unknown" ? prim("time.of", INT, [value], value.at) : value;

const formatTime: Call = ([epoch = text(""), format = text("")], at, frame) =>
  prim("time.format", STRING, [time(epoch), argument(format, STRING, frame)], at);

const parseTime: Call = (args, at, frame) => {
  const given = [fresh(frame, "text"), fresh(frame, "format")].map((local) => use(local, STRING, at));
  const found = use(fresh(frame, "time"), option(INT), at);
  const error = struct(ERROR_ID, "Error");
  const type = result(INT, error);
  const fault: Expr = {
    ...{ kind: "StructLiteral", at, type: error, struct: ERROR_ID },
    fields: [
      {
        ...{ kind: "FieldValue", at, name: { name: "message", at } },
        value: prim("time.fault", STRING, given, at),
      },
    ],
  };
  const settled = choose(
    prim("option.is_none", BOOL, [found], at),
    type,
    prim("result.err", type, [fault], at),
    prim("result.ok", type, [prim("option.get", INT, [found], at)], at),
    at,
  );
  const parsed: Expr = bind(found.local, prim("time.parse", option(INT), given, at), settled, at);
  return given.reduceRight<Expr>(
    (body, { local }, i) => bind(local, argument(args[i]!, STRING, frame), body, at),
    parsed,
  );
};

const encode: Call = ([value = text("")], at) => ({
  kind: "JsonText",
  at,
  type: STRING,
  value: known(value),
});

const sleep: Call = ([time = text("")], at, frame) =>
  prim("time.sleep", UNIT, [argument(time, INT, frame)], at);

/** With a type argument the call gives a Result (10.5). */
const decodeJson: Call = ([value = text("")], at, frame, type = UNKNOWN) => {
  const source = argument(value, STRING, frame);
  return type.kind === "Result"
    ? { kind: "DecodeText", at, type, root: "$", code: "invalid_json", value: source }
    : prim("json.decode", UNKNOWN, [source], at);
};

const failing: Call = (args, at) => prim("fail", NEVER, args, at);

/** Each built-in, and `fail`, which only passes can name: it ends the run with the failure of a code and a message. */
export const builtinCalls: Readonly<Record<string, Call>> = {
  print,
  assert,
  input: asking("host.input", STRING),
  env: asking("host.env", option(STRING)),
  env_int: asking("host.env_int", option(INT)),
  env_float: asking("host.env_float", option(FLOAT)),
  env_bool: asking("host.env_bool", option(BOOL)),
  "time.now": (_, at) => prim("time.now", INT, [], at),
  "time.sleep": sleep,
  "time.format": formatTime,
  "time.parse": parseTime,
  "json.decode": decodeJson,
  "json.encode": encode,
  "crypto.hash": operation("crypto.hash", [STRING, BYTES], BYTES),
  "crypto.hmac": operation("crypto.hmac", [STRING, BYTES, BYTES], BYTES),
  "crypto.random_bytes": operation("crypto.random_bytes", [INT], BYTES),
  "crypto.constant_time_eq": operation("crypto.constant_time_eq", [BYTES, BYTES], BOOL),
  log,
  fail: failing,
};

/** A value in an untyped place, of the type that it has itself. */
const known = (value: Expr): Expr =>
  value.kind === "Convert" && value.type.kind === "Unknown" ? value.value : value;

const textOf = (value: Expr): Expr => ({ kind: "Concat", at: value.at, type: STRING, parts: [value] });

const truth = (value: Expr): Expr =>
  plain(value.type) === BOOL ? value : prim("unknown.bool", BOOL, [asUnknown(value)], value.at);
