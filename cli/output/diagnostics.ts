// Shows diagnostics: as text with the source line and a caret, or as JSON lines.

import { resolve } from "node:path";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { Place } from "../compiler.ts";
import { type Location, type Locator, locatorOf } from "./positions.ts";
import { label, type Reporter } from "./reporter.ts";

/** The files that places are in: where they lie and what they hold. */
export interface SourceFiles {
  readonly folder: string;
  readonly sources: ReadonlyMap<string, string>;
}

/** Finds places; null where the file's text is not known. Each file is prepared once. */
export type PlaceFinder = (place: Place) => Location | null;

export const placeFinder = ({ sources }: SourceFiles): PlaceFinder => {
  const locators = new Map<string, Locator>();
  return ({ path, at }) => {
    const text = sources.get(path);
    if (text === undefined) return null;
    const locator = locators.get(path) ?? locatorOf(text);
    locators.set(path, locator);
    return locator(at);
  };
};

/** `PATH:LINE:COLUMN` with the absolute path. */
export const showPlace = (folder: string, { path }: Place, { line, column }: Location): string =>
  `${resolve(folder, path)}:${line}:${column}`;

/** What stands in front of the caret: the tabs of the line stay tabs, every other code point is a space. */
const padding = ({ source, column }: Location): string =>
  Array.from(source.slice(0, 2 * column))
    .slice(0, column - 1)
    .map((char) => (char === "\t" ? "\t" : " "))
    .join("");

export const reportDiagnostics = (
  reporter: Reporter,
  diagnostics: readonly Diagnostic[],
  files: SourceFiles,
): void => {
  const find = placeFinder(files);
  for (const diagnostic of diagnostics) {
    const location = find(diagnostic);
    reporter.say({
      text: textOf(reporter, diagnostic, location, files.folder),
      json: jsonOf(diagnostic, location, files.folder),
    });
  }
};

const textOf = (
  { paint }: Reporter,
  diagnostic: Diagnostic,
  location: Location | null,
  folder: string,
): string => {
  const { level, code, message } = diagnostic;
  const first = `${label(paint, level)} ${code === null ? "" : `[${code}] `}${message}`;
  if (!location) return first;
  const caret = `  ${padding(location)}${paint(level, "^")}`;
  return `${first} (${showPlace(folder, diagnostic, location)})\n  ${location.source}\n${caret}`;
};

const jsonOf = (
  { level, code, message, path }: Diagnostic,
  location: Location | null,
  folder: string,
): { readonly [name: string]: string | number } => ({
  kind: "diagnostic",
  level,
  message,
  path: resolve(folder, path),
  line: location?.line ?? 1,
  column: location?.column ?? 1,
  span_start: location?.spanStart ?? 0,
  span_end: location?.spanEnd ?? 0,
  ...(code === null ? {} : { code }),
});
