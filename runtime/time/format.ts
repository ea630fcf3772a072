// Writes times (03, 14.4): UTC and English always.

import { Failure } from "../failures.ts";
import type { Int } from "../values.ts";
import { FIRST_YEAR, isInCalendar, LAST_YEAR, type Moment, momentOf } from "./calendar.ts";
import { type Item, itemsOf, type NumberShape, names, numbers, type Padding } from "./items.ts";

const failed = (message: string): Failure => new Failure("runtime_invalid_arguments", message);

/** The text of a time in milliseconds since 1970; fails for an unknown letter, or a time outside the calendar. */
export const formatTime = (milliseconds: Int, format: string): string => {
  const time = Number(milliseconds);
  if (!isInCalendar(time))
    throw failed(`the time ${milliseconds} is not in the years ${FIRST_YEAR} to ${LAST_YEAR}`);
  const items = itemsOf(format);
  if (typeof items === "string") throw failed(`a time has no "${items}": in the format "${format}"`);
  const moment = momentOf(time);
  return items.map((item) => written(item, moment)).join("");
};

const written = (item: Item, moment: Moment): string => {
  switch (item.kind) {
    case "text":
    case "space":
      return item.text;
    case "number":
      return numberText(numbers[item.letter], item.padding, moment);
    case "name": {
      const { written, of } = names[item.letter];
      return written[of(moment)]!;
    }
    case "fraction":
      return fractionText(item.dot, item.digits, moment.millisecond);
    case "offset":
      return ["+0000", "+00:00", "+00:00:00"][item.colons]!;
    case "zone":
      return "UTC";
  }
};

const numberText = (shape: NumberShape, padding: Padding, moment: Moment): string => {
  const value = shape.of(moment);
  if (!shape.isYear || (value >= 0 && value <= 9999)) return padded(value, shape.width, padding);
  const sign = value < 0 ? "-" : "+";
  const digits = String(Math.abs(value));
  return padding === " "
    ? `${sign}${digits}`.padStart(5)
    : `${sign}${padding ? digits.padStart(4, "0") : digits}`;
};

const padded = (value: number, width: number, padding: Padding): string =>
  padding === "" ? String(value) : String(value).padStart(width, padding);

/** With no number of digits given: none for a whole second, else the three that a millisecond needs. */
const fractionText = (dot: boolean, digits: number, millisecond: number): string => {
  if (digits === 0 && millisecond === 0) return "";
  const shown = String(millisecond)
    .padStart(3, "0")
    .padEnd(digits || 3, "0");
  return dot ? `.${shown}` : shown;
};
