// Random mistakes for property tests: programs that are right, after one change to an expression in a body.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

/** Here a failed validation takes the place of an error of another type, which no type says (03, 10.2). */
const strays: ReadonlySet<string> = new Set(["missed-validation.fuse", "validation-as-error.fuse"]);

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".fuse") && !strays.has(name))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));

/**
 * The text with output at the start of each body of a loop or function: a run of it that does not end prints without
 * end, which a host can stop. A function prints, as a task may not.
 */
const ticking = (text: string): string =>
  `${text.replace(
    /^( *)(while|for|fn) .*:\n(?=( +)\S)/gm,
    (line, _indent, _keyword, inner) => `${line}${inner}tick()\n`,
  )}\nfn tick():\n  print("")\n`;

const programs: readonly string[] = [...sourcesIn("golden/programs"), ...sourcesIn("examples")];
const isPage = (text: string): boolean => text.includes("-> Html");

/** Programs that are right: those that can run, and those that can only be checked. */
export const runnable: readonly string[] = programs.filter((text) => !isPage(text)).map(ticking);
export const checkable: readonly string[] = [
  ...runnable,
  ...programs.filter(isPage),
  ...sourcesIn("golden/accepted"),
];

/** Tokens of a line: a string, a word, a number, an operator or one other character. */
const token = /"(?:[^"\\]|\\.)*"|[A-Za-z_]\w*|\d+(?:\.\d+)?|\?\?|\?!|\.\.|==|!=|<=|>=|->|./gu;

const keywords: ReadonlySet<string> = new Set(
  "fn type enum interface impl let var return if else for in while match break continue and or spawn await box".split(
    " ",
  ),
);

/** A place in a program: between `start` and `end` stands an operand. */
interface Operand {
  readonly start: number;
  readonly end: number;
  /** It stands on the right of a `let` or `var`, so a change of its type changes what others mean. */
  readonly bound: boolean;
}

/** The names, numbers and strings in expressions: in bodies, behind what a statement or pattern declares. */
const operandsOf = (text: string): readonly Operand[] => {
  const found: Operand[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const expression =
      /^ +(?:return |(?:let|var) \w+(?:: [^=]+)? = |if |while |[a-z_]\w*\((?!.*(?:->|:$)))/.exec(line);
    if (expression && !line.includes('"""') && !line.includes("${")) {
      const from = expression[0].length;
      for (const { 0: word, index } of line.slice(from).matchAll(token)) {
        const before = line[from + index - 1];
        const after = line.slice(from + index + word.length).trimStart()[0];
        const isName =
          /^\w/.test(word) && !keywords.has(word) && before !== "." && after !== "=" && after !== ":";
        if (!isName && !word.startsWith('"')) continue;
        const start = offset + from + index;
        found.push({ start, end: start + word.length, bound: /^ +(?:let|var)/.test(line) });
      }
    }
    offset += line.length + 1;
  }
  return found;
};

/** A program with one mistake. */
export interface Mistaken {
  readonly text: string;
}

const replaced = (text: string, { start, end }: Operand, by: string): Mistaken => ({
  text: text.slice(0, start) + by + text.slice(end),
});

const mistakeIn = (
  programs: readonly string[],
  replacement: fc.Arbitrary<string | null>,
  fits: (operand: Operand) => boolean,
): fc.Arbitrary<Mistaken> =>
  fc
    .tuple(fc.constantFrom(...programs), fc.nat(), fc.nat(), replacement)
    .filter(([text]) => operandsOf(text).some(fits))
    .map(([text, at, other, by]) => {
      const operands = operandsOf(text);
      const places = operands.filter(fits);
      const another = operands[other % operands.length]!;
      return replaced(text, places[at % places.length]!, by ?? text.slice(another.start, another.end));
    });

/** An operand is a name that nothing has. */
export const unknownName: fc.Arbitrary<Mistaken> = mistakeIn(checkable, fc.constant("nope"), () => true);

const others = ["1", "1.5", "true", '"text"', "null", "[1]", '{"a": 1}', "(1 + 1)", "[]", "main", "print"];

/** An operand is another operand of the program (null), or a value of some type. */
export const otherOperand = (programs: readonly string[]): fc.Arbitrary<Mistaken> =>
  mistakeIn(programs, fc.oneof(fc.constant(null), fc.constantFrom(...others)), ({ bound }) => !bound);
