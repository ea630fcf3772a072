// Turns UTF-16 spans into what people and tools are shown: lines, code point columns, UTF-8 byte offsets.

import { endOf, startOf } from "../../ir/framework/span.ts";

/** `line` and `column` count from 1, bytes from 0; `source` is the line's text without its end and byte order mark. */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly source: string;
}

/** Finds any number of spans in a text; each takes the logarithm of the text's length. */
export type Locator = (at: number) => Location;

/** Between two marks everything is counted anew, so that a lookup never walks farther than this. */
const MARK_EVERY = 256;

const BYTE_ORDER_MARK = 0xfeff;

interface Counts {
  readonly bytes: number;
  readonly points: number;
}

/** Counts the UTF-8 bytes and code points of `text` in `[from, to)`; a pair of surrogates counts at its first half. */
const count = (text: string, from: number, to: number): Counts => {
  let bytes = 0;
  let points = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xdc00 && unit < 0xe000) continue;
    points++;
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else bytes += unit >= 0xd800 && unit < 0xdc00 ? 4 : 3;
  }
  return { bytes, points };
};

const marksOf = (text: string): readonly Counts[] => {
  const marks: Counts[] = [{ bytes: 0, points: 0 }];
  for (let i = 0; i + MARK_EVERY <= text.length; i += MARK_EVERY) {
    const { bytes, points } = count(text, i, i + MARK_EVERY);
    const last = marks.at(-1)!;
    marks.push({ bytes: last.bytes + bytes, points: last.points + points });
  }
  return marks;
};

const lineStartsOf = (text: string): readonly number[] => {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
};

/** The index of the last member that is not greater than `wanted`; the first is never greater. */
const lastNotAfter = (sorted: readonly number[], wanted: number): number => {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= wanted) low = middle;
    else high = middle;
  }
  return low;
};

/** Prepares a text, in time linear in its length. Offsets behind its end count as its end. */
export const locatorOf = (text: string): Locator => {
  const starts = lineStartsOf(text);
  const marks = marksOf(text);
  const upTo = (offset: number): Counts => {
    const mark = Math.floor(offset / MARK_EVERY);
    const { bytes, points } = count(text, mark * MARK_EVERY, offset);
    return { bytes: marks[mark]!.bytes + bytes, points: marks[mark]!.points + points };
  };
  return (at) => {
    const start = Math.min(startOf(at), text.length);
    const end = Math.min(endOf(at), text.length);
    const line = lastNotAfter(starts, start);
    const marked = line === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    const lineStart = starts[line]! + marked;
    const lineEnd = starts[line + 1] === undefined ? text.length : starts[line + 1]! - 1;
    return {
      line: line + 1,
      column: Math.max(0, upTo(start).points - upTo(lineStart).points) + 1,
      spanStart: upTo(start).bytes,
      spanEnd: upTo(end).bytes,
      source: text.slice(lineStart, lineEnd).replace(/\r$/, ""),
    };
  };
};

/** Finds one span in a text. */
export const locate = (text: string, at: number): Location => locatorOf(text)(at);
