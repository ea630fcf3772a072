// An image as bytes and back: a compiled program that is kept for the next run.
//
// The bytes: four words (a mark, the counts of words of code, of words in lists, of bytes of tables), the positions
// (8 bytes each), the code, the lists, then the tables as JSON. Words are in the order of the machine; bytes of one of
// another order have another mark, and so have those of another set of instructions.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import * as t from "io-ts";
import { opcodeNames } from "../../ir/opcodes.ts";
import type { Constant } from "../../ir/operands.ts";
import { type PrimitiveName, primitives } from "../../ir/primitives.ts";
import { type Image, WORDS } from "./image.ts";

const natural = t.refinement(t.number, Number.isInteger, "a number of a table");

/** Ints and Floats as tagged texts, because JSON has no exact ones. */
const constant = new t.Type<Constant, unknown, unknown>(
  "a constant",
  (u): u is Constant => u === null || ["bigint", "number", "boolean", "string"].includes(typeof u),
  (u, context) => {
    if (u === null || typeof u === "string" || typeof u === "boolean") return t.success(u);
    if (!Array.isArray(u) || typeof u[1] !== "string") return t.failure(u, context);
    return t.success(u[0] === "int" ? BigInt(u[1]) : u[1] === "-0" ? -0 : Number(u[1]));
  },
  (value) =>
    typeof value === "bigint"
      ? ["int", String(value)]
      : typeof value === "number"
        ? ["float", Object.is(value, -0) ? "-0" : String(value)]
        : value,
);

const isPrimitive = (u: unknown): u is PrimitiveName => typeof u === "string" && Object.hasOwn(primitives, u);
const primitive = new t.Type<PrimitiveName, string, unknown>(
  "a primitive operation",
  isPrimitive,
  (u, context) => (isPrimitive(u) ? t.success(u) : t.failure(u, context)),
  (name) => name,
);

const tables = t.type({
  constants: t.array(constant),
  functions: t.array(
    t.type({
      id: t.string,
      path: t.string,
      start: natural,
      numbers: natural,
      references: natural,
      parameters: natural,
      counts: t.keyof({ nothing: null, calls: null, levels: null }),
    }),
  ),
  structs: t.array(t.type({ id: t.string, name: t.string, fields: t.array(t.string) })),
  enums: t.array(t.type({ id: t.string, name: t.string, variants: t.array(t.string) })),
  variants: t.array(t.type({ enum: natural, tag: natural })),
  values: t.array(t.type({ label: t.string, entries: t.array(natural), dynamic: natural })),
  primitives: t.array(primitive),
  entries: t.array(
    t.type({
      role: t.keyof({ app: null, test: null, main: null }),
      name: t.string,
      function: t.string,
    }),
  ),
});

/** FNV-1a. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
};
const MARK = hashOf(`image of the register machine, version 1: ${opcodeNames.join(" ")}`);
const HEADER = 4 * Int32Array.BYTES_PER_ELEMENT;

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The image as bytes. */
export const encodeImage = ({ code, positions, lists, ...rest }: Image): Uint8Array => {
  const { constants, functions, structs, enums, variants, values, primitives, entries } = rest;
  const json = Buffer.from(
    JSON.stringify({
      ...{ functions, structs, enums, variants, values, primitives, entries },
      constants: constants.map(constant.encode),
    }),
  );
  const header = Int32Array.of(MARK, code.length, lists.length, json.length);
  return Buffer.concat([...[header, positions, code, lists].map(bytesOf), json]);
};

/** The image that `encodeImage` wrote; a text says why the bytes are none of this version. */
export const decodeImage = (bytes: Uint8Array): Either<string, Image> => {
  const copy = new Uint8Array(bytes);
  if (copy.length < HEADER) return left("it is too short");
  const [mark, words, list, json] = new Int32Array(copy.buffer, 0, 4) as unknown as readonly number[];
  if (mark !== MARK) return left("it is of another version");
  const code = HEADER + (words! / WORDS) * Float64Array.BYTES_PER_ELEMENT;
  const lists = code + words! * Int32Array.BYTES_PER_ELEMENT;
  const text = lists + list! * Int32Array.BYTES_PER_ELEMENT;
  if (copy.length !== text + json!) return left("it is cut");
  const decoded = tables.decode(parse(Buffer.from(copy.buffer, text).toString()));
  if (isLeft(decoded)) return left("its tables are spoiled");
  return right({
    ...decoded.right,
    positions: new Float64Array(copy.buffer, HEADER, words! / WORDS),
    code: new Int32Array(copy.buffer, code, words!),
    lists: new Int32Array(copy.buffer, lists, list!),
  });
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
