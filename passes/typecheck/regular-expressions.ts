// Regular expressions in the checker: whether a literal matches a constraint (chapter 2.4).

import { RE2JS } from "re2js";
import { regexText } from "../../ir/regex.ts";

/** Whether the expression of a constraint matches somewhere in the text; one that is no expression was diagnosed. */
export const matches = (expression: string, text: string): boolean => {
  const compiled = compile(expression);
  return compiled === null || compiled.matcher(regexText(expression, text)).find();
};

const compile = (expression: string): RE2JS | null => {
  try {
    return RE2JS.compile(expression);
  } catch {
    return null;
  }
};
