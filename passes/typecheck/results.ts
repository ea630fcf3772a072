// What a declared result asks of a body (chapter 2.9.2).

import { type Type, UNIT } from "../../ir/types.ts";
import { isUnknown } from "../compatibility.ts";

/** Whether a body with this result must end with a value: `Unit` and `Unit!E` ask for none. */
export const givesValue = (result: Type): boolean => {
  const value = result.kind === "Result" ? result.ok : result;
  return value !== UNIT && !isUnknown(result);
};
