// The formatter (chapter 1.10): works line by line, and copies strings and comments as they are.

import { withDoubleQuotes } from "./quotes.ts";
import { type Region, regionsOf } from "./regions.ts";

/** A physical line of the source, `[start, end)` without its LF, and the strings and comments that touch it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly regions: readonly Region[];
}

const MARK = "\uFEFF";

const linesOf = (text: string, start: number): readonly Line[] => {
  const regions = regionsOf(text);
  const lines: Line[] = [];
  let next = 0;
  for (let at = start; at < text.length; ) {
    const feed = text.indexOf("\n", at);
    const end = feed < 0 ? text.length : feed;
    while (next < regions.length && regions[next]!.end <= at) next++;
    let last = next;
    while (last < regions.length && regions[last]!.start <= end) last++;
    lines.push({ start: at, end, regions: regions.slice(next, last) });
    at = end + 1;
  }
  return lines;
};

const startsInside = ({ start, regions }: Line): boolean => regions.length > 0 && regions[0]!.start < start;

/** Whether the LF of a line belongs to a string. */
const endsInside = ({ end, regions }: Line): boolean => regions.length > 0 && regions.at(-1)!.end > end;

const head = /[ \t]*(?:([A-Za-z_][A-Za-z0-9_]*)[ \t]*:(?!:)[ \t]*)?/y;

/** The formatted indentation and, if it is there, `name: ` at the start of a line, with the offset behind them. */
const formatHead = (text: string, { start }: Line): { readonly head: string; readonly at: number } => {
  head.lastIndex = start;
  const [source, name] = head.exec(text)!;
  const indentation = /^[ \t]*/.exec(source)![0].replaceAll("\t", " ");
  return { head: name === undefined ? indentation : `${indentation}${name}: `, at: start + source.length };
};

/** What a string holds on a line; a CR LF in it becomes LF, but not behind a CR: that would make another CR LF. */
const copyString = (text: string, line: Line, region: Region): string => {
  const isCut = region.end > line.end;
  const part = text.slice(Math.max(region.start, line.start), isCut ? line.end : region.end);
  return isCut && line.end < text.length && /(?:^|[^\r])\r$/.test(part) ? part.slice(0, -1) : part;
};

/** Takes blanks away behind `kept` characters, and every CR at the end, so that none meets the new LF. */
const trimEnd = (text: string, kept: number): string => {
  let end = text.length;
  while (end > kept && " \t\r".includes(text.charAt(end - 1))) end--;
  while (end > 0 && text.charAt(end - 1) === "\r") end--;
  return text.slice(0, end);
};

/** The formatted line without its LF. */
const formatLine = (text: string, line: Line): string => {
  const first = startsInside(line) ? { head: "", at: line.start } : formatHead(text, line);
  let { head: out, at } = first;
  let before = "";
  let kept = 0;
  for (const region of line.regions) {
    if (region.start > at)
      out += withDoubleQuotes(text.slice(at, region.start), before, text.charAt(region.start));
    before = region.kind === "string" ? copyString(text, line, region) : text.slice(region.start, region.end);
    out += before;
    if (region.kind === "string") kept = out.length;
    at = region.end;
  }
  if (at < line.end) out += withDoubleQuotes(text.slice(at, line.end), before, "");
  return endsInside(line) ? out : trimEnd(out, kept);
};

/**
 * Formats a source file, also one with errors: rules 1 to 8 of chapter 1.10. Formatting the result again changes
 * nothing, and the tokens of a file without lexical errors stay the same.
 */
export const format = (text: string): string => {
  const mark = text.startsWith(MARK) ? MARK : "";
  const out: string[] = [];
  let blanks = 0;
  for (const line of linesOf(text, mark.length)) {
    const formatted = formatLine(text, line);
    const isBlank = formatted === "" && !startsInside(line) && !endsInside(line);
    blanks = isBlank ? blanks + 1 : 0;
    if (blanks < 2) out.push(`${formatted}\n`);
  }
  if (blanks > 0) out.pop();
  return mark + out.join("");
};
