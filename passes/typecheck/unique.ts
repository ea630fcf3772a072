// Each diagnostic once: deep trees are walked in pieces, so that an expression may be looked at twice.

import type { Diagnostic } from "../../ir/diagnostic.ts";

/** The diagnostics without repetitions, in order. */
export const unique = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((each) => [`${each.path} ${each.at} ${each.message}`, each])).values(),
];
