// The cursor over a JSON text: the run-time part moves it; names are compared in place, eight bytes at a time.

import type { RuntimeName } from "../../ir/wat-runtime.ts";
import { block, choose, get, type Instr, i32, i64, load, op, opWith, set } from "./code.ts";
import type { Context } from "./context.ts";
import { type Family, type Operation, type Prim, single } from "./operation.ts";

/** A function of the run-time part, with the operands. */
const runtime =
  (name: RuntimeName): Operation =>
  (context, args) =>
    context.runtimeResult(name, ...args.flat());

/** One that is told a character. */
const at =
  (name: "scan_enter" | "scan_more", character: string): Operation =>
  (context) => [context.runtime(name, i32(character.charCodeAt(0)))];

const WORD = 8;

/** Whether these bytes stand at an address, from the one numbered `from` on; nothing behind the first that differs is read. */
const stands = (bytes: Buffer, address: Instr, from = 0): Instr => {
  const length = Math.min(bytes.length - from, WORD);
  const word = Buffer.alloc(WORD);
  bytes.copy(word, 0, from, from + length);
  const found = load("i64", address, from);
  const seen = length < WORD ? op("i64.and", found, i64((1n << BigInt(length * 8)) - 1n)) : found;
  const equal = op("i64.eq", seen, i64(word.readBigInt64LE()));
  if (from + length === bytes.length) return equal;
  return choose("i32", equal, [stands(bytes, address, from + WORD)], [i32(0)]);
};

/** Which of the names (a literal) stands in quotes at an address, and its length with the quotes; -1 and 0 if none does. */
const nameAt = (context: Context, { args: [names] }: Prim, address: Instr) => {
  if (names?.kind !== "Text") throw new Error("the names of fields and variants are literals");
  const found = context.temporary("i64", "found");
  const length = context.temporary("i32", "length");
  const label = context.label("named");
  const tests = names.value.split(" ").flatMap((each, i) => {
    const bytes = Buffer.from(`"${each}"`);
    const isThis = stands(bytes, address);
    return [
      ...[set(found, i64(BigInt(i))), set(length, i32(bytes.length))],
      opWith("br_if", [`$${label}`], isThis),
    ];
  });
  context.emit(block(label, [...tests, set(found, i64(-1n)), set(length, i32(0))]));
  return { found: get(found), length: get(length) };
};

/** A key is read with its colon. */
const field: Operation = (context, _, node) => {
  const address = context.kept(context.runtime("scan_next"), "i32", "key");
  const { found, length } = nameAt(context, node, address);
  context.run("scan_colon", op("i32.add", address, length));
  return [found];
};

const variant: Operation = (context, _, node) => {
  const address = context.kept(context.runtime("scan_variant"), "i32", "variant");
  return [nameAt(context, node, address).found];
};

export const scan: Family<"scan"> = {
  "scan.begin": (context, args) => {
    context.run("scan_begin", single(args));
    return [];
  },
  "scan.end": runtime("scan_end"),
  "scan.refuse": (context) => {
    context.run("scan_refuse");
    return [];
  },
  "scan.list": at("scan_enter", "["),
  "scan.map": at("scan_enter", "{"),
  "scan.item": at("scan_more", "]"),
  "scan.entry": at("scan_more", "}"),
  "scan.field": field,
  "scan.name": runtime("scan_name"),
  "scan.null": runtime("scan_null"),
  "scan.bool": runtime("scan_bool"),
  "scan.int": runtime("scan_int"),
  "scan.float": runtime("scan_float"),
  "scan.text": runtime("scan_text"),
  "scan.variant": variant,
  "scan.data_first": runtime("scan_data_first"),
  "scan.leave": runtime("scan_leave"),
};
