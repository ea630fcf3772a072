// Lines of a program's log (03, section 17): levels and forms.

import { writeSync } from "node:fs";
import type { Variables } from "./environment.ts";
import { whenReady } from "./wait.ts";

/** In ascending order; a level is its number here. */
const levels = ["trace", "debug", "info", "warn", "error"] as const;
const codes = ["90", "36", "32", "33;1", "31;1"] as const;

/** The level of lines that name none. */
export const INFO = 2;

/** Where log lines go, and which. */
export interface Log {
  /** Lines below this level are not written. */
  readonly minimum: number;
  readonly coloured: boolean;
  readonly write: (line: string) => void;
}

/** The level that a text names, in any letter case and with blanks around it; -1 if it names none. */
export const levelOf = (text: string): number => {
  const name = text.trim().toLowerCase();
  return levels.indexOf((name === "warning" ? "warn" : name) as (typeof levels)[number]);
};

/** The least level that is written, as `FUSE_LOG` says it. */
export const minimumOf = ({ FUSE_LOG }: Variables): number => {
  const level = levelOf(FUSE_LOG ?? "");
  return level < 0 ? INFO : level;
};

/** A line; `data` is JSON, or empty: then the line is text, and may be coloured. */
export const lineOf = (level: number, message: string, data: string, coloured: boolean): string => {
  const name = levels[level]!;
  if (data !== "") return `{"data":${data},"level":"${name}","message":${JSON.stringify(message)}}`;
  const shown = name.toUpperCase();
  return `[${coloured ? `\u001b[${codes[level]}m${shown}\u001b[0m` : shown}] ${message}`;
};

/** Writes to file descriptor 2. Nobody need read what is logged: that it cannot be written ends nothing. */
export const writeStandardError = (line: string): void => {
  try {
    let bytes: Uint8Array = Buffer.from(`${line}\n`, "utf8");
    while (bytes.length > 0) bytes = bytes.subarray(whenReady(() => writeSync(2, bytes)));
  } catch {
    // the reader is gone
  }
};
