// Random sources for property tests: real programs after a few edits of their tokens, lines and characters.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

/** The golden programs and the examples, as text. */
const programs: readonly string[] = ["golden/programs", "examples"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".fuse"))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
);

/** A line end with the indentation behind it, blanks, a word, a number, an operator, or one other character. */
const token = /\n *| +|[A-Za-z_]\w*|\d+(?:\.\d+)?|"""|\$\{|->|=>|==|!=|<=|>=|\?\?=?|\?!|\.\.<?|[-+*/]=|./gsu;

const tokensOf = (text: string): readonly string[] => text.match(token) ?? [];

/** What tokens are replaced by, besides other tokens of the program. */
const strangers = [
  ..."fn type enum interface impl let var return if else for in while match break continue".split(" "),
  ..."spawn await box component service config requires import transaction without where body and or".split(
    " ",
  ),
  ..."null true Int String List Map Option Result Some None Ok Err Self self print _ x html div input".split(
    " ",
  ),
  ...'( ) [ ] { } < > , : . .. ..< -> => = == + - * / % ? ! ?? ?! ?. ?[ += ??= @ \' " """ ${ } # \\'.split(
    " ",
  ),
  ...'0 1 1.5 9223372036854775807 1e999 0x 12abc "a" [] {} Int? Int!E List<Int>'.split(" "),
  ...["\n", "\n  ", "\n    ", "\t", "\r\n", " "],
];

type Edit = (tokens: readonly string[]) => readonly string[];

// Places are fractions of the program, as its length is not known yet.
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (tokens: readonly string[], where: number): number => Math.floor(where * tokens.length);
const places = fc.tuple(place, place);

const remove = place.map(
  (p): Edit =>
    (list) =>
      list.toSpliced(at(list, p), 1),
);
const copy = places.map(
  ([p, q]): Edit =>
    (list) =>
      list.toSpliced(at(list, p), 0, list[at(list, q)] ?? ""),
);
const swap = places.map(
  ([p, q]): Edit =>
    (list) => {
      const [i, j] = [at(list, p), at(list, q)];
      return list.length === 0 ? list : list.with(i, list[j]!).with(j, list[i]!);
    },
);
const replace = fc.tuple(place, fc.constantFrom(...strangers)).map(
  ([p, text]): Edit =>
    (list) =>
      list.toSpliced(at(list, p), 1, text),
);
/** Like swapping with a neighbour that is a word too: what comes out is more often a program. */
const rename = places.map(
  ([p, q]): Edit =>
    (list) => {
      const words = list.flatMap((text, i) => (/^\w/.test(text) ? [i] : []));
      if (words.length === 0) return list;
      return list.with(words[at(list, p) % words.length]!, list[words[at(list, q) % words.length]!]!);
    },
);
const insert = fc.tuple(place, fc.oneof(fc.string({ unit: "binary", maxLength: 3 }), fc.string())).map(
  ([p, text]): Edit =>
    (list) =>
      list.toSpliced(at(list, p), 0, text),
);
const truncate = place.map(
  (p): Edit =>
    (list) =>
      list.slice(0, at(list, p)),
);

const byLine =
  (edit: (lines: readonly string[]) => readonly string[]): Edit =>
  (list) =>
    tokensOf(edit(list.join("").split("\n")).join("\n"));
const removeLine = place.map((p) => byLine((lines) => lines.toSpliced(at(lines, p), 1)));
const copyLine = places.map(([p, q]) =>
  byLine((lines) => lines.toSpliced(at(lines, p), 0, lines[at(lines, q)] ?? "")),
);
const indent = fc.tuple(place, fc.nat(8)).map(([p, width]) =>
  byLine((lines) => {
    const i = at(lines, p);
    return lines.with(i, " ".repeat(width) + lines[i]!.trimStart());
  }),
);

/** One edit; those that often leave a program are more likely. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { arbitrary: remove, weight: 3 },
  { arbitrary: rename, weight: 6 },
  { arbitrary: replace, weight: 4 },
  { arbitrary: removeLine, weight: 3 },
  copy,
  swap,
  copyLine,
  indent,
  insert,
  truncate,
);

/** A program after one to six edits. */
export const mutated: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...programs), fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([program, edits]) =>
    edits.reduce<readonly string[]>((list, each) => each(list), tokensOf(program)).join(""),
  );
