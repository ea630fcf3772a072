// "Did you mean": the end of a message about a member that does not exist.

import { nearest } from "../suggest.ts";

/** ` (did you mean "x"?)`, or the empty text if no known name is near enough. */
export const suggestion = (name: string, known: Iterable<string>): string => {
  const found = nearest(name, known);
  return found === undefined ? "" : ` (did you mean "${found}"?)`;
};
