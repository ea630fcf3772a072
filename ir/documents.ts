// Documents: the content of an imported JSON file as plain data (chapter 4.8).

import * as t from "io-ts";
import { leaf } from "./framework/language.ts";

/** Numbers are told apart as values are: an Int is a bigint, a Float a number. Entries keep the order of the document. */
export type Document =
  | null
  | boolean
  | string
  | bigint
  | number
  | readonly Document[]
  | { readonly entries: readonly (readonly [string, Document])[] };

/** As JSON: numbers are texts behind a mark, because JSON loses digits. */
type Encoded = null | boolean | readonly ["i" | "f" | "s", string] | readonly ["l" | "m", ...unknown[]];

/** Whether a document is a list. */
export const isList = (document: Document): document is readonly Document[] => Array.isArray(document);

const encode = (document: Document): Encoded => {
  if (document === null || typeof document === "boolean") return document;
  if (typeof document === "string") return ["s", document];
  if (typeof document === "bigint") return ["i", String(document)];
  if (typeof document === "number") return ["f", String(document)];
  if (isList(document)) return ["l", ...document.map(encode)];
  return ["m", ...document.entries.map(([key, value]) => [key, encode(value)])];
};

class Malformed extends Error {}

const decodeEntry = (entry: unknown): readonly [string, Document] => {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") throw new Malformed();
  return [entry[0], decode(entry[1])];
};

const decode = (encoded: unknown): Document => {
  if (encoded === null || typeof encoded === "boolean") return encoded;
  if (!Array.isArray(encoded)) throw new Malformed();
  const [mark, ...rest] = encoded as readonly unknown[];
  if (mark === "l") return rest.map(decode);
  if (mark === "m") return { entries: rest.map(decodeEntry) };
  const [text] = rest;
  if (typeof text !== "string") throw new Malformed();
  if (mark === "s") return text;
  if (mark === "i" && /^-?\d+$/.test(text)) return BigInt(text);
  if (mark === "f") return Number(text);
  throw new Malformed();
};

const isDocument = (u: unknown): u is Document => {
  if (u === null || ["boolean", "string", "bigint", "number"].includes(typeof u)) return true;
  if (Array.isArray(u)) return u.every(isDocument);
  return typeof u === "object" && "entries" in u && Array.isArray(u.entries);
};

const documentCodec = new t.Type<Document, Encoded, unknown>(
  "a document",
  isDocument,
  (u, context) => {
    try {
      return t.success(decode(u));
    } catch {
      return t.failure(u, context);
    }
  },
  encode,
);

/** A document at a leaf: what is printed is its kind. */
export const document = leaf(documentCodec, (value) =>
  value === null ? "null" : Array.isArray(value) ? "list" : typeof value === "object" ? "map" : typeof value,
);
