// The order in which diagnostics are told: modules in loading order, inside a module by position; some at the end.

import type { Diagnostic } from "../ir/diagnostic.ts";
import { startOf } from "../ir/framework/span.ts";

/** Sorted, and each once: the same file, position, code and message is the same diagnostic. */
export const inOrder = (
  diagnostics: readonly Diagnostic[],
  paths: readonly string[],
): readonly Diagnostic[] => {
  const rank = new Map(paths.map((path, i) => [path, i]));
  const seen = new Set<string>();
  return diagnostics
    .filter(({ path, at, code, message }) => {
      const key = JSON.stringify([path, startOf(at), code, message]);
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .map((diagnostic, i) => ({ diagnostic, i }))
    .sort(
      (a, b) =>
        Number(a.diagnostic.last ?? false) - Number(b.diagnostic.last ?? false) ||
        (rank.get(a.diagnostic.path) ?? paths.length) - (rank.get(b.diagnostic.path) ?? paths.length) ||
        startOf(a.diagnostic.at) - startOf(b.diagnostic.at) ||
        a.i - b.i,
    )
    .map(({ diagnostic }) => diagnostic);
};

/** The first made of those that start at one place of a file. */
export const onePerPlace = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const places = new Set<string>();
  return diagnostics.filter(({ path, at }) => {
    const place = `${startOf(at)} ${path}`;
    return !places.has(place) && places.add(place) !== undefined;
  });
};
