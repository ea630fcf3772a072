// What a format of a time consists of (03, 14.4): one table for writing and for reading.

import type { Moment } from "./calendar.ts";

/** How a number is filled up to its width. */
export type Padding = "0" | " " | "";

/** A letter that stands for a number. */
export interface NumberShape {
  /** Digits that it is filled up to, and that are read at most. */
  readonly width: number;
  readonly padding: Padding;
  readonly of: (moment: Moment) => number;
  /** Years have a sign where they have not four digits. */
  readonly isYear?: true;
  /** Any number of digits is read, with a sign before them. */
  readonly isLong?: true;
}

const number = (width: number, padding: Padding, of: (moment: Moment) => number): NumberShape => ({
  width,
  padding,
  of,
});
const year = (of: (moment: Moment) => number): NumberShape => ({ ...number(4, "0", of), isYear: true });

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
const onClock = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12);

/** The letters for numbers. */
export const numbers = {
  Y: year((m) => m.year),
  G: year((m) => m.isoYear),
  C: number(2, "0", (m) => Math.floor(m.year / 100)),
  y: number(2, "0", (m) => modulo(m.year, 100)),
  g: number(2, "0", (m) => modulo(m.isoYear, 100)),
  q: number(1, "0", (m) => Math.ceil(m.month / 3)),
  m: number(2, "0", (m) => m.month),
  d: number(2, "0", (m) => m.day),
  e: number(2, " ", (m) => m.day),
  w: number(1, "0", (m) => m.weekday),
  u: number(1, "0", (m) => (m.weekday === 0 ? 7 : m.weekday)),
  U: number(2, "0", (m) => Math.floor((m.dayOfYear + 6 - m.weekday) / 7)),
  W: number(2, "0", (m) => Math.floor((m.dayOfYear + 6 - modulo(m.weekday - 1, 7)) / 7)),
  V: number(2, "0", (m) => m.isoWeek),
  j: number(3, "0", (m) => m.dayOfYear),
  H: number(2, "0", (m) => m.hour),
  k: number(2, " ", (m) => m.hour),
  I: number(2, "0", (m) => onClock(m.hour)),
  l: number(2, " ", (m) => onClock(m.hour)),
  M: number(2, "0", (m) => m.minute),
  S: number(2, "0", (m) => m.second),
  f: number(9, "0", (m) => m.millisecond * 1_000_000),
  s: { ...number(1, "", (m) => m.epoch), isLong: true },
} as const satisfies Readonly<Record<string, NumberShape>>;
export type NumberLetter = keyof typeof numbers;

const months = "January February March April May June July August September October November December".split(
  " ",
);
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const short = (names: readonly string[]): readonly string[] => names.map((name) => name.slice(0, 3));

/** A letter that stands for a name: the names by number, how it is written, and the number. */
export interface NameShape {
  readonly written: readonly string[];
  /** Longer ones first. */
  readonly read: readonly (readonly [name: string, number: number])[];
  readonly of: (moment: Moment) => number;
  /** The letter for the same as a number; that of the first name is `from`. */
  readonly as: "m" | "w" | "p";
  readonly from: number;
}

const both = (names: readonly string[]): NameShape["read"] =>
  [names, short(names)].flatMap((each) => each.map((name, i) => [name.toLowerCase(), i] as const));
const month = (written: readonly string[]): NameShape => ({
  ...{ written, read: both(months), of: (m: Moment) => m.month - 1 },
  ...{ as: "m", from: 1 },
});
const weekday = (written: readonly string[]): NameShape => ({
  ...{ written, read: both(days), of: (m: Moment) => m.weekday },
  ...{ as: "w", from: 0 },
});
const half = (...written: readonly string[]): NameShape => ({
  ...{ written, read: [["am", 0] as const, ["pm", 1] as const], of: (m: Moment) => (m.hour < 12 ? 0 : 1) },
  ...{ as: "p", from: 0 },
});

/** The letters for names. */
export const names = {
  B: month(months),
  b: month(short(months)),
  h: month(short(months)),
  A: weekday(days),
  a: weekday(short(days)),
  p: half("AM", "PM"),
  P: half("am", "pm"),
} as const satisfies Readonly<Record<string, NameShape>>;
export type NameLetter = keyof typeof names;

/** Letters that stand for several others. */
const composed: Readonly<Record<string, string>> = {
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  F: "%Y-%m-%d",
  v: "%e-%b-%Y",
  R: "%H:%M",
  T: "%H:%M:%S",
  X: "%H:%M:%S",
  r: "%I:%M:%S %p",
  c: "%a %b %e %H:%M:%S %Y",
  "+": "%Y-%m-%dT%H:%M:%S%.f%:z",
  t: "\t",
  n: "\n",
};

/** A piece of a format. */
export type Item =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "space"; readonly text: string }
  | { readonly kind: "number"; readonly letter: NumberLetter; readonly padding: Padding }
  | { readonly kind: "name"; readonly letter: NameLetter }
  /** A fraction of a second: with a dot, and so many digits; 0 for as many as there are to say. */
  | { readonly kind: "fraction"; readonly dot: boolean; readonly digits: number }
  /** How many colons the offset from UTC has. */
  | { readonly kind: "offset"; readonly colons: number }
  | { readonly kind: "zone" };

const DIRECTIVE = /%(?:([-_0]?)([A-Za-z+%])|(\.?)([369]?)f|(:{1,2})z)|(\s+)|([^%\s]+)|(%)/gy;
const paddings: Readonly<Record<string, Padding>> = { "-": "", _: " ", "0": "0" };

/** The items of a format; a text names what is no item. */
export const itemsOf = (format: string): readonly Item[] | string => {
  const items: Item[] = [];
  for (const match of format.matchAll(DIRECTIVE)) {
    const [whole, flag, letter = "", dot, digits, colons, space, text, lone] = match;
    const found = lone
      ? null
      : text !== undefined
        ? [{ kind: "text", text } as const]
        : space !== undefined
          ? [{ kind: "space", text: space } as const]
          : colons !== undefined
            ? [{ kind: "offset", colons: colons.length } as const]
            : letter === ""
              ? [{ kind: "fraction", dot: dot === ".", digits: Number(digits || 0) } as const]
              : directive(letter, flag ?? "");
    if (found === null) return whole;
    items.push(...found);
  }
  return items;
};

const directive = (letter: string, flag: string): readonly Item[] | null => {
  if (Object.hasOwn(numbers, letter)) {
    const known = letter as NumberLetter;
    return [{ kind: "number", letter: known, padding: paddings[flag] ?? numbers[known].padding }];
  }
  if (flag !== "") return null;
  if (Object.hasOwn(names, letter)) return [{ kind: "name", letter: letter as NameLetter }];
  if (Object.hasOwn(composed, letter)) return itemsOf(composed[letter]!) as readonly Item[];
  if (letter === "%") return [{ kind: "text", text: "%" }];
  if (letter === "z") return [{ kind: "offset", colons: 0 }];
  return letter === "Z" ? [{ kind: "zone" }] : null;
};
