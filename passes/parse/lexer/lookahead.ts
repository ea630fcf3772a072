// Tells the head of a statement from a clause of a comprehension, by the tokens of its line.

import { span, startOf } from "../../../ir/framework/span.ts";
import { lineEnd } from "./characters.ts";
import { lexTokens } from "./code.ts";
import { codeOf, INTERPOLATION_CLOSE, INTERPOLATION_OPEN } from "./codes.ts";
import { newState } from "./state.ts";

const COLON = codeOf(":");
const openers: ReadonlySet<number> = new Set([...["(", "[", "{"].map(codeOf), INTERPOLATION_OPEN]);
const closers: ReadonlySet<number> = new Set([...[")", "]", "}"].map(codeOf), INTERPOLATION_CLOSE]);

/**
 * Whether the line from `at` on holds a `:` outside of the brackets opened on it. What stands behind a bracket that
 * closes one of an earlier line does not count: it is no longer part of a clause.
 */
export const hasOuterColon = (text: string, at: number): boolean => {
  const line = text.slice(at, lineEnd(text, at));
  const s = newState("", line);
  lexTokens(s);
  const outer = s.found.find((one) => /[)\]}]/.test(line.charAt(startOf(one.at))));
  const limit = startOf(outer?.at ?? span(line.length, line.length));
  let depth = 0;
  for (let i = 0; i < s.count && s.starts[i]! < limit; i++) {
    const code = s.codes[i]!;
    if (code === COLON && depth === 0) return true;
    if (openers.has(code)) depth++;
    if (closers.has(code)) depth--;
  }
  return false;
};
