// The plain values that stand at the leaves of trees, each with its codec.

import * as t from "io-ts";
import { leaf } from "./framework/language.ts";

/** A name as written and where it stands; a dotted name is one Ident whose text has dots. */
export interface Ident {
  readonly name: string;
  readonly at: number;
}

const identCodec = new t.Type<Ident, readonly [string, number], unknown>(
  "an identifier",
  (u): u is Ident =>
    typeof u === "object" && u !== null && "name" in u && typeof u.name === "string" && "at" in u,
  (u, context) =>
    Array.isArray(u) && u.length === 2 && typeof u[0] === "string" && typeof u[1] === "number"
      ? t.success({ name: u[0], at: u[1] })
      : t.failure(u, context),
  ({ name, at }) => [name, at],
);

/** Integers as text with a trailing `n`, because JSON numbers lose digits. */
const integerCodec = new t.Type<bigint, string, unknown>(
  "an integer",
  (u): u is bigint => typeof u === "bigint",
  (u, context) =>
    typeof u === "string" && /^-?\d+n$/.test(u) ? t.success(BigInt(u.slice(0, -1))) : t.failure(u, context),
  (value) => `${value}n`,
);

/** Doubles as text, because JSON has neither -0 nor infinities. */
const floatCodec = new t.Type<number, string, unknown>(
  "a float",
  (u): u is number => typeof u === "number",
  (u, context) => {
    if (typeof u !== "string") return t.failure(u, context);
    return u === "-0" ? t.success(-0) : t.success(Number(u));
  },
  (value) => (Object.is(value, -0) ? "-0" : String(value)),
);

const showIdent = ({ name }: Ident): string => name;
const showIdents = (idents: readonly Ident[]): string => `[${idents.map(showIdent).join(" ")}]`;

export const ident = leaf(identCodec, showIdent);
export const optIdent = leaf(t.union([identCodec, t.null], "an identifier or null"), (i) =>
  i ? `${i.name}=` : "",
);
export const idents = leaf(t.readonlyArray(identCodec, "identifiers"), showIdents);
/** A string literal that names something: quoted in print. */
export const quoted = leaf(identCodec, ({ name }) => JSON.stringify(name));

export const integer = leaf(integerCodec);
export const float = leaf(floatCodec, (value) => (Object.is(value, -0) ? "-0" : String(value)));
export const bool = leaf(t.boolean);
/** A text shown as a quoted string. */
export const text = leaf(t.string);
/** A text shown as it is: names, operators, ids. */
export const word = leaf(t.string, (value) => value);
const countCodec = new t.Type<number, number, unknown>(
  "a count",
  (u): u is number => Number.isInteger(u),
  (u, context) => (Number.isInteger(u) ? t.success(u as number) : t.failure(u, context)),
  t.identity,
);
export const count = leaf(countCodec);
/** The doc comment of a declaration, or null. */
export const doc = leaf(t.union([t.string, t.null], "a doc comment or null"), (value) =>
  value === null ? "" : `doc=${JSON.stringify(value)}`,
);
/** The source text of a file: part of every dump, but not of what is printed. */
export const sourceText = leaf(t.string, () => "");
/** Spans of comments, in order. */
export const spans = leaf(t.readonlyArray(t.number, "spans"), (values) => `${values.length} comments`);
/** A text shown as it is, or null. */
export const optWord = leaf(t.union([t.string, t.null], "a text or null"), (value) => value ?? "-");
