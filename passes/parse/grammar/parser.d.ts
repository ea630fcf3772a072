// The generated parser, as `parse.ts` sees it.

declare module "*/generated/parser.js" {
  type TokenString = import("../../../ir/layout.ts").TokenString;
  type Expectation = import("./messages.ts").Expectation;

  /** What is found besides the tree; spans without the file. */
  interface Sink {
    readonly problems: { at: number; code: string | null; message: string }[];
    /** Whether lines that belong to no declaration are being skipped at top level. */
    stray: boolean;
  }

  interface Options {
    readonly startRule: "File" | "Chunk";
    readonly peg$library: true;
    readonly source: TokenString;
    readonly text: string;
    /** The index, in `source`, of the first token of the input. */
    readonly base: number;
    readonly recovering: boolean;
    readonly sink: Sink;
  }

  /** `peg$result` is a list of declarations, if `peg$success`. */
  interface Result {
    readonly peg$success: boolean;
    readonly peg$result: unknown;
    readonly peg$maxFailPos: number;
    readonly peg$maxFailExpected: readonly Expectation[];
  }

  export const parse: (input: string, options: Options) => Result;
}
