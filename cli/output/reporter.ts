// What `fuse` itself has to say on stderr, in text or as JSON lines.

import type { Paint } from "./colour.ts";
import { type Json, jsonLine } from "./json-line.ts";

export type Level = "error" | "warning";

export interface Reporter {
  readonly json: boolean;
  readonly paint: Paint;
  /** A step line: `[run] start`. */
  readonly step: (command: string, message: string) => void;
  /** A message of the command line. A `FUSE_` code is put in brackets in front of it, unless it stands there already. */
  readonly message: (level: Level, message: string, code?: string | null) => void;
  /** Says it in the form that is asked for; the text may have several lines. */
  readonly say: (form: { readonly text: string; readonly json: { readonly [name: string]: Json } }) => void;
  /** Text that has no JSON form and is dropped there: usage summaries. */
  readonly textOnly: (text: string) => void;
  /** Passes a line on as it is, in both forms. */
  readonly verbatim: (line: string) => void;
}

export interface ReporterOptions {
  readonly json: boolean;
  readonly paint: Paint;
  readonly write: (text: string) => void;
}

export const label = (paint: Paint, level: Level): string => paint(level, `${level}:`);

export const createReporter = ({ json, paint, write }: ReporterOptions): Reporter => {
  const say: Reporter["say"] = (form) => write(json ? jsonLine(form.json) : `${form.text}\n`);
  return {
    json,
    paint,
    say,
    step: (command, message) =>
      say({
        text: `${paint("heading", `[${command}]`)} ${message}`,
        json: { kind: "command_step", command, message },
      }),
    message: (level, message, code = null) => {
      const prefix = code?.startsWith("FUSE_") ? `[${code}] ` : "";
      const full = message.startsWith(prefix) ? message : `${prefix}${message}`;
      say({
        text: `${label(paint, level)} ${full}`,
        json: { kind: "cli_message", level, message: full, ...(code === null ? {} : { code }) },
      });
    },
    textOnly: (text) => {
      if (!json) write(text);
    },
    verbatim: (line) => write(`${line}\n`),
  };
};
