// The text form of any value (03, section 2): what `print` and interpolation show.

import { base64 } from "./base64.ts";
import { DEPTH, depthPanic } from "./failures.ts";
import { floatText } from "./float.ts";
import {
  Cell,
  type Composite,
  Dict,
  Float,
  FunctionValue,
  List,
  Result,
  Struct,
  Task,
  type Value,
} from "./values.ts";

/** Text that is ready, or a value whose text is still to come, and how many values it is nested in. */
type Piece = string | { readonly value: Composite; readonly depth: number };

/** The text form; a panic if the value is nested too deep. With a stack of its own, so that no depth overflows. */
export const textOf = (value: Value): string => {
  let text = "";
  const pending: Piece[] = [pieceOf(value, 0)];
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    if (typeof piece === "string") text += piece;
    else if (piece.depth >= DEPTH) throw depthPanic("text form of a value nested");
    else {
      const parts = partsOf(piece.value, piece.depth + 1);
      for (let i = parts.length - 1; i >= 0; i--) pending.push(parts[i]!);
    }
  }
  return text;
};

const pieceOf = (value: Value, depth: number): Piece =>
  isComposite(value) ? { value, depth } : plainText(value);

const isComposite = (value: Value): value is Composite =>
  typeof value === "object" &&
  value !== null &&
  !(
    value instanceof Float ||
    value instanceof Uint8Array ||
    value instanceof FunctionValue ||
    value instanceof Task ||
    value instanceof Cell
  );

const plainText = (value: Exclude<Value, Composite>): string => {
  if (value === undefined) return "()";
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof Uint8Array) return base64(value);
  if (value instanceof FunctionValue) return value.label;
  if (value instanceof Task) return "<task>";
  return value instanceof Cell ? textOf(value.content) : String(value);
};

const partsOf = (value: Composite, depth: number): readonly Piece[] => {
  if (value instanceof List) return enclosed("[", value.items, "]", depth);
  if (value instanceof Dict) return mapParts(value, depth);
  if (value instanceof Result) return [value.isOk ? "Ok(" : "Err(", pieceOf(value.content, depth), ")"];
  if (value instanceof Struct) return [structText(value)];
  const name = `${value.type.name}.${value.type.variants[value.tag]}`;
  return value.payload.length === 0 ? [name] : enclosed(`${name}(`, value.payload, ")", depth);
};

const enclosed = (open: string, items: readonly Value[], close: string, depth: number): readonly Piece[] => [
  open,
  ...separated(items.map((value) => [pieceOf(value, depth)])),
  close,
];

const mapParts = ({ keys, values }: Dict, depth: number): readonly Piece[] => [
  "{",
  ...separated(keys.map((key, i) => [`${key}: `, pieceOf(values[i], depth)])),
  "}",
];

const separated = (members: readonly (readonly Piece[])[]): readonly Piece[] =>
  members.flatMap((member, i) => (i === 0 ? member : [", ", ...member]));

/** `Name(MESSAGE)` if there is a String in a field `message`, else `<Name>`. */
const structText = ({ type, values }: Struct): string => {
  const message = values[type.fields.indexOf("message")];
  return typeof message === "string" ? `${type.name}(${message})` : `<${type.name}>`;
};

/** How the values of a struct or enum are printed: by its name, those of `std.Error` by their full name. */
export const printedName = (id: string, name: string): string => {
  const full = id.startsWith("std.Error:") ? `std.Error.${name}` : name;
  return full === "std.Error.Error" ? "std.Error" : full;
};

/** The number of Unicode code points. */
export const codePoints = (text: string): number => {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) count--;
  }
  return count;
};
