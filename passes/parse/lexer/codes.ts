// The token codes that the lexer makes by name, and the tables of operators and brackets.

import { tokenOf } from "../../../ir/tokens.ts";

/** The code of a kind of token (see `tokens.ts`). */
export const codeOf = (kind: string): number => tokenOf.get(kind)!.charCodeAt(0);

export const IDENTIFIER = codeOf("identifier");
export const INT = codeOf("int");
export const FLOAT = codeOf("float");
export const STRING = codeOf("string");
export const STRING_OPEN = codeOf("stringOpen");
export const STRING_TEXT = codeOf("stringText");
export const INTERPOLATION_OPEN = codeOf("interpolationOpen");
export const INTERPOLATION_CLOSE = codeOf("interpolationClose");
export const STRING_CLOSE = codeOf("stringClose");
export const NEWLINE = codeOf("newline");
export const INDENT = codeOf("indent");
export const DEDENT = codeOf("dedent");
export const EOF = codeOf("eof");

const ASCII = 128;
const oneUnit = new Uint16Array(ASCII);
const twoUnits = new Uint16Array(ASCII * ASCII);
/** The operators of three characters. Each begins with one of two. */
const threeUnits: (readonly [string, number])[] = [];
for (const [kind, token] of tokenOf) {
  const code = token.charCodeAt(0);
  if (/^\W$/.test(kind)) oneUnit[kind.charCodeAt(0)] = code;
  if (/^\W\W$/.test(kind)) twoUnits[kind.charCodeAt(0) * ASCII + kind.charCodeAt(1)] = code;
  if (/^\W\W\W$/.test(kind)) threeUnits.push([kind, code]);
}

/** The code of the operator of one character. */
export const operatorOf = (unit: number): number => oneUnit[unit]!;

/** The code of the operator of two characters, 0 if there is none. */
export const longOperatorOf = (unit: number, next: number): number =>
  next < ASCII ? twoUnits[unit * ASCII + next]! : 0;

/** The code of the operator of three characters at `at`, 0 if there is none. */
export const longestOperatorAt = (text: string, at: number): number => {
  for (const [operator, code] of threeUnits) if (text.startsWith(operator, at)) return code;
  return 0;
};
