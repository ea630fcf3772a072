// What a running program needs from the world outside: one narrow interface for all backends.

import { isatty } from "node:tty";
import { Failure } from "./failures.ts";
import { lineReader, type ReadLine, readStandardInput } from "./input.ts";
import { bufferedOutput, type Output, patience, writeStandardOutput } from "./output.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

export interface Host {
  readonly output: Output;
  readonly readLine: ReadLine;
  /** Standard input is a terminal. */
  readonly interactive: boolean;
  readonly variables: Variables;
}

/** The host of a process; its variables are given, for a `.env` file may have a say. */
export const processHost = (variables: Variables): Host => ({
  output: bufferedOutput(writeStandardOutput, isatty(1) ? () => true : patience()),
  readLine: lineReader(readStandardInput),
  interactive: isatty(0),
  variables,
});

/** `print` (03, section 14). */
export const print = ({ output }: Host, text: string): void => output.write(`${text}\n`);

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
