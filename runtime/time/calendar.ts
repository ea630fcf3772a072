// The proleptic Gregorian calendar in UTC: from milliseconds since 1970 to the parts of a date, and back.
//
// Days and civil dates as in H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013); ISO 8601 weeks.

export const DAY = 86_400_000;

/** The years that times may be in. */
export const FIRST_YEAR = -262_143;
export const LAST_YEAR = 262_142;

export interface CivilDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** A moment, in all the parts that formats name. */
export interface Moment extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** From 1. */
  readonly dayOfYear: number;
  /** Sunday is 0. */
  readonly weekday: number;
  readonly isoYear: number;
  readonly isoWeek: number;
  /** Whole seconds since 1970. */
  readonly epoch: number;
}

/** Days since 1970-01-01. A year is taken to begin in March, so that its last day may be the 29th of February. */
export const daysOf = ({ year, month, day }: CivilDate): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** The date that is so many days behind 1970-01-01. */
export const dateOf = (days: number): CivilDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

/** Whether there is such a day. */
export const isDate = (date: CivilDate): boolean => {
  const found = dateOf(daysOf(date));
  return found.month === date.month && found.day === date.day;
};

/** Sunday is 0; 1970-01-01 was a Thursday. */
const weekdayOf = (days: number): number => (((days + 4) % 7) + 7) % 7;

/** The ISO year of a day and the number of its week: a week belongs to the year that its Thursday is in. */
const isoOf = (days: number): { readonly isoYear: number; readonly isoWeek: number } => {
  const thursday = days - ((weekdayOf(days) + 6) % 7) + 3;
  const { year } = dateOf(thursday);
  const first = daysOf({ year, month: 1, day: 1 });
  return { isoYear: year, isoWeek: Math.floor((thursday - first) / 7) + 1 };
};

/** The parts of a time in milliseconds since 1970. */
export const momentOf = (milliseconds: number): Moment => {
  const days = Math.floor(milliseconds / DAY);
  const date = dateOf(days);
  const rest = milliseconds - days * DAY;
  return {
    ...date,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
    dayOfYear: days - daysOf({ year: date.year, month: 1, day: 1 }) + 1,
    weekday: weekdayOf(days),
    ...isoOf(days),
    epoch: Math.floor(milliseconds / 1000),
  };
};

const EARLIEST = daysOf({ year: FIRST_YEAR, month: 1, day: 1 }) * DAY;
const LATEST = (daysOf({ year: LAST_YEAR, month: 12, day: 31 }) + 1) * DAY - 1;

/** Whether a time is in a year that times may be in. */
export const isInCalendar = (milliseconds: number): boolean =>
  milliseconds >= EARLIEST && milliseconds <= LATEST;
