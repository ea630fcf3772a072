// The primitive operations that mean the same wherever values are as in `runtime/values.ts`: all that neither store
// a value nor take one over.

import type { Primitive, PrimitiveName, primitives } from "../ir/primitives.ts";
import { regexText } from "../ir/regex.ts";
import { base64, readBase64 } from "../runtime/base64.ts";
import { constantTimeEqual, hash, hmac, randomBytes } from "../runtime/crypto.ts";
import { isEmail } from "../runtime/email.ts";
import { readBool, readFloat, readInt } from "../runtime/environment.ts";
import { bytesEqual } from "../runtime/equality.ts";
import { Failure, Panic } from "../runtime/failures.ts";
import { flagText, formOf, hasArgument, unknownFlags } from "../runtime/flags.ts";
import { floatText } from "../runtime/float.ts";
import { type Host, input, log, print, variable } from "../runtime/host.ts";
import * as int from "../runtime/int.ts";
import { decodeJson, jsonFault } from "../runtime/json.ts";
import { encodeJson, jsonFloat, quoted, sortedKeys } from "../runtime/json-encode.ts";
import { JsonScan } from "../runtime/json-scan.ts";
import { levelOf } from "../runtime/log.ts";
import { isNullText, parseBool, parseFloat64, parseInt64 } from "../runtime/parse.ts";
import { matches } from "../runtime/regex.ts";
import { codePoints, textOf } from "../runtime/text.ts";
import { formatTime } from "../runtime/time/format.ts";
import { parsedTime, timeFault, timeOf } from "../runtime/time/parse.ts";
import * as unknown from "../runtime/unknown.ts";
import {
  type Cell,
  type Dict,
  Float,
  type FunctionValue,
  type Int,
  kindOf,
  List,
  type Result,
  type Task,
  type Value,
} from "../runtime/values.ts";

/** The values of the types by which `ir/primitives.ts` describes operations. */
interface Types {
  Unit: undefined;
  Int: Int;
  Float: Float;
  Bool: boolean;
  String: string;
  Bytes: Uint8Array;
  List: List;
  Map: Dict;
  Option: Value;
  Result: Result;
  Union: Value;
  Function: FunctionValue;
  Cell: Cell;
  Task: Task;
  T: Value;
  _: Value;
  Never: never;
}
type TypeAt<W> = W extends keyof Types ? Types[W] : never;
type TypesAt<P extends readonly string[]> = { [I in keyof P]: TypeAt<P[I]> };
type Operation<P> =
  P extends Primitive<infer Params, infer Result> ? (...operands: TypesAt<Params>) => TypeAt<Result> : never;
/** Each operation as a function; it throws what `runtime/failures.ts` names. */
export type Operations = { readonly [N in PrimitiveName]: Operation<(typeof primitives)[N]> };

/** What stores a value or takes one over: how, is the affair of each backend. */
export type Storing =
  | "box.make"
  | "box.get"
  | "box.take"
  | "box.put"
  | "list.append"
  | "list.concat"
  | "map.put"
  | "result.ok"
  | "result.err"
  | "unknown.add"
  | "unknown.field"
  | "unknown.index"
  | "unknown.items"
  | "unknown.payload"
  | "unknown.put_item"
  | "unknown.call"
  | "raise";

const same = <V>(value: V): V => value;
const float = (value: number): Float => new Float(value);

const fail = (code: string, message: string): never => {
  throw code === "runtime_panic" ? new Panic(message) : new Failure(code, message);
};

/** What waits: how, is the affair of each backend, too. */
export type Waiting = "task.await" | "time.sleep";

/** The operations of a run: those of the outside world go to `host`. */
export const plainOperations = (host: Host, scan = new JsonScan()): Omit<Operations, Storing | Waiting> => ({
  "int.add": int.add,
  "int.sub": int.sub,
  "int.mul": int.mul,
  "int.div": int.div,
  "int.rem": int.rem,
  "int.neg": int.neg,
  "int.eq": (a, b) => a === b,
  "int.ne": (a, b) => a !== b,
  "int.lt": (a, b) => a < b,
  "int.le": (a, b) => a <= b,
  "int.gt": (a, b) => a > b,
  "int.ge": (a, b) => a >= b,
  "int.to_float": (a) => float(Number(a)),
  "int.text": String,

  "float.add": (a, b) => float(a.value + b.value),
  "float.sub": (a, b) => float(a.value - b.value),
  "float.mul": (a, b) => float(a.value * b.value),
  "float.div": (a, b) => float(a.value / b.value),
  "float.neg": (a) => float(-a.value),
  "float.eq": (a, b) => a.value === b.value,
  "float.ne": (a, b) => a.value !== b.value,
  "float.lt": (a, b) => a.value < b.value,
  "float.le": (a, b) => a.value <= b.value,
  "float.gt": (a, b) => a.value > b.value,
  "float.ge": (a, b) => a.value >= b.value,
  "float.text": (a) => floatText(a.value),

  "bool.not": (a) => !a,
  "bool.eq": (a, b) => a === b,
  "bool.text": String,

  "text.concat": (a, b) => a + b,
  "text.eq": (a, b) => a === b,
  "text.length": codePoints,
  "text.matches": (text, source) => matches(regexText(source, text), source),
  "text.is_email": isEmail,
  "text.starts_with": (text, prefix) => text.startsWith(prefix),

  "bytes.eq": bytesEqual,
  "bytes.length": (bytes) => bytes.length,
  "bytes.text": base64,

  "list.length": (list) => list.length,
  "list.get": unknown.item,
  "list.range_int": unknown.intRange,
  "list.range_float": (low, high) => unknown.floatRange(low.value, high.value),
  "range.check_int": (low, high) => void unknown.checkRange(low, high),
  "range.check_float": (low, high) => void unknown.checkBounds(low.value, high.value),

  "json.fault": jsonFault,
  "json.float": (a) => jsonFloat(a.value),
  "json.put_text": (out, text) => out + quoted(text),
  "json.put_unknown": (out, value) => out + encodeJson(value),

  "map.sorted_keys": (map) => new List(sortedKeys(map.keys)),
  "map.length": (map) => map.keys.length,
  "map.get": (map, key) => map.get(key, null),
  "map.read": unknown.readKey,
  "map.has": (map, key) => map.positions.has(key),
  "map.key_at": (map, at) => map.keys[Number(at)]!,
  "map.value_at": (map, at) => map.values[Number(at)],

  "option.none": () => null,
  "option.some": same,
  "option.is_none": (a) => a === null,
  "option.get": same,

  "result.is_ok": (a) => a.isOk,
  "result.ok_value": (a) => a.content,
  "result.err_value": (a) => a.content,

  "union.is": (a, id) => unknown.nominal(a) === id,
  "union.as": same,
  "union.of": same,

  "function.captured": ({ captured }) => captured,
  "unknown.of": same,
  "unknown.as": same,
  "unknown.kind": kindOf,
  "unknown.nominal": unknown.nominal,
  "unknown.sub": unknown.sub,
  "unknown.mul": unknown.mul,
  "unknown.div": unknown.div,
  "unknown.rem": unknown.rem,
  "unknown.neg": unknown.neg,
  "unknown.eq": unknown.equal,
  "unknown.lt": (a, b) => unknown.order(a, b) < 0,
  "unknown.le": (a, b) => unknown.order(a, b) <= 0,
  "unknown.gt": (a, b) => unknown.order(a, b) > 0,
  "unknown.ge": (a, b) => unknown.order(a, b) >= 0,
  "unknown.range": unknown.range,
  "unknown.bool": unknown.bool,
  "unknown.text": textOf,
  "unknown.declares": unknown.declares,
  "unknown.is_variant": unknown.isVariant,
  "unknown.key": unknown.keyOf,

  "time.now": () => host.now(),
  "time.format": formatTime,
  "time.parse": (text, format) => parsedTime(text, format),
  "time.fault": timeFault,
  "time.of": timeOf,

  "crypto.hash": hash,
  "crypto.hmac": hmac,
  "crypto.random_bytes": (count) => randomBytes(count, host.randomBytes),
  "crypto.constant_time_eq": constantTimeEqual,

  "log.level": levelOf,
  "log.enabled": (level) => level >= host.log.minimum,
  "log.write": (level, message, data) => void log(host, Number(level), message, data),

  "host.print": (text) => void print(host, text),
  "host.input": (prompt) => input(host, prompt),
  "host.env": (name) => variable(host, name) ?? null,
  "host.env_int": (name) => readInt(name, variable(host, name)),
  "host.env_float": (name) => readFloat(name, variable(host, name)),
  "host.env_bool": (name) => readBool(name, variable(host, name)),

  "flags.has": (argument) => hasArgument(host.flags, argument),
  "flags.malformed": () => host.flags.malformed,
  "flags.form": (name, negatable) => formOf(host.flags, name, negatable),
  "flags.value": (name) => flagText(host.flags, name),
  "flags.unknown": (names, index) => unknownFlags(host.flags, names.split(" "))[Number(index)] ?? null,
  "parse.int": (text) => parseInt64(text) ?? null,
  "parse.float": (text) => parseFloat64(text) ?? null,
  "parse.bool": (text) => parseBool(text) ?? null,
  "parse.bytes": readBase64,
  "parse.trimmed": (text) => text.trim(),
  "parse.is_null": isNullText,
  "json.decode": decodeJson,

  "scan.begin": (text) => scan.begin(text),
  "scan.end": () => scan.end(),
  "scan.refuse": () => scan.refuse(),
  "scan.list": () => scan.list(),
  "scan.map": () => scan.map(),
  "scan.item": () => scan.item(),
  "scan.entry": () => scan.entry(),
  "scan.field": (names) => scan.field(names),
  "scan.name": () => scan.name(),
  "scan.null": () => scan.null(),
  "scan.bool": () => scan.bool(),
  "scan.int": () => scan.int(),
  "scan.float": () => scan.float(),
  "scan.text": () => scan.text(),
  "scan.variant": (names) => scan.variant(names),
  "scan.data_first": () => scan.dataFirst(),
  "scan.leave": (dataFirst) => scan.leave(dataFirst),
  fail,
});
