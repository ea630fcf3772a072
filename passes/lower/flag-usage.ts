// What `--help` prints of a `main`: its parameters as the source declares them (04, 6.3).

import { endOf, startOf } from "../../ir/framework/span.ts";

/** A parameter by its place in the source; `default` is where its default stands, null without one. */
export interface Declared {
  readonly name: string;
  readonly at: number;
  readonly default: number | null;
  readonly optional: boolean;
}

/** One line for each parameter: its flag, its type and its default as they are written. */
export const usageOf = (source: string, parameters: readonly Declared[]): string => {
  const rows = parameters.map((each) => rowOf(source, each));
  const flags = aligned([...rows.map(({ flag }) => flag), "--help"]);
  const types = aligned(rows.map(({ type }) => type));
  const lines = rows.map(({ end }, i) => `  ${flags[i]}  ${types[i]}  ${end}`);
  return ["Arguments:", ...lines, `  ${flags.at(-1)}  print this help`].join("\n");
};

const aligned = (texts: readonly string[]): readonly string[] => {
  const width = Math.max(0, ...texts.map(({ length }) => length));
  return texts.map((text) => text.padEnd(width));
};

interface Row {
  readonly flag: string;
  readonly type: string;
  readonly end: string;
}

const rowOf = (source: string, { name, at, default: given, optional }: Declared): Row => {
  const flag = `--${name}`;
  const declared = source.slice(startOf(at), endOf(at));
  const type = (text: string): string => inLine(text.slice(text.indexOf(":") + 1));
  if (given === null) return { flag, type: type(declared), end: optional ? "optional" : "required" };
  const before = source.slice(startOf(at), startOf(given));
  const [assigned = "", opened = ""] = /\s*=([\s(]*)$/.exec(before) ?? [];
  const parentheses = opened.replace(/[^(]/g, "").length;
  const value = source.slice(startOf(given), endOf(given));
  const shown = "(".repeat(parentheses) + inLine(value) + ")".repeat(parentheses);
  return { flag, type: type(before.slice(0, before.length - assigned.length)), end: `default ${shown}` };
};

const inLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, " ");
