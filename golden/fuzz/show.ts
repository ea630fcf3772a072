// A difference as text: the program, and both endings with the names of their ways.

import { endOf, startOf } from "../../ir/framework/span.ts";
import type { Difference } from "./differences.ts";
import type { Ending } from "./ways.ts";

export const shownDifference = (text: string, { entry, expected, found }: Difference): string =>
  [text, entry, shownSide(text, ...expected), shownSide(text, ...found)].join("\n");

const shownSide = (text: string, way: string, side: Ending | string | null): string =>
  typeof side === "string" ? `--- ${way} died:\n${side}` : `--- ${way}:\n${side && shownEnding(text, side)}`;

const shownEnding = (text: string, { printed, logged, outcome, left }: Ending): string => {
  const place = "at" in outcome ? `\nat ${outcome.path}:${positionOf(text, outcome.at)}` : "";
  const leak = left === 0 ? "" : `\n${left} objects are left`;
  return `${printed}${logged.map((line) => `log: ${line}`).join("")}${JSON.stringify(outcome)}${place}${leak}`;
};

/** Line and columns, from 1, if the text is that of the file. */
const positionOf = (text: string, at: number): string => {
  const lines = text.slice(0, startOf(at)).split("\n");
  return `${lines.length}:${lines.at(-1)!.length + 1}, ${endOf(at) - startOf(at)} units`;
};
