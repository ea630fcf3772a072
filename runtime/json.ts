// Reads JSON (RFC 8259), strictly: as the values that `json.decode` gives (chapter 3.15.2).

import { type Either, left, right } from "fp-ts/Either";
import { Failure } from "./failures.ts";
import { JsonFault, JsonTokens } from "./json-tokens.ts";
import { Dict, heap, List, type Value } from "./values.ts";

export type { JsonFault } from "./json-tokens.ts";

/** So many arrays and objects may be inside each other. */
export const JSON_DEPTH = 512;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;

/** The words of JSON, by their first code unit. */
const words: ReadonlyMap<number, readonly [word: string, value: Value]> = new Map(
  (
    [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const
  ).map((each) => [each[0].charCodeAt(0), each]),
);

class Reader extends JsonTokens {
  private depth = 0;

  document(): Value {
    const value = this.value(this.next());
    this.next();
    if (this.at < this.text.length) this.fail("there is more text behind the value");
    return value;
  }

  /** The value that begins with this code unit, which stands at `at`. */
  private value(first: number): Value {
    switch (first) {
      case QUOTE:
        return this.string();
      case OPEN_MAP:
        return this.map();
      case OPEN_LIST:
        return this.list();
      default:
        return first === 0x2d || (first >= 0x30 && first <= 0x39) ? this.number() : this.word(first);
    }
  }

  private word(first: number): Value {
    const found = words.get(first);
    if (found === undefined || !this.text.startsWith(found[0], this.at)) this.fail("expected a value");
    this.at += found[0].length;
    return found[1];
  }

  /** Goes into a list or map; whether it is empty, which is read then. */
  private enter(close: number): boolean {
    if (++this.depth > JSON_DEPTH) this.fail(`nested deeper than ${JSON_DEPTH} levels`);
    this.at++;
    return this.next() === close && this.leave();
  }

  private leave(): true {
    this.depth--;
    this.at++;
    return true;
  }

  /** Behind a member: whether it was the last, as `close` says; else a comma is read. */
  private ends(close: number): boolean {
    const code = this.next();
    if (code === close) return this.leave();
    if (code !== COMMA) this.fail(`expected "," or "${String.fromCharCode(close)}"`);
    this.at++;
    return false;
  }

  private list(): List {
    const items: Value[] = [];
    if (!this.enter(CLOSE_LIST)) {
      do items.push(this.value(this.next()));
      while (!this.ends(CLOSE_LIST));
    }
    return new List(items);
  }

  private map(): Dict {
    const map = new Dict();
    if (!this.enter(CLOSE_MAP)) {
      do {
        if (this.next() !== QUOTE) this.fail("expected a key in double quotes");
        const key = this.string();
        if (this.next() !== COLON) this.fail('expected ":"');
        this.at++;
        map.put(key, this.value(this.next()));
      } while (!this.ends(CLOSE_MAP));
    }
    return map;
  }
}

/** The value of a JSON text: numbers that are integral and in range are Ints, objects are maps in their order. */
export const parseJson = (text: string): Either<JsonFault, Value> => {
  const { live } = heap;
  try {
    return right(new Reader(text).document());
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown;
    // nobody will give up what was made
    heap.live = live;
    return left(thrown);
  }
};

/** What is said of a text that is not JSON: why, and where, counted in code points (00, section 0.6). */
export const faultText = (text: string, { message, at }: JsonFault): string => {
  const lines = text.slice(0, at).split("\n");
  const column = [...lines[lines.length - 1]!].length + 1;
  return `${message} at line ${lines.length}, column ${column}`;
};

/** Why a text is not JSON; null if it is. What was read is nobody's, so nothing of it is counted. */
export const jsonFault = (text: string): string | null => {
  const { live } = heap;
  const value = parseJson(text);
  heap.live = live;
  return value._tag === "Right" ? null : faultText(text, value.left);
};

/** `json.decode` of a text: the value, or the failure. */
export const decodeJson = (text: string): Value => {
  const value = parseJson(text);
  if (value._tag === "Right") return value.right;
  throw new Failure("runtime_error", `invalid json: ${faultText(text, value.left)}`);
};
