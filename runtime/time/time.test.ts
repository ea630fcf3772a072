// Times as text and back, by example and against the host's calendar.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { codeOf, float } from "../testing.ts";
import { formatTime } from "./format.ts";
import { parsedTime, parseTime, timeFault, timeOf } from "./parse.ts";

/** 2024-03-04 05:06:07.045, a Monday. */
const TIME = 1709528767045;

const shows = (format: string, text: string, time = TIME): void =>
  assert.is(formatTime(time, format), text, format);

test("every letter", () => {
  shows("%Y %C %y %q", "2024 20 24 1");
  shows("%m %b %h %B %d %e", "03 Mar Mar March 04  4");
  shows("%a %A %w %u %U %W", "Mon Monday 1 1 09 10");
  shows("%G %g %V %j", "2024 24 10 064");
  shows("%D %x %F %v", "03/04/24 03/04/24 2024-03-04  4-Mar-2024");
  shows("%H %k %I %l %p %P %M %S", "05  5 05  5 AM am 06 07");
  shows("%f %.f %.3f %.6f %.9f %3f %6f %9f", "045000000 .045 .045 .045000 .045000000 045 045000 045000000");
  shows("%R %T %X %r", "05:06 05:06:07 05:06:07 05:06:07 AM");
  shows("%c", "Mon Mar  4 05:06:07 2024");
  shows("%Z %z %:z %::z", "UTC +0000 +00:00 +00:00:00");
  shows("%s %+", "1709528767 2024-03-04T05:06:07.045+00:00");
  shows("a%tb%nc%%d é", "a\tb\nc%d é");
});

test("padding", () => {
  shows("%-d|%_d|%0e|%-m|%_m|%-j|%_H|%-H", "4| 4|04|3| 3|64| 5|5");
  shows("%-Y|%_Y", "2024|2024");
});

test("years beyond four digits, and before the first", () => {
  shows("%Y", "+10000", Date.UTC(10000, 0, 1));
  shows("%Y %C %y", "-0001 -1 99", Date.UTC(-1, 5, 1));
  shows("%F", "0000-01-01", Date.parse("0000-01-01T00:00:00Z"));
  shows("%F %T%.3f", "1969-12-31 23:59:59.999", -1);
  shows("%.f|%+", "|1970-01-01T00:00:00+00:00", 0);
});

test("the ends of the calendar", () => {
  const [first, last] = [-8334601228800000, 8210266876799999];
  shows("%F %T%.f", "-262143-01-01 00:00:00", first);
  shows("%F %T%.f", "+262142-12-31 23:59:59.999", last);
  for (const time of [first - 1, last + 1]) {
    assert.is(
      codeOf(() => formatTime(time, "%F")),
      "runtime_invalid_arguments",
    );
  }
  reads("-262143-01-01", "%F", first);
  reads("-262144-12-31", "%F", null);
  reads("+262142-12-31 23:59:60", "%F %T", null);
});

test("ISO weeks belong to the year of their Thursday", () => {
  shows("%G-W%V-%u", "2020-W53-5", Date.UTC(2021, 0, 1));
  shows("%G-W%V-%u", "2025-W01-1", Date.UTC(2024, 11, 30));
});

test("what is no format, and what no time", () => {
  for (const format of ["%L", "%", "a%", "%-B", "%:x", "%.4f"]) {
    assert.is(
      codeOf(() => formatTime(0, format)),
      "runtime_invalid_arguments",
      format,
    );
  }
  for (const time of [9e15, -9e15, 2n ** 60n]) {
    assert.is(
      codeOf(() => formatTime(time, "%Y")),
      "runtime_invalid_arguments",
    );
  }
  assert.is(timeOf(float(1.9)), 1);
  assert.is(timeOf(float(-1.9)), -1);
  assert.is(
    codeOf(() => timeOf("1")),
    "runtime_invalid_arguments",
  );
});

const reads = (text: string, format: string, time: string | number | null): void =>
  assert.is(
    parsedTime(text, format),
    typeof time === "string" ? Date.parse(time) : time,
    `${text} as ${format}`,
  );

test("dates and times", () => {
  reads("2024-03-04", "%F", "2024-03-04T00:00:00Z");
  reads("2024-03-04 05", "%Y-%m-%d %H", "2024-03-04T05:00:00Z");
  reads("20240304", "%Y%m%d", "2024-03-04T00:00:00Z");
  reads("4 mar 2024", "%d %B %Y", "2024-03-04T00:00:00Z");
  reads("Monday, March 4 2024", "%a, %b %e %Y", "2024-03-04T00:00:00Z");
  reads("2024 064", "%Y %j", "2024-03-04T00:00:00Z");
  reads("1709528767", "%s", 1709528767000);
  reads("-1", "%s", -1000);
  reads("+10000-01-01", "%F", Date.UTC(10000, 0, 1));
  reads("2024-03-04T05:06:07.0459+01:30", "%+", "2024-03-04T03:36:07.045Z");
  reads("03/04/70 1:02:03 pm", "%D %r", "1970-03-04T13:02:03Z");
  reads("69-1-2", "%y-%m-%d", "2069-01-02T00:00:00Z");
  reads("19 99-01-02", "%C %y-%m-%d", "1999-01-02T00:00:00Z");
  reads("2024-12-31 23:59:60", "%F %T", "2025-01-01T00:00:00Z");
  reads("2024-03-04   12:00", "%F %R", "2024-03-04T12:00:00Z");
  reads("2024-03-04 12:00 UTC", "%F %R %Z", "2024-03-04T12:00:00Z");
});

test("what is no time", () => {
  reads("05:06:07", "%H:%M:%S", null);
  reads("2024-02-30", "%F", null);
  reads("2024-13-01", "%F", null);
  reads("2023-366", "%Y-%j", null);
  reads("2024-03-04 24", "%F %H", null);
  reads("2024-03-04 05", "%F %I", null);
  reads("2024-03-04 13 PM", "%F %I %p", null);
  reads("2024-03-04 ", "%F", null);
  reads("2024-03-04x", "%F", null);
  reads("Tue 2024-03-04", "%a %F", null);
  reads("2024-03-04 2025", "%F %Y", null);
  reads("2024-03-04", "%L", null);
  assert.match(timeFault("x", "%F"), /"x" does not fit the format "%F"/);
});

test("a leap second is the one after the 59th, by the epoch too", () => {
  reads("1709528760 60", "%s %S", 1709528760000);
  reads("1709528760 05:05:60", "%s %T", 1709528760000);
  reads("1709528759 60", "%s %S", null);
  reads("1709528767 60", "%s %S", null);
  reads("2024-03-04 61", "%F %S", null);
});

test("offsets", () => {
  reads("2024-03-04 -0530", "%F %z", "2024-03-04T05:30:00Z");
  reads("2024-03-04 +01:30:15", "%F %::z", "2024-03-03T22:29:45Z");
  reads("2024-03-04 05+013045", "%F %H%z%M", "2024-03-04T04:15:00Z");
  reads("2024-03-04 Z", "%F %z", "2024-03-04T00:00:00Z");
  for (const wrong of ["+2400", "+9900Z", "+0160", "+01", "0130"])
    reads(`2024-03-04 ${wrong}`, "%F %z", null);
});

test("a dot behind a fraction that is not there", () => {
  reads("2024-03-04 05:06:07.", "%F %T%.f.", "2024-03-04T05:06:07Z");
  reads("2024-03-04 05:06:07.5.", "%F %T%.f.", "2024-03-04T05:06:07.500Z");
  reads("2024-03-04 05:06:07.", "%F %T%.f", null);
});

test("names are in Latin letters", () => {
  reads("fRI 2024-03-01", "%a %F", "2024-03-01T00:00:00Z");
  reads("FR\u0130 2024-03-01", "%a %F", null);
});

const times = fc.integer({ min: -8_000_000_000_000_000, max: 8_000_000_000_000_000 });

test("dates are those of the host", () => {
  fc.assert(
    fc.property(times, (time) => {
      const iso = new Date(time).toISOString();
      const shown = formatTime(time, "%Y-%m-%dT%H:%M:%S%.3fZ");
      // the host writes years beyond four digits with six
      assert.is(
        shown.replace(/^[-+]\d{5,}/, (year) => year[0] + year.slice(1).padStart(6, "0")),
        iso.replace(/^-00(\d{4})-/, "-$1-"),
      );
      assert.is(formatTime(time, "%w"), String(new Date(time).getUTCDay()));
    }),
  );
});

test("what is written is read", () => {
  const formats = [
    "%F %T%.f",
    "%c %3f",
    "%s%.f",
    "%Y %j %r %6f",
    "%A %d %B %Y %T%.9f %:z",
    "%G %V %u %F %T%.f",
    "%+",
    "%C%y-%m-%d %T%.f",
    "%F %I:%M:%S%P, week %U or %W, quarter %q%.f.",
    "%::z %G %g %F %k %M %S%9f",
  ];
  const recent = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 0, 1) });
  fc.assert(
    fc.property(recent, fc.constantFrom(...formats), (time, format) => {
      assert.equal(
        parseTime(formatTime(time, format), format),
        time - (format.includes("f") || format === "%+" ? 0 : time % 1000),
      );
    }),
  );
});

test("what is written is read, in all years", () => {
  const all = fc.integer({ min: -8334601228800000, max: 8210266876799999 });
  fc.assert(
    fc.property(all, fc.constantFrom("%+", "%s%.f", "%Y %j %T%.f", "%A %e %B %Y %X%.3f"), (time, format) => {
      assert.is(parseTime(formatTime(time, format), format), time);
    }),
  );
});

test("whatever is read ends well", () => {
  const format = fc.string({ unit: fc.constantFrom(..."%YmdHMSsfjpzCyUWGVu:.39- "), maxLength: 12 });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789-+:. AaPpMm"), maxLength: 16 }),
      format,
      (text, format) => void parseTime(text, format),
    ),
  );
});

test.run();
