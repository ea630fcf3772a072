// The tokens of a JSON text (RFC 8259): blanks, strings and numbers, read from a place on.

import { inRange, int } from "./int.ts";
import { Float, type Int } from "./values.ts";

/** Why a text is not JSON; `at` is the offset in UTF-16 code units. It is thrown as it is, without a captured stack. */
export class JsonFault {
  readonly message: string;
  readonly at: number;
  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

const BLANK = 0x20;
const QUOTE = 0x22;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;
/** The first code unit that may be half a surrogate pair. */
const SURROGATE = 0xd800;

/** Numbers of so many digits are safe. */
const SAFE_DIGITS = 15;

const NUMBER = /(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?/y;
const HEX = /[\da-fA-F]{4}/y;

/** What the character behind a backslash stands for. */
const escapes: ReadonlyMap<number, string> = new Map(
  ['""', "\\\\", "//", "b\b", "f\f", "n\n", "r\r", "t\t"].map((pair) => [pair.charCodeAt(0), pair.slice(1)]),
);

/** How many of a text's last characters are `0`. */
const zerosBehind = (digits: string): number => {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === ZERO) end--;
  return digits.length - end;
};

/** The Int of a decimal number, if it is integral in value and in range; in time linear in its digits. */
const integralOf = (sign: string, whole: string, fraction: string, exponent: number): Int | null => {
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return 0;
  const zeros = zerosBehind(digits);
  const power = exponent - fraction.length + zeros;
  if (power < 0 || digits.length - zeros + power > 19) return null;
  const value = BigInt(digits.slice(0, digits.length - zeros)) * 10n ** BigInt(power);
  const signed = sign === "-" ? -value : value;
  return inRange(signed) ? int(signed) : null;
};

/** A text, and the place in it that is read next. Its methods throw a `JsonFault`. */
export class JsonTokens {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  fail(message: string, at = this.at): never {
    throw new JsonFault(at < this.text.length ? message : "the text ends too early", at);
  }

  /** Skips blanks; the code unit that follows, NaN at the end. */
  next(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (!(code <= BLANK)) return code;
      if (code !== BLANK && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
      this.at++;
    }
  }

  /** A string, at its first quote. */
  string(): string {
    const { text } = this;
    const start = this.at + 1;
    let at = start;
    let code = text.charCodeAt(at);
    while (code >= BLANK && code < SURROGATE && code !== QUOTE && code !== BACKSLASH)
      code = text.charCodeAt(++at);
    if (code !== QUOTE) return this.unusualString(start, at);
    this.at = at + 1;
    return text.slice(start, at);
  }

  /** One that has escapes or surrogates, or is not closed: plain until `at`. */
  private unusualString(start: number, plain: number): string {
    const { text } = this;
    let value = "";
    let from = start;
    for (let at = plain; ; ) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        value += text.slice(from, at);
        if (!value.isWellFormed()) this.fail("a string holds half a surrogate pair", start - 1);
        this.at = at + 1;
        return value;
      }
      if (code === BACKSLASH) {
        value += text.slice(from, at) + this.escape(at + 1);
        from = at += text.charCodeAt(at + 1) === SMALL_U ? 6 : 2;
      } else if (code >= BLANK) at++;
      else this.fail("a control character in a string must be escaped", at);
    }
  }

  private escape(at: number): string {
    const code = this.text.charCodeAt(at);
    const simple = escapes.get(code);
    if (simple !== undefined) return simple;
    HEX.lastIndex = at + 1;
    const hex = code === SMALL_U ? HEX.exec(this.text) : null;
    if (hex === null) this.fail("a backslash in a string stands before what it does not escape", at);
    return String.fromCharCode(Number.parseInt(hex[0], 16));
  }

  /** A number, at its first digit or minus. */
  number(): Int | Float {
    const { text, at: start } = this;
    const minus = text.charCodeAt(start) === MINUS;
    const first = minus ? start + 1 : start;
    let at = first;
    let value = 0;
    let code = text.charCodeAt(at);
    for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) value = value * 10 + code - ZERO;
    const digits = at - first;
    const leading = text.charCodeAt(first) === ZERO && digits > 1;
    // `.`, `e` and `E`, and all that is not so simple
    if (digits === 0 || digits > SAFE_DIGITS || leading || code === 0x2e || (code | 0x20) === 0x65)
      return this.unusualNumber(start);
    this.at = at;
    return minus && value !== 0 ? -value : value;
  }

  private unusualNumber(start: number): Int | Float {
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.text);
    if (match === null) this.fail("expected a digit", start + 1);
    const [written, sign = "", whole = "", fraction = "", exponent] = match;
    this.at = start + written.length;
    // digits that end behind the point are those of no integer
    const broken = exponent === undefined && fraction !== "" && !fraction.endsWith("0");
    const integral = broken ? null : integralOf(sign, whole, fraction, Number(exponent ?? 0));
    if (integral !== null) return integral;
    const float = Number(written);
    if (!Number.isFinite(float)) this.fail("the number is too large", start);
    return new Float(float);
  }
}
