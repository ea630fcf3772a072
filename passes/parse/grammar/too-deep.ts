// The one way out of a parse that nests too deeply.

/** Unwinds the generated parser; never leaves `parse.ts`. */
export class TooDeep extends Error {
  /** The token that goes too deep. */
  readonly token: number;
  constructor(token: number) {
    super("nested too deeply");
    this.token = token;
  }
}
