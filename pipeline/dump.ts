// Dumps: the program between two passes, as text for the eye or as JSON to be taken up again.

import { diffLines } from "diff";
import { type Either, isLeft, left, right } from "fp-ts/Either";
import * as t from "io-ts";
import { dump, undump } from "../ir/framework/dump.ts";
import type { Language } from "../ir/framework/language.ts";
import { print } from "../ir/framework/print.ts";
import { version } from "../ir/version.ts";
import { Wat } from "../ir/wat.ts";
import { watText } from "../ir/wat-text.ts";
import type { State } from "./compiler.ts";
import type { AnyLanguage } from "./stage.ts";

/** Where a dump was made: behind or in front of a pass or stage. */
export interface DumpPoint {
  readonly pass: string;
  readonly at: "after" | "before";
}

type Rooted = Language<{ readonly Program: Record<never, never> }>;

/** Languages whose programs have a text of their own. */
const texts: Readonly<Record<string, (program: never) => string>> = { [Wat.name]: watText };

/** The program of a state as text, without positions. */
export const programText = ({ language, program }: State): string =>
  texts[language.name]?.(program as never) ?? print(language as Rooted, "Program", program as never);

const title = ({ pass, at }: DumpPoint): string => `=== ${pass}${at === "before" ? ":before" : ""}`;

/** `=== NAME LANGUAGE` and the program. */
export const textDump = (point: DumpPoint, state: State): string =>
  `${title(point)} ${state.language.name}\n${programText(state)}\n`;

/** `=== NAME` and the lines that differ between two states, within the lines that do not. */
export const diffDump = (point: DumpPoint, before: State | null, after: State): string => {
  const old = before === null ? "" : `${programText(before)}\n`;
  const now = `${programText(after)}\n`;
  return old === now ? `${title(point)}\n` : `${title(point)}\n${markedLines(old, now).join("\n")}\n`;
};

/** All lines of both texts in order, each behind `-`, `+` or a blank. */
export const markedLines = (before: string, after: string): readonly string[] =>
  diffLines(before, after).flatMap(({ added, removed, value }) => {
    const mark = added ? "+" : removed ? "-" : " ";
    return value
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => `${mark}${line}`);
  });

/** One line: a JSON object with sorted keys and no blanks. */
export const jsonDump = ({ pass, at }: DumpPoint, { language, program }: State): string =>
  `${JSON.stringify({
    at,
    fuse: version,
    language: language.name,
    pass,
    program: dump(language as Rooted, "Program", program as never),
  })}\n`;

const dumpCodec = t.type({
  at: t.union([t.literal("after"), t.literal("before")]),
  fuse: t.string,
  language: t.string,
  pass: t.string,
  program: t.unknown,
});

const parseLine = (line: string): t.TypeOf<typeof dumpCodec> | null => {
  try {
    const decoded = dumpCodec.decode(JSON.parse(line));
    return isLeft(decoded) ? null : decoded.right;
  } catch {
    return null;
  }
};

/** Reads the dump behind `pass` from a file of JSON dumps; the left side says why there is none that can be used. */
export const readDump = (text: string, pass: string, language: AnyLanguage): Either<string, State> => {
  const dumps = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map(parseLine);
  if (dumps.length === 0 || dumps.includes(null)) return left("it is no file of JSON dumps");
  const found = dumps.find((each) => each!.pass === pass && each!.at === "after");
  if (!found) return left(`it holds no dump behind ${pass}`);
  if (found.fuse !== version) return left(`it was made by fuse ${found.fuse}, this is fuse ${version}`);
  if (found.language !== language.name) {
    return left(`its dump behind ${pass} is ${found.language}, expected ${language.name}`);
  }
  const tree = undump(language as Rooted, "Program", found.program);
  return isLeft(tree)
    ? left(`its dump behind ${pass} is no ${language.name} program: ${tree.left.path}: ${tree.left.message}`)
    : right({ language, program: tree.right, diagnostics: [], stopped: false });
};
