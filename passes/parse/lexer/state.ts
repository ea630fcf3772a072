// What the lexer knows while it reads one file: tokens so far, what is open, and the current logical line.

import { type Diagnostic, error } from "../../../ir/diagnostic.ts";
import { span } from "../../../ir/framework/span.ts";

/** A string whose interpolation is being read. */
export interface StringFrame {
  /** Where its opening quotes stand. */
  readonly start: number;
  readonly triple: boolean;
  /** How many diagnostics there were when its interpolation began. */
  readonly found: number;
  /** The brackets open around it, by kind. */
  readonly outerOpen: number[];
}

/** A level of indentation; a silent one has made no INDENT and makes no DEDENT. */
export interface Level {
  readonly column: number;
  readonly silent: boolean;
}

export interface State {
  readonly path: string;
  readonly text: string;
  /** Where reading goes on. */
  at: number;
  count: number;
  codes: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  readonly values: Map<number, bigint | number | string>;
  readonly comments: number[];
  readonly docs: Map<number, string>;
  readonly chunks: number[];
  readonly spoiled: (readonly [number, number])[];
  /** Diagnostics as they are made, neither in order nor unique. */
  readonly found: Diagnostic[];
  /** The open brackets and interpolations, each as the index of its opening token. */
  readonly brackets: number[];
  /** How many brackets of each kind are open, within the innermost interpolation. */
  open: number[];
  readonly strings: StringFrame[];
  /** How many of `strings` must end on their line. */
  oneLine: number;
  readonly levels: Level[];
  /** Doc comment lines since the last token. */
  pendingDocs: { readonly column: number; readonly text: string }[];
  readonly line: LogicalLine;
}

/** The logical line that is being read, or was read last. */
export interface LogicalLine {
  /** Its first token, layout tokens included. */
  first: number;
  /** Whether it holds a lexical diagnostic. */
  spoiled: boolean;
  bracketReported: boolean;
  /** Where interpolations without an expression begin. */
  emptyInterpolations: number[];
}

const TOKENS_AT_FIRST = 64;
const CHARACTERS_PER_TOKEN = 3;

export const newState = (path: string, text: string): State => {
  const size = TOKENS_AT_FIRST + Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  return {
    path,
    text,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    count: 0,
    codes: new Uint16Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    values: new Map(),
    comments: [],
    docs: new Map(),
    chunks: [],
    spoiled: [],
    found: [],
    brackets: [],
    open: [0, 0, 0],
    strings: [],
    oneLine: 0,
    levels: [{ column: 0, silent: false }],
    pendingDocs: [],
    line: { first: 0, spoiled: false, bracketReported: false, emptyInterpolations: [] },
  };
};

const grow = (s: State): void => {
  const { codes, starts, ends } = s;
  s.codes = new Uint16Array(codes.length * 2);
  s.codes.set(codes);
  s.starts = new Int32Array(starts.length * 2);
  s.starts.set(starts);
  s.ends = new Int32Array(ends.length * 2);
  s.ends.set(ends);
};

/** Appends a token. */
export const push = (s: State, code: number, start: number, end: number): void => {
  const { count } = s;
  if (count === s.codes.length) grow(s);
  s.codes[count] = code;
  s.starts[count] = start;
  s.ends[count] = end;
  s.count = count + 1;
};

/** Appends a token that has a value. */
export const pushValue = (
  s: State,
  code: number,
  start: number,
  end: number,
  value: bigint | number | string,
): void => {
  s.values.set(s.count, value);
  push(s, code, start, end);
};

/** Reports a lexical diagnostic of the current logical line. */
export const report = (s: State, start: number, end: number, message: string): void => {
  s.line.spoiled = true;
  reportAside(s, start, end, message);
};

/** Reports a diagnostic that does not spoil the current logical line: it belongs to none, or is not lexical. */
export const reportAside = (s: State, start: number, end: number, message: string): void => {
  s.found.push(error(s.path, span(start, end), message));
};
