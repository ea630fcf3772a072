// Texts of many pieces: measured, then written one behind the other into one String.

import { plain } from "../../ir/types.ts";
import { type Atom, atom, taken } from "./atoms.ts";
import { get, type Instr, i32, i64, load, op, opWith, set, store } from "./code.ts";
import type { Context, Parts } from "./context.ts";
import type { Prim } from "./operation.ts";

const DETAIL = 6;
const LENGTH = 8;
const HASH = 12;
const CONTENT = 16;

const isInt = (piece: Atom): boolean => plain(piece.type).kind === "Int";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Literals that are written as words that the code has in it; the others are copied from where they stand. */
const LONGEST_IN_CODE = 16;

/** The bytes of a piece, or more; those of what is known are added up by `measured`. */
const lengthOf = (context: Context, piece: Atom): Instr => {
  const value = atom(context, piece)[0]!;
  if (isInt(piece)) return context.runtime("int_width", value);
  return opWith("i64.load32_u", [`offset=${LENGTH}`], value);
};

const measured = (context: Context, pieces: readonly Atom[]): Instr => {
  const known = pieces.reduce((sum, each) => sum + (each.kind === "Text" ? utf8(each.value).length : 0), 0);
  return pieces
    .filter(({ kind }) => kind !== "Text")
    .reduce((sum, each) => op("i64.add", sum, lengthOf(context, each)), i64(BigInt(known)));
};

/** Writes a literal at `end`, and moves that. Behind the content there is room for the rest of a word. */
const putLiteral = (context: Context, end: string, text: string): void => {
  const bytes = utf8(text);
  for (let at = 0; at < bytes.length; at += 8) {
    const word = bytes.slice(at, at + 8).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    context.emit(store("i64", get(end), i64(BigInt.asIntN(64, word)), at));
  }
  context.emit(set(end, op("i32.add", get(end), i32(bytes.length))));
};

const put = (context: Context, end: string, piece: Atom): void => {
  if (piece.kind === "Text" && utf8(piece.value).length <= LONGEST_IN_CODE) {
    putLiteral(context, end, piece.value);
    return;
  }
  const value = atom(context, piece)[0]!;
  const written = context.runtime(isInt(piece) ? "put_int" : "put_text", get(end), value);
  context.emit(set(end, written));
};

/** Whether all of it is ASCII: what is known is known here. */
const detailOf = (context: Context, first: Instr | null, pieces: readonly Atom[]): Instr => {
  const literals = pieces.flatMap((each) => (each.kind === "Text" ? [each.value] : []));
  const known = literals.every((each) => utf8(each).length === each.length) ? 1 : 0;
  const detail = (text: Instr): Instr => opWith("i32.load16_u", [`offset=${DETAIL}`], text);
  const others = pieces
    .filter((each) => each.kind !== "Text" && !isInt(each))
    .map((each) => detail(atom(context, each)[0]!));
  return [...(first ? [detail(first)] : []), ...others].reduce(
    (all, each) => op("i32.and", all, each),
    i32(known),
  );
};

/** Whether a literal is concatenated: then it is better written than copied. */
export const isJoin = ({ op, args }: Prim): boolean =>
  op === "text.concat" && args.some(({ kind }) => kind === "Text");

/** One String of all pieces; a first one that nobody else holds is appended to in place. */
export const joinTexts = (context: Context, all: readonly Atom[]): Parts => {
  const [first, ...others] = all;
  const grows = first!.kind !== "Text" && !isInt(first!);
  const pieces = grows ? others : all;
  const text = context.temporary("i32", "joined");
  const end = context.temporary("i32", "end");
  const room = measured(context, pieces);
  const start = op("i32.add", get(text), i32(CONTENT));
  if (grows) {
    context.emit(
      set(text, context.runtime("text_room", taken(context, first!)[0]!, room)),
      set(end, op("i32.add", start, load("i32", get(text), LENGTH))),
    );
  } else context.emit(set(text, context.runtime("text_blank", room)), set(end, start));
  for (const piece of pieces) put(context, end, piece);
  context.emit(
    opWith(
      "i32.store16",
      [`offset=${DETAIL}`],
      get(text),
      detailOf(context, grows ? get(text) : null, pieces),
    ),
    store("i32", get(text), op("i32.sub", op("i32.sub", get(end), get(text)), i32(CONTENT)), LENGTH),
    store("i32", get(text), i32(0), HASH),
  );
  return [get(text)];
};
