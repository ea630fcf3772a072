// A generated program as a tree of pieces of text, so that it can be shrunk: each piece knows what could stand instead.

/**
 * `sort` says what may stand in its place: the text of a type, for an expression; `statement`, `block`, `sequence` (parts
 * between commas), `declaration`, `program`, `guard` (what ends a loop), or another word for what is replaced only as part of something larger.
 */
export interface Tree {
  readonly sort: string;
  readonly parts: readonly Part[];
}
export type Part = string | Tree;

export const tree = (sort: string, ...parts: readonly Part[]): Tree => ({ sort, parts });

/** A tree from a template, whose holes are trees or text. */
export const template =
  (sort: string) =>
  (texts: TemplateStringsArray, ...holes: readonly Part[]): Tree =>
    tree(
      sort,
      ...texts
        .flatMap((text, i) => (i < holes.length ? [text, holes[i]!] : [text]))
        .filter((part) => part !== ""),
    );

/** Parts with commas between them. */
export const sequence = (parts: readonly Part[]): Tree => ({ sort: "sequence", parts });

/** Statements, one level deeper than the line that they belong to. */
export const block = (statements: readonly Tree[]): Tree => ({ sort: "block", parts: statements });

/** The source text. */
export const textOf = (part: Part, depth = 0): string => {
  if (typeof part === "string") return part;
  const texts = (inner: number): readonly string[] => part.parts.map((each) => textOf(each, inner));
  switch (part.sort) {
    case "block":
      return texts(depth + 1)
        .map((text) => `\n${"  ".repeat(depth + 1)}${text}`)
        .join("");
    case "sequence":
      return texts(depth).join(", ");
    case "program":
      return `${texts(depth).join("\n\n")}\n`;
    case "lines":
      return texts(depth).join(`\n${"  ".repeat(depth)}`);
    default:
      return texts(depth).join("");
  }
};

/** Whether a piece of this sort is part of the tree. */
export const mentions = ({ sort, parts }: Tree, wanted: string): boolean =>
  sort === wanted || parts.some((part) => typeof part !== "string" && mentions(part, wanted));
