// Reads JSON (RFC 8259), strictly: as the values that `json.decode` gives (chapter 3.15.2).

import { type Either, left, right } from "fp-ts/Either";
import { inRange, int } from "./int.ts";
import { Dict, Float, List, type Value } from "./values.ts";

/** Why a text is not JSON; `at` is the offset in UTF-16 code units. */
export interface JsonFault {
  readonly message: string;
  readonly at: number;
}

/** So many arrays and objects may be inside each other. */
export const JSON_DEPTH = 512;

class Fault {
  readonly message: string;
  readonly at: number;
  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they must be escaped in JSON
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const words: readonly (readonly [string, Value])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

/** The Int of a decimal number, if it is integral in value and in range. */
const integralOf = (sign: string, whole: string, fraction: string, exponent: number): bigint | null => {
  const digits = (whole + fraction).replace(/^0+/, "").replace(/0+$/, "");
  if (digits === "") return 0n;
  const dropped = (whole + fraction).length - (whole + fraction).replace(/0+$/, "").length;
  const power = exponent - fraction.length + dropped;
  if (power < 0 || digits.length + power > 19) return null;
  const value = BigInt(digits) * 10n ** BigInt(power) * (sign === "-" ? -1n : 1n);
  return inRange(value) ? value : null;
};

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Value {
    const value = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) this.#fail("there is more text behind the value");
    return value;
  }

  #fail(message: string, at = this.#at): never {
    throw new Fault(message, at);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  #skip(): void {
    this.#match(SPACE);
  }

  #value(): Value {
    this.#skip();
    const first = this.#text[this.#at];
    if (first === '"') return this.#string();
    if (first === "[") return this.#nested(() => this.#array());
    if (first === "{") return this.#nested(() => this.#object());
    const word = this.#word();
    return word === undefined ? this.#number() : word;
  }

  #nested(read: () => Value): Value {
    if (++this.#depth > JSON_DEPTH) this.#fail(`nested deeper than ${JSON_DEPTH} levels`);
    this.#at++;
    const value = read();
    this.#depth--;
    return value;
  }

  #word(): Value | undefined {
    const found = words.find(([word]) => this.#text.startsWith(word, this.#at));
    if (found) this.#at += found[0].length;
    return found?.[1];
  }

  #number(): Value {
    const start = this.#at;
    const match = this.#match(NUMBER);
    if (!match) this.#fail(start < this.#text.length ? "expected a value" : "the text ends too early");
    const [written, sign = "", whole = "", fraction = "", exponent = "0"] = match;
    const integral = integralOf(sign, whole, fraction, Number(exponent));
    if (integral !== null) return int(integral);
    const float = Number(written);
    if (!Number.isFinite(float)) this.#fail("the number is too large", start);
    return new Float(float);
  }

  #string(): string {
    const start = this.#at;
    const match = this.#match(STRING);
    if (!match) this.#fail("a string is not closed, or holds what must be escaped");
    const value: string = match[0].includes("\\") ? JSON.parse(match[0]) : match[0].slice(1, -1);
    if (!value.isWellFormed()) this.#fail("a string holds half a surrogate pair", start);
    return value;
  }

  /** Whether `close` comes next, which is then read. */
  #ends(close: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== close) return false;
    this.#at++;
    return true;
  }

  #expect(mark: string): void {
    this.#skip();
    if (this.#text[this.#at] !== mark)
      this.#fail(this.#at < this.#text.length ? `expected "${mark}"` : "the text ends too early");
    this.#at++;
  }

  #array(): Value {
    const items: Value[] = [];
    if (this.#ends("]")) return new List(items);
    for (;;) {
      items.push(this.#value());
      if (this.#ends("]")) return new List(items);
      this.#expect(",");
    }
  }

  #object(): Value {
    const map = new Dict();
    if (this.#ends("}")) return map;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] !== '"') this.#fail("expected a key in double quotes");
      const key = this.#string();
      this.#expect(":");
      map.put(key, this.#value());
      if (this.#ends("}")) return map;
      this.#expect(",");
    }
  }
}

/** The value of a JSON text: numbers that are integral and in range are Ints, objects are maps in their order. */
export const parseJson = (text: string): Either<JsonFault, Value> => {
  try {
    return right(new Reader(text).document());
  } catch (thrown) {
    if (thrown instanceof Fault) return left({ message: thrown.message, at: thrown.at });
    throw thrown;
  }
};
