// What a running program needs from the world outside: one narrow interface for all backends.

import { randomFillSync } from "node:crypto";
import { isatty } from "node:tty";
import type { Variables } from "./environment.ts";
import { Failure } from "./failures.ts";
import type { Flags } from "./flags.ts";
import { lineReader, type ReadLine, readStandardInput } from "./input.ts";
import { type Log, lineOf, minimumOf, writeStandardError } from "./log.ts";
import { bufferedOutput, type Output, patience, writeStandardOutput } from "./output.ts";
import type { Timer } from "./scheduler.ts";
import { systemTimer } from "./wait.ts";

export interface Host {
  readonly output: Output;
  readonly readLine: ReadLine;
  /** Standard input is a terminal. */
  readonly interactive: boolean;
  readonly variables: Variables;
  /** The program's arguments. */
  readonly flags: Flags;
  readonly log: Log;
  /** So many octets that nobody can foresee. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For programs that wait. */
  readonly timer: Timer;
}

/** How a program was called, as far as a process does not know by itself. */
export interface Invocation {
  /** The program's arguments. */
  readonly flags: Flags;
  /** Whether its log lines on stderr are coloured. */
  readonly coloured: boolean;
}

/** The host of a process; its variables are given, for a `.env` file may have a say. */
export const processHost = (variables: Variables, { flags, coloured }: Invocation): Host => ({
  output: bufferedOutput(writeStandardOutput, isatty(1) ? () => true : patience()),
  readLine: lineReader(readStandardInput),
  interactive: isatty(0),
  log: {
    minimum: minimumOf(variables),
    coloured,
    write: writeStandardError,
  },
  randomBytes: (count) => randomFillSync(new Uint8Array(count)),
  now: Date.now,
  timer: systemTimer,
  variables,
  flags,
});

/** `print` (03, section 14). */
export const print = ({ output }: Host, text: string): void => output.write(`${text}\n`);

/** A line of the log (03, section 17), behind what was printed before. */
export const log = ({ log, output }: Host, level: number, message: string, data: string): void => {
  output.flush();
  log.write(lineOf(level, message, data, log.coloured));
};

/** `input` (03, 14.1): the next line, a failure at the end of the input. */
export const input = ({ output, readLine, interactive }: Host, prompt: string): string => {
  output.write(prompt);
  output.flush();
  const line = readLine();
  if (line !== null) return line;
  const reason = interactive
    ? "input aborted: reached EOF"
    : "input requires stdin data in non-interactive mode";
  throw new Failure("runtime_error", reason);
};

/** The value of an environment variable, if it is set. */
export const variable = ({ variables }: Host, name: string): string | undefined =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;
