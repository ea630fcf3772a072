// Regular expressions of FUSE (chapter 3, 8.3), written in the dialect of RE2, which knows `\d \w \s \b` in ASCII only.

import { type Either, left, right } from "fp-ts/Either";
import { posixClasses, shorthands } from "./regex-classes.ts";

// ---- Tokens ---------------------------------------------------------------------------------------------

const patterns = {
  named: /\(\?P?<([A-Za-z_]\w*)>/y,
  flags: /\(\?([imsx]*)(?:-([imsx]+))?([:)])/y,
  escape: /\\(?:[pP](?:\{\^?\w+\}|\w)|x(?:\{[0-9A-Fa-f]+\}|[0-9A-Fa-f]{2})|[\s\S])/uy,
  repeat: /([*+?]|\{(\d+)(,?)(\d*)\})(\??)/y,
  posix: /\[:(\^?)(\w+):\]/y,
  blank: /\s+|#[^\n]*/y,
  any: /[\s\S]/uy,
};

/** How often RE2 repeats at most; more becomes a sequence of repetitions. */
const REPEATS = 1000;
const MOST_REPEATS = 10_000;
const LONGEST = 100_000;

const NO_ATOM = -1;

class Malformed extends Error {}

/** A reader of one pattern; throws Malformed, which `translateRegex` turns into a value. */
class Translation {
  out = "";
  boundaries = false;
  private position = 0;
  /** Where in `out` the last atom begins: what a repetition repeats. */
  private atom = NO_ATOM;
  /** Open groups: where they begin in `out`, and whether blanks counted around them. */
  private readonly groups: { readonly start: number; readonly verbose: boolean }[] = [];
  private verbose = false;
  private readonly names = new Set<string>();
  private readonly source: string;
  private readonly framed: boolean;

  constructor(source: string, framed: boolean) {
    this.source = source;
    this.framed = framed;
  }

  run(): this {
    while (this.position < this.source.length) {
      this.item();
      if (this.out.length > LONGEST) throw new Malformed("the expression is too large");
    }
    if (this.groups.length > 0) throw new Malformed("missing )");
    return this;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.source);
    if (match) this.position = pattern.lastIndex;
    return match;
  }

  private item(): void {
    if (this.verbose && this.take(patterns.blank)) return;
    const repeat = this.take(patterns.repeat);
    const char = this.source[this.position];
    if (repeat) this.repeat(repeat);
    else if (char === "(") this.open();
    else if (char === ")") this.close();
    else if (char === "[") this.put(this.class());
    else if (char === "\\") this.escape();
    else if (char === "|" || char === "^" || char === "$") this.keep(char);
    else this.put(this.take(patterns.any)![0]);
  }

  private keep(char: string): void {
    this.atom = NO_ATOM;
    this.out += char;
    this.position++;
  }

  /** Adds an atom that stands for one character: in a framed text it has a character before and one behind it. */
  private put(atom: string): void {
    this.atom = this.out.length;
    this.out += this.framed ? `(?:(?s:.)${atom}(?s:.))` : atom;
  }

  private open(): void {
    const flags = this.take(patterns.flags);
    if (flags) this.flags(flags);
    else {
      this.openGroup();
      this.atom = NO_ATOM;
      this.out += "(";
    }
  }

  /** Names are dropped: nothing asks for what a group matched. */
  private openGroup(): void {
    this.groups.push({ start: this.out.length, verbose: this.verbose });
    const name = this.take(patterns.named)?.[1];
    if (name === undefined) {
      this.position++;
      if (this.source[this.position] === "?") throw new Malformed("look-around is not supported");
    } else if (this.names.has(name)) throw new Malformed(`the group name "${name}" is used twice`);
    else this.names.add(name);
  }

  private flags([, on = "", off = "", end]: RegExpExecArray): void {
    if (on === "" && off === "" && end === ")") throw new Malformed("missing flags behind (?");
    const start = this.out.length;
    const verbose = off.includes("x") ? false : on.includes("x") || this.verbose;
    if (end === ":") this.groups.push({ start, verbose: this.verbose });
    this.atom = NO_ATOM;
    this.verbose = verbose;
    const kept = [on.replace(/x/g, ""), off.replace(/x/g, "")] as const;
    const written = kept[1] === "" ? kept[0] : `${kept[0]}-${kept[1]}`;
    if (written !== "" || end === ":") this.out += `(?${written}${end}`;
  }

  private close(): void {
    const group = this.groups.pop();
    if (!group) throw new Malformed("unexpected )");
    this.position++;
    this.verbose = group.verbose;
    this.atom = group.start;
    this.out += ")";
  }

  private escape(): void {
    const [text] = this.take(patterns.escape) ?? [];
    if (text === undefined) throw new Malformed("trailing backslash");
    const name = text[1]!;
    if (/[1-9]/.test(name)) throw new Malformed("back-references are not supported");
    if (/[QEC]/.test(name)) throw new Malformed(`unknown escape ${text}`);
    if (/[bBAz]/.test(name)) {
      this.boundaries ||= name === "b" || name === "B";
      this.out += text;
    } else {
      const content = shorthands[name];
      this.put(content === undefined ? text : `[${content}]`);
    }
  }

  private class(): string {
    this.position++;
    let text = "[";
    if (this.source[this.position] === "^") text += this.source[this.position++];
    for (let first = true; first || this.source[this.position] !== "]"; first = false) {
      if (this.position >= this.source.length) throw new Malformed("missing ]");
      if (this.verbose && this.take(patterns.blank)) continue;
      text += this.member();
    }
    this.position++;
    return `${text}]`;
  }

  private member(): string {
    const named = this.take(patterns.posix);
    if (named) return posixClasses[named[2]!]?.[named[1] === "^" ? 1 : 0] ?? named[0];
    const found = this.take(patterns.escape);
    if (!found) return this.take(patterns.any)![0];
    if (/[1-9QEC]/.test(found[0][1]!)) throw new Malformed(`unknown escape ${found[0]} in a class`);
    return shorthands[found[0][1]!] ?? found[0];
  }

  private repeat([text, sign, least, comma, most, lazy]: RegExpExecArray): void {
    const low = Number(least ?? 0);
    const high = comma === "" ? low : most === "" ? null : Number(most ?? 0);
    if (sign!.length === 1 || Math.max(low, high ?? 0) <= REPEATS) {
      this.out += text;
      return;
    }
    if (Math.max(low, high ?? 0) > MOST_REPEATS || (high !== null && high < low))
      throw new Malformed(`invalid repetition ${text}`);
    if (this.atom === NO_ATOM) throw new Malformed(`nothing to repeat in front of ${text}`);
    const atom = this.out.slice(this.atom);
    const times = (count: number, from: (n: number) => string): string =>
      `${atom}${from(REPEATS)}${lazy}`.repeat(Math.floor(count / REPEATS)) +
      (count % REPEATS === 0 ? "" : `${atom}${from(count % REPEATS)}${lazy}`);
    const rest = high === null ? `${atom}*${lazy}` : times(high - low, (n) => `{0,${n}}`);
    this.out = `${this.out.slice(0, this.atom)}(?:${times(low, (n) => `{${n}}`)}${rest})`;
  }
}

// ---- Word boundaries ------------------------------------------------------------------------------------

/** What a translated expression starts with if it wants to be matched in a framed text. */
const FRAMED = "(?:)";

const WORD = /[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]/u;

/**
 * The text in which an expression matches. RE2's `\b` looks at ASCII only; an expression that has it is therefore
 * matched in a text where each character stands between two that are ASCII and tell whether it is part of a word.
 */
export const regexText = (translated: string, text: string): string => {
  if (!translated.startsWith(FRAMED)) return text;
  let framed = "";
  for (const char of text) {
    const frame = char === "\n" ? char : WORD.test(char) ? "w" : " ";
    framed += frame + char + frame;
  }
  return framed;
};

/**
 * The expression as RE2 reads it, or what is wrong with it. What RE2 itself finds wrong is left for it to say.
 * Unless the expression has `\b` or `\B` the result matches the same texts; see `regexText` for those that do.
 */
export const translateRegex = (source: string): Either<string, string> => {
  try {
    const plain = new Translation(source, false).run();
    return right(plain.boundaries ? FRAMED + new Translation(source, true).run().out : plain.out);
  } catch (fault) {
    if (fault instanceof Malformed) return left(fault.message);
    throw fault;
  }
};
