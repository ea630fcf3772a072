// The process as the command line sees it, and the voice it speaks with on stderr.

import { fstatSync } from "node:fs";
import { type Either, left, right } from "fp-ts/Either";
import { isColoured } from "../runtime/colour.ts";
import { wantedOutput } from "./call/wanted-output.ts";
import type { Problem } from "./compiler.ts";
import { painter } from "./output/colour.ts";
import { createReporter, type Reporter } from "./output/reporter.ts";
import { writeAll } from "./output/write.ts";
import type { Variables } from "./package/env-file.ts";
import { problem } from "./problem.ts";

export interface Host {
  readonly args: readonly string[];
  /** The environment; the settings of a package are added to it. */
  readonly variables: Record<string, string | undefined>;
  /** Throws when there is none any more. */
  readonly currentFolder: () => string;
  readonly stderrIsTerminal: boolean;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** Asks the cheap question first: making `process.stderr` costs a millisecond. */
const stderrIsTerminal = (): boolean => {
  try {
    return fstatSync(2).isCharacterDevice() && process.stderr.isTTY === true;
  } catch {
    return false;
  }
};

export const processHost = (): Host => ({
  args: process.argv.slice(2),
  variables: process.env,
  currentFolder: () => process.cwd(),
  stderrIsTerminal: stderrIsTerminal(),
  writeOut: (text) => writeAll(1, text),
  writeError: (text) => writeAll(2, text),
});

/** Fails when the current folder was removed. */
export const currentFolderOf = (host: Host): Either<Problem, string> => {
  try {
    return right(host.currentFolder());
  } catch {
    return left(problem("the current folder cannot be determined", "wrapper_cwd"));
  }
};

export interface Voice {
  readonly reporter: Reporter;
  /** Whether lines on stderr that are no JSON are coloured. */
  readonly colour: boolean;
}

/** The form of messages that the arguments and variables ask for. */
export const voiceOf = ({ args, stderrIsTerminal, writeError }: Host, variables: Variables): Voice => {
  const wanted = wantedOutput(args);
  const colour = isColoured(wanted.colour, variables, stderrIsTerminal);
  const paint = painter(colour && !wanted.json);
  return { colour, reporter: createReporter({ json: wanted.json, paint, write: writeError }) };
};
