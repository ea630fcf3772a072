// Module records as text: a line for each module, whose interface is not read before it is asked for.

import { isLeft } from "fp-ts/Either";
import * as t from "io-ts";
import { moduleInterfaceCodec } from "../../ir/interfaces.ts";
import { digest, type ModuleRecord, type Records } from "./records.ts";

/** What a line says in front of the interface: path, digests (see `Inputs` and `Outputs`), imports, digest of the rest. */
const headCodec = t.tuple([
  t.string,
  t.tuple([t.string, t.string]),
  t.tuple([t.string, t.string, t.string]),
  t.array(t.string),
  t.string,
]);

/** The line of a record, and its sum: it covers the line in front, so that only what was read can be appended to. */
const lineOf = (record: ModuleRecord, sumBefore: string): { line: string; sum: string } | null => {
  const described = record.interface();
  if (described === null) return null;
  const { path, inputs, outputs, imports } = record;
  const rest = JSON.stringify(moduleInterfaceCodec.encode(described));
  const digests = [
    [inputs.text, inputs.links],
    [outputs.face, outputs.impls, outputs.uses],
  ];
  const head = JSON.stringify([path, ...digests, imports, digest(rest)]);
  const sum = digest(sumBefore + head);
  return { line: `${sum}\t${head}\t${rest}\n`, sum };
};

/** Records as lines behind the line with the sum; null if they cannot be told. */
const linesOf = (records: Iterable<ModuleRecord>, sumBefore: string): string | null => {
  let text = "";
  let sum = sumBefore;
  for (const record of records) {
    const made = lineOf(record, sum);
    if (made === null) return null;
    text += made.line;
    sum = made.sum;
  }
  return text;
};

/** Records as text; `key` says what else they rest on. Null if they cannot be told. */
export const recordsToText = (key: string, records: Records): string | null => {
  const lines = linesOf(records.values(), key);
  return lines === null ? null : `${key}\n${lines}`;
};

/** What a text holds. */
export interface Stored {
  readonly records: Records;
  /** The sum of its last line; null if nothing more should be appended. */
  readonly last: string | null;
}

/**
 * What to append to a text so that it holds the records `after`; null where that cannot be done. A later line about a
 * module takes the place of an earlier one, as long as there are not too many.
 */
export const recordsToAppend = ({ records, last }: Stored, after: Records): string | null => {
  const isSameSet = records.size === after.size && [...after.keys()].every((path) => records.has(path));
  if (last === null || !isSameSet) return null;
  return linesOf(
    [...after.values()].filter((record) => records.get(record.path) !== record),
    last,
  );
};

/** A text with more lines than modules, times this, is written anew. */
const LINES_PER_MODULE = 2;

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

const recordIn = (line: string, sumBefore: string): { record: ModuleRecord; sum: string } | null => {
  const [sum = "", json = "", rest = ""] = line.split("\t");
  const head = sum === digest(sumBefore + json) ? headCodec.decode(parse(json)) : null;
  if (head === null || isLeft(head)) return null;
  const [path, [text, links], [face, impls, uses], imports, sumOfRest] = head.right;
  const described = () => {
    const decoded = sumOfRest === digest(rest) ? moduleInterfaceCodec.decode(parse(rest)) : null;
    return decoded === null || isLeft(decoded) ? null : decoded.right;
  };
  const record = {
    path,
    inputs: { text, links },
    outputs: { face, impls, uses },
    imports,
    interface: described,
  };
  return { record, sum };
};

/** The records that a text holds; null if it is damaged or was made for another key. */
export const recordsFromText = (key: string, text: string): Stored | null => {
  const [made, ...lines] = text.split("\n");
  if (made !== key || lines.pop() !== "") return null;
  const records = new Map<string, ModuleRecord>();
  let last = key;
  for (const line of lines) {
    const read = recordIn(line, last);
    if (read === null) return null;
    records.set(read.record.path, read.record);
    last = read.sum;
  }
  return { records, last: lines.length < records.size * LINES_PER_MODULE ? last : null };
};
