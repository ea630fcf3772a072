// Writes JSON (03, 15.1): compact, keys in the order of their code points.

import { base64 } from "./base64.ts";
import { DEPTH, depthPanic } from "./failures.ts";
import { floatText } from "./float.ts";
import { textOf } from "./text.ts";
import { Cell, type Composite, Dict, Float, List, Result, Struct, type Value, Variant } from "./values.ts";

/**
 * The text as a JSON string. The host escapes as the language does: what is written is well-formed, so nothing but
 * quotes, backslashes and control characters is.
 */
export const quoted = (text: string): string => JSON.stringify(text);

/** The JSON of a Float: 0 for -0, null for what is no number. */
export const jsonFloat = (value: number): string =>
  Number.isFinite(value) ? (value === 0 ? "0" : floatText(value)) : "null";

/** UTF-16 puts what is beyond the basic plane in front of U+E000 to U+FFFF; code points do not. */
const isHigh = (text: string): boolean => /[\ud800-\uffff]/.test(text);

const byCodePoint = (a: string, b: string): number =>
  isHigh(a) && isHigh(b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : a > b ? 1 : 0;

/** Keys in the order in which JSON has them. */
export const sortedKeys = (keys: readonly string[]): string[] => keys.toSorted(byCodePoint);

/** Text that is ready, or a value whose JSON is still to come, and how many values it is nested in. */
type Piece = string | { readonly value: Composite; readonly depth: number };

/**
 * The JSON of any value, itself nested in so many; a panic if one is nested too deep. With a stack of its own, so that
 * no depth overflows.
 */
export const encodeJson = (value: Value, depth = 0): string => {
  let text = "";
  const pending: Piece[] = [pieceOf(value, depth)];
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    if (typeof piece === "string") text += piece;
    else if (piece.depth >= DEPTH) throw depthPanic("JSON of a value nested");
    else {
      const parts = partsOf(piece.value, piece.depth + 1);
      for (let i = parts.length - 1; i >= 0; i--) pending.push(parts[i]!);
    }
  }
  return text;
};

const pieceOf = (value: Value, depth: number): Piece => {
  if (value === undefined || value === null) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Float) return jsonFloat(value.value);
  if (value instanceof Uint8Array) return quoted(base64(value));
  if (value instanceof Cell) return pieceOf(value.content, depth);
  return isComposite(value) ? { value, depth } : quoted(textOf(value));
};

const isComposite = (value: object): value is Composite =>
  value instanceof List ||
  value instanceof Dict ||
  value instanceof Struct ||
  value instanceof Variant ||
  value instanceof Result;

const partsOf = (value: Composite, depth: number): readonly Piece[] => {
  if (value instanceof List)
    return ["[", ...separated(value.items.map((item) => [pieceOf(item, depth)])), "]"];
  if (value instanceof Dict) return object(value.keys, (key) => value.get(key, null), depth);
  if (value instanceof Struct) {
    const { fields } = value.type;
    return object(fields, (name) => value.values[fields.indexOf(name)], depth);
  }
  if (value instanceof Result) return tagged(value.isOk ? "Ok" : "Err", [value.content], depth);
  return tagged(value.type.variants[value.tag]!, value.payload, depth);
};

const object = (keys: readonly string[], member: (key: string) => Value, depth: number): readonly Piece[] => [
  "{",
  ...separated(sortedKeys(keys).map((key) => [`${quoted(key)}:`, pieceOf(member(key), depth)])),
  "}",
];

/** An enum value or Result. */
const tagged = (name: string, values: readonly Value[], depth: number): readonly Piece[] => {
  const type = `"type":"${name}"}`;
  if (values.length === 0) return [`{${type}`];
  const data = separated(values.map((value) => [pieceOf(value, depth)]));
  return values.length === 1 ? ['{"data":', ...data, `,${type}`] : ['{"data":[', ...data, `],${type}`];
};

const separated = (members: readonly (readonly Piece[])[]): readonly Piece[] =>
  members.flatMap((member, i) => (i === 0 ? member : [",", ...member]));
