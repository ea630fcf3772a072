// Regular expressions, matched in time linear in the text.

import { RE2JS } from "re2js";

const compiled = new Map<string, RE2JS>();

/** Whether the expression, in the syntax of RE2, matches somewhere in the text. */
export const matches = (text: string, source: string): boolean => {
  let expression = compiled.get(source);
  if (!expression) {
    expression = RE2JS.compile(source);
    compiled.set(source, expression);
  }
  return expression.test(text);
};
