// Reads times (03, 14.4): by the letters by which they are written.

import { Failure } from "../failures.ts";
import { inRange, int } from "../int.ts";
import { describe, Float, type Int, isInt, type Value } from "../values.ts";
import { type CivilDate, DAY, daysOf, isDate, isInCalendar, type Moment, momentOf } from "./calendar.ts";
import {
  type Item,
  itemsOf,
  type NameLetter,
  type NumberLetter,
  type NumberShape,
  names,
  numbers,
} from "./items.ts";

/** Why a text is no time, in a sentence. */
export interface TimeFault {
  readonly message: string;
}

/** What was read: the number for each letter; `p` is 1 for the afternoon, `z` the offset from UTC in seconds. */
type Parts = Map<NumberLetter | "p" | "z" | "fraction", number>;

/** What is left of a text. */
interface Rest {
  readonly text: string;
  at: number;
}

/** The milliseconds since 1970 that a text says in a format, or what is wrong with it. */
export const parseTime = (text: string, format: string): number | TimeFault => {
  const items = itemsOf(format);
  if (typeof items === "string") return fault(`a time has no "${items}": in the format "${format}"`);
  const parts: Parts = new Map();
  const rest: Rest = { text, at: 0 };
  for (const item of items) {
    if (!read(item, rest, parts)) return fault(`"${text}" does not fit the format "${format}"`);
  }
  if (rest.at < text.length) return fault(`"${text}" is longer than the format "${format}"`);
  return momentIn(parts) ?? fault(`"${text}" is no time in the format "${format}"`);
};

/** The time of a text; null if it is none. */
export const parsedTime = (text: string, format: string): Int | null => {
  const time = parseTime(text, format);
  return typeof time === "number" ? time : null;
};

/** What is wrong with a text that is no time. */
export const timeFault = (text: string, format: string): string => {
  const time = parseTime(text, format);
  return typeof time === "number" ? "" : time.message;
};

/** A value of unknown type as a time: a Float is truncated. */
export const timeOf = (value: Value): Int => {
  if (isInt(value)) return value;
  if (value instanceof Float && Number.isFinite(value.value)) {
    const whole = BigInt(Math.trunc(value.value));
    if (inRange(whole)) return int(whole);
  }
  throw new Failure("runtime_invalid_arguments", `a time is an Int, got ${describe(value)}`);
};

const fault = (message: string): TimeFault => ({ message });

// ---- Items ----------------------------------------------------------------------------------------------

/** Reads an item; false if the text does not go on like that, or contradicts what was read before. */
const read = (item: Item, rest: Rest, parts: Parts): boolean => {
  switch (item.kind) {
    case "text":
      return take(rest, item.text);
    case "space":
      taken(rest, /\s*/y);
      return true;
    case "number":
      return readNumber(item.letter, rest, parts);
    case "name":
      return readName(item.letter, rest, parts);
    case "fraction":
      return readFraction(item.dot, item.digits, rest, parts);
    case "offset":
      return readOffset(item.colons, rest, parts);
    case "zone":
      return taken(rest, /utc/iy) !== null;
  }
};

const take = (rest: Rest, text: string): boolean => {
  if (!rest.text.startsWith(text, rest.at)) return false;
  rest.at += text.length;
  return true;
};

/** The match of a sticky pattern, which is taken. */
const taken = (rest: Rest, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = rest.at;
  const match = pattern.exec(rest.text);
  if (match) rest.at = pattern.lastIndex;
  return match;
};

/** Notes a part; false if it was read before as another. */
const note = (parts: Parts, part: Parameters<Parts["set"]>[0], value: number): boolean => {
  const before = parts.get(part);
  parts.set(part, value);
  return before === undefined || before === value;
};

const digits = (shape: NumberShape): RegExp => {
  if (shape.isLong) return /\s*([-+]?\d+)/y;
  if (shape.isYear) return /\s*([-+]\d+|\d{1,4})/y;
  return new RegExp(`\\s*(\\d{1,${shape.width}})`, "y");
};

/** Letters that say the same in another shape. */
const same: Partial<Readonly<Record<NumberLetter, NumberLetter>>> = { e: "d", k: "H", l: "I" };

const readNumber = (letter: NumberLetter, rest: Rest, parts: Parts): boolean => {
  const match = taken(rest, digits(numbers[letter]));
  if (!match) return false;
  const value = Number(match[1]);
  if (letter === "f") return note(parts, "fraction", Math.floor(value / 1_000_000));
  if (letter === "u") return value >= 1 && value <= 7 && note(parts, "w", value % 7);
  return note(parts, same[letter] ?? letter, value);
};

/** That of September and Wednesday. */
const LONGEST_NAME = 9;

const readName = (letter: NameLetter, rest: Rest, parts: Parts): boolean => {
  const { read, as, from } = names[letter];
  const left = rest.text.slice(rest.at, rest.at + LONGEST_NAME).replace(/[A-Z]/g, (c) => c.toLowerCase());
  const found = read.find(([name]) => left.startsWith(name));
  if (!found) return false;
  rest.at += found[0].length;
  return note(parts, as, found[1] + from);
};

/** What is behind milliseconds is cut. A dot without digits behind it is none of a fraction. */
const readFraction = (dot: boolean, width: number, rest: Rest, parts: Parts): boolean => {
  if (dot) {
    const [, shown] = taken(rest, /\.(\d+)/y) ?? [];
    return shown === undefined || note(parts, "fraction", thousandths(shown));
  }
  const [shown] = taken(rest, new RegExp(`\\d{${width}}`, "y")) ?? [];
  return shown !== undefined && note(parts, "fraction", thousandths(shown));
};

const thousandths = (shown: string): number => Number(shown.slice(0, 3).padEnd(3, "0"));

/** `Z` or hours and minutes; with two colons seconds, too. */
const readOffset = (colons: number, rest: Rest, parts: Parts): boolean => {
  if (taken(rest, /z/iy)) return note(parts, "z", 0);
  const shape =
    colons === 2 ? /([-+])([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?/y : /([-+])([01]\d|2[0-3]):?([0-5]\d)/y;
  const [, sign, hours, minutes, seconds = "0"] = taken(rest, shape) ?? [];
  if (sign === undefined) return false;
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return note(parts, "z", sign === "-" ? -offset : offset);
};

// ---- The time -------------------------------------------------------------------------------------------

/** It is read as the 59th, and one more. */
const LEAP_SECOND = 60;

/** The time that the parts say; null if they say too little, or what cannot be. */
const momentIn = (parts: Parts): number | null => {
  const offset = (parts.get("z") ?? 0) * 1000;
  const leap = parts.get("S") === LEAP_SECOND ? 1000 : 0;
  const local = parts.has("s") ? parts.get("s")! * 1000 + offset - leap : localTime(parts);
  if (local === null || !isInCalendar(local) || !agrees(parts, momentOf(local))) return null;
  const time = local - offset + leap + (parts.get("fraction") ?? 0);
  return isInCalendar(time) ? time : null;
};

const localTime = (parts: Parts): number | null => {
  const days = daysFrom(parts);
  const hour = hourFrom(parts);
  const minute = parts.get("M") ?? 0;
  const second = parts.get("S") ?? 0;
  if (days === null || hour === null || hour > 23 || minute > 59 || second > LEAP_SECOND) return null;
  return days * DAY + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000;
};

const daysFrom = (parts: Parts): number | null => {
  const year = yearFrom(parts);
  if (year === null) return null;
  const [month, day, dayOfYear] = [parts.get("m"), parts.get("d"), parts.get("j")];
  if (month !== undefined && day !== undefined) {
    const date: CivilDate = { year, month, day };
    return month >= 1 && month <= 12 && day >= 1 && isDate(date) ? daysOf(date) : null;
  }
  return dayOfYear === undefined || dayOfYear < 1 ? null : daysOf({ year, month: 1, day: 1 }) + dayOfYear - 1;
};

const yearFrom = (parts: Parts): number | null => {
  const [year, century, inCentury] = [parts.get("Y"), parts.get("C"), parts.get("y")];
  if (year !== undefined) return year;
  if (inCentury === undefined) return null;
  return inCentury + (century === undefined ? (inCentury >= 70 ? 1900 : 2000) : century * 100);
};

/** An hour on a clock needs to be told which half of the day it is in. */
const hourFrom = (parts: Parts): number | null => {
  const [hour, onClock, half] = [parts.get("H"), parts.get("I"), parts.get("p")];
  if (onClock !== undefined && (half === undefined || onClock < 1 || onClock > 12)) return null;
  if (hour !== undefined) return hour;
  return onClock === undefined ? 0 : (onClock % 12) + 12 * half!;
};

/** Whether the time has all the parts that were read. */
const agrees = (parts: Parts, moment: Moment): boolean => {
  for (const [part, value] of parts) {
    if (part === "z" || part === "fraction" || part === "s") continue;
    const found = part === "p" ? names.p.of(moment) : numbers[part].of(moment);
    if (found !== (part === "S" && value === LEAP_SECOND ? 59 : value)) return false;
  }
  return true;
};
