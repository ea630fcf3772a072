// The cursor over a JSON text: the run-time part moves it; names are compared in place, eight bytes at a time.

import type { RuntimeName } from "../../ir/wat-runtime.ts";
import { block, choose, get, type Instr, i32, i64, load, op, opWith, set } from "./code.ts";
import { type Family, type Operation, single } from "./operation.ts";

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

/** Which of the names (a literal) stands in quotes at the address that a function gives; -1 if none does. */
const nameAt =
  (name: "scan_key" | "scan_variant"): Operation =>
  (context, _, { args: [names] }) => {
    if (names?.kind !== "Text") throw new Error("the names of fields and variants are literals");
    const address = context.kept(context.runtime(name), "i32", "name");
    const found = context.temporary("i64", "found");
    const label = context.label("named");
    const tests = names.value
      .split(" ")
      .flatMap((each, i) => [
        set(found, i64(BigInt(i))),
        opWith("br_if", [`$${label}`], stands(Buffer.from(`"${each}"`), address)),
      ]);
    context.emit(block(label, [...tests, set(found, i64(-1n))]));
    return [get(found)];
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
  "scan.field": nameAt("scan_key"),
  "scan.name": runtime("scan_name"),
  "scan.null": runtime("scan_null"),
  "scan.bool": runtime("scan_bool"),
  "scan.int": runtime("scan_int"),
  "scan.float": runtime("scan_float"),
  "scan.text": runtime("scan_text"),
  "scan.variant": nameAt("scan_variant"),
  "scan.data_first": runtime("scan_data_first"),
  "scan.leave": runtime("scan_leave"),
};
