// A cursor over one JSON text, for the readers of types: each operation reads one token or says that it cannot. What a
// reader is not made for is no error here; then the text is decoded in the slow way, which says what is wrong.

import { int } from "./int.ts";
import { JSON_DEPTH } from "./json.ts";
import { JsonFault, JsonTokens } from "./json-tokens.ts";
import { Float, type Int } from "./values.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;

const INT = /-?(?:0|[1-9]\d{0,17})(?![\d.eE])/y;
/** Ints so long are safe. */
const SAFE_LENGTH = 15;

/** So many values may be inside each other, each of which is skipped before it is read. */
const MOST_SKIPPING = 8;

/** Numbers and words, and colons. */
const OTHER = /[^",[\]{}]+/y;

/** The positions of names in lists of names, which are literals of the program. */
const known = new Map<string, ReadonlyMap<string, number>>();

const positionsOf = (names: string): ReadonlyMap<string, number> => {
  const found = known.get(names) ?? new Map(names.split(" ").map((name, i) => [name, i]));
  known.set(names, found);
  return found;
};

/** What `read` gives, or null where the text is at fault. */
const orNull = <A>(read: () => A): A | null => {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof JsonFault) return null;
    throw thrown;
  }
};

export class JsonScan {
  private tokens = new JsonTokens("");
  private depth = 0;
  /** Nothing of the list or object that was entered last was read yet. */
  private first = false;
  private failed = false;
  private isDataFirst = false;
  /** So many enum values are entered whose payload stands in front. */
  private skipping = 0;

  begin(text: string): undefined {
    this.tokens = new JsonTokens(text);
    this.depth = 0;
    this.first = false;
    this.failed = false;
    this.skipping = 0;
  }

  /** Whether the text ends here, and nothing was wrong. */
  end(): boolean {
    const ends = Number.isNaN(this.tokens.next()) && !this.failed;
    this.tokens = new JsonTokens("");
    return ends;
  }

  refuse(): undefined {
    this.failed = true;
  }

  list(): boolean {
    return this.enter(OPEN_LIST);
  }
  map(): boolean {
    return this.enter(OPEN_MAP);
  }
  item(): boolean {
    return this.more(CLOSE_LIST);
  }
  entry(): boolean {
    return this.more(CLOSE_MAP);
  }

  private reads(code: number): boolean {
    if (this.tokens.next() !== code) return false;
    this.tokens.at++;
    return true;
  }

  private enter(open: number): boolean {
    if (!this.reads(open) || ++this.depth > JSON_DEPTH) return false;
    this.first = true;
    return true;
  }

  /** Whether there is one more; else the end is read, or the text is at fault. */
  private more(close: number): boolean {
    const { first } = this;
    this.first = false;
    if (this.reads(close)) {
      this.depth--;
      return false;
    }
    if (first || this.reads(COMMA)) return true;
    this.failed = true;
    return false;
  }

  /** A string without escapes. */
  private word(): string | null {
    const { tokens } = this;
    if (tokens.next() !== QUOTE) return null;
    const start = tokens.at + 1;
    const end = tokens.text.indexOf('"', start);
    if (end < 0 || tokens.text.charCodeAt(end - 1) === BACKSLASH) return null;
    tokens.at = end + 1;
    return tokens.text.slice(start, end);
  }

  /** The position of the next key among the names (with blanks between); -1 if it is none of them. */
  field(names: string): Int {
    const key = this.word();
    return (key !== null && this.reads(COLON) ? positionsOf(names).get(key) : undefined) ?? -1;
  }

  /** The next key. */
  name(): string | null {
    const key = this.text();
    return key !== null && this.reads(COLON) ? key : null;
  }

  text(): string | null {
    const { tokens } = this;
    return tokens.next() === QUOTE ? orNull(() => tokens.string()) : null;
  }

  null(): boolean {
    return this.literal("null");
  }

  bool(): boolean | null {
    if (this.literal("true")) return true;
    return this.literal("false") ? false : null;
  }

  private literal(word: string): boolean {
    const { tokens } = this;
    tokens.next();
    if (!tokens.text.startsWith(word, tokens.at)) return false;
    tokens.at += word.length;
    return true;
  }

  /** An Int of at most 18 digits, without point and exponent. */
  int(): Int | null {
    const { tokens } = this;
    tokens.next();
    INT.lastIndex = tokens.at;
    const match = INT.exec(tokens.text);
    if (match === null) return null;
    tokens.at = INT.lastIndex;
    const [digits] = match;
    // `+ 0` turns -0 into 0
    return digits.length <= SAFE_LENGTH ? Number(digits) + 0 : int(BigInt(digits));
  }

  float(): Float | null {
    const number = this.number();
    return number === null || number instanceof Float ? number : new Float(Number(number));
  }

  private number(): Int | Float | null {
    const { tokens } = this;
    tokens.next();
    return orNull(() => tokens.number());
  }

  /**
   * Enters an enum value, `{"type":V,"data":D}` in either order: the position of V among the names, -1 if it is none of
   * them. D is read next, if there is one.
   */
  variant(names: string): Int {
    const { tokens } = this;
    if (!this.map() || !this.entry()) return -1;
    const key = this.field("type data");
    const data = tokens.at;
    this.isDataFirst = key === 1;
    if (key < 0 || (key === 1 && !this.typeBehindData())) return -1;
    const variant = positionsOf(names).get(this.word() ?? "") ?? -1;
    if (key === 1) tokens.at = data;
    else if (tokens.next() === COMMA && !this.comesNext("data")) return -1;
    return variant;
  }

  /** Goes to the value of `type`, which stands behind that of `data`; not where that would be done again and again. */
  private typeBehindData(): boolean {
    return ++this.skipping <= MOST_SKIPPING && this.skip() && this.comesNext("type");
  }

  /** Whether D stood in front of V. */
  dataFirst(): boolean {
    return this.isDataFirst;
  }

  /** Reads a comma and that key. */
  private comesNext(key: string): boolean {
    return this.reads(COMMA) && this.field(key) === 0;
  }

  /** Goes behind a value, whatever it consists of: it will be read. */
  private skip(): boolean {
    const { tokens } = this;
    let open = 0;
    do {
      const code = tokens.next();
      OTHER.lastIndex = tokens.at;
      if (code === QUOTE) {
        if (this.text() === null) return false;
      } else if (OTHER.test(tokens.text)) tokens.at = OTHER.lastIndex;
      else {
        if (Number.isNaN(code)) return false;
        if (code === OPEN_LIST || code === OPEN_MAP) open++;
        if (code === CLOSE_LIST || code === CLOSE_MAP) open--;
        tokens.at++;
      }
    } while (open > 0);
    return true;
  }

  /** Leaves an enum value behind D; with `dataFirst`, V still follows. */
  leave(dataFirst: boolean): boolean {
    if (dataFirst) {
      this.skipping--;
      if (!this.comesNext("type") || this.word() === null) return false;
    }
    if (!this.reads(CLOSE_MAP)) return false;
    this.depth--;
    return true;
  }
}
