// Finds the imports of a file by its text, before it is parsed.

import { kindOf } from "../../ir/tokens.ts";
import { lex } from "../../passes/parse/lexer/lex.ts";

/** A line that may begin an import, with what is in braces, to the end of the line behind them. */
const CANDIDATE = /^[ \t\ufeff]*import\b[^\n{]*(?:\{[^}]*\}?)?[^\n]*/gm;
/** `import Shapes`: a module beside the file. */
const BESIDE = /^[ \t\ufeff]*import[ \t]+(\w+)[ \t]*(?:#|\r?$)/;
/** A path without escapes, which most are. */
const PLAIN = /^[^"#]*\bfrom[ \t]+"([^"\\$\n]*)"[ \t]*(?:#|\r?$)/;
/** The path as a dotted name. */
const DOTTED = /\bfrom[ \t]+(\w+(?:\.\w+)*)[ \t]*(?:#|\r?$)/;

const pathOf = (line: string): string | null => {
  const beside = BESIDE.exec(line);
  if (beside) return `./${beside[1]}`;
  const plain = PLAIN.exec(line);
  if (plain) return plain[1]!;
  const { tokens, values } = lex("", `${line}\n`);
  const string = Array.from(tokens).findIndex((token) => kindOf(token) === "string");
  const value = values.get(string);
  return typeof value === "string" ? value : (DOTTED.exec(line)?.[1] ?? null);
};

/**
 * The paths that a file's imports are written with, in source order. Lines inside a long string may look like imports:
 * whoever links the parsed module takes only those that it really has.
 */
export const scanImports = (text: string): readonly string[] =>
  text.includes("import")
    ? Array.from(text.matchAll(CANDIDATE), ([line]) => pathOf(line)).filter((path) => path !== null)
    : [];
