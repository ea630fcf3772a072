// The token string: one UTF-16 unit per token, so that the grammar reads tokens as characters.

/**
 * The characters of the token string. Kinds of one class have neighbouring codes, so that a grammar's class
 * is a range: name-like tokens, then values, brackets, operators, compound assignments, layout.
 */
const names = [
  "identifier",
  // keywords; `interface` and `impl` last, because they are never names
  ..."app service at get post put patch delete fn type enum let var return if else match for in while".split(
    " ",
  ),
  ..."transaction break continue requires import from as config migration test body and or without".split(
    " ",
  ),
  ..."spawn await box component true false null interface impl".split(" "),
] as const;
const values = [
  "int",
  "float",
  "string",
  "stringOpen",
  "stringText",
  "interpolationOpen",
  "interpolationClose",
  "stringClose",
];
const punctuation = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  ".",
  "..",
  "..<",
  "->",
  "=>",
  "=",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
];
const operators = ["+", "-", "*", "/", "%", "?", "!", "??", "?!"];
const updates = ["+=", "-=", "*=", "/=", "??="];
const layout = ["newline", "indent", "dedent", "eof"];

const FIRST = 0xe000;

/** The kind of each token code, in order from U+E000. */
export const kinds: readonly string[] = [
  ...names,
  ...values,
  ...punctuation,
  ...operators,
  ...updates,
  ...layout,
];

/** The token character of each kind: `tokenOf.get("fn")`. Keywords and operators are named by their text. */
export const tokenOf: ReadonlyMap<string, string> = new Map(
  kinds.map((kind, i) => [kind, String.fromCharCode(FIRST + i)]),
);

/** The kind of a token character. */
export const kindOf = (token: string): string => kinds[token.charCodeAt(0) - FIRST] ?? "nothing";

/** The keywords of chapter 1.3, `true`, `false` and `null` among them. */
export const keywords: ReadonlySet<string> = new Set(names.slice(1));
