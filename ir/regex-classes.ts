// Character classes of regular expressions in Unicode, as RE2 writes them.

/** What stands between the brackets of a class, and the same for its complement (chapter 3 wants both in Unicode). */
type Content = readonly [inside: string, outside: string];

const others = "\\p{C}\\p{P}\\p{S}\\p{Z}";
/** Each begins and ends with a class, so that none becomes the end of a range by a `-` beside it. */
const contents = {
  digit: ["\\p{Nd}", "\\P{Nd}"],
  word: [
    "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}",
    "\\p{C}\\p{Z}\\p{S}\\p{No}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}",
  ],
  space: [
    "\\p{Z}\\t-\\r\\x{85}\\p{Z}",
    "\\p{L}\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}",
  ],
  alpha: ["\\p{L}\\p{Nl}", `\\p{M}\\p{Nd}\\p{No}${others}`],
  alnum: ["\\p{L}\\p{Nl}\\p{Nd}", `\\p{M}\\p{No}${others}`],
  lower: ["\\p{Ll}", "\\P{Ll}"],
  upper: ["\\p{Lu}", "\\P{Lu}"],
  punct: ["\\p{P}\\p{S}", "\\p{C}\\p{L}\\p{M}\\p{N}\\p{Z}"],
  cntrl: ["\\p{Cc}", "\\P{Cc}"],
  blank: [
    "\\p{Zs}\\t\\p{Zs}",
    `\\p{L}\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}`,
  ],
} satisfies Record<string, Content>;

/** The contents of `\d`, `\W` and so on, by letter. */
export const shorthands: Readonly<Record<string, string>> = {
  d: contents.digit[0],
  D: contents.digit[1],
  w: contents.word[0],
  W: contents.word[1],
  s: contents.space[0],
  S: contents.space[1],
};
/** POSIX classes by name; those without Unicode counterpart (`xdigit`, `ascii`, `graph`, `print`) are RE2's. */
export const posixClasses: Readonly<Record<string, Content>> = contents;
