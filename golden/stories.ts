// For the tests of backends: programs at the boundary from which all of them go on, and what runs of them tell.

import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import * as assert from "uvu/assert";
import type { NodeOf } from "../ir/framework/language.ts";
import { verify } from "../ir/framework/verify.ts";
import type { MatchedGrammar } from "../ir/matched.ts";
import type { AnyPass } from "../passes/testing.ts";
import { compile } from "../pipeline/compile.ts";
import type { State } from "../pipeline/compiler.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";
import type { Host } from "../runtime/host.ts";
import { INFO, type Log } from "../runtime/log.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { bufferedOutput } from "../runtime/output.ts";
import { quietHost } from "../runtime/testing-host.ts";
import { loadedFrom, subjectsIn } from "./subjects.ts";

export type Program = NodeOf<MatchedGrammar, "Program">;

/** The program of a source, as the interpreter takes it; null if it has diagnostics. */
const matchedFrom = (start: State): Program | null => {
  const { program } = compile({
    ...{ stages: standard, options: {}, start, until: "match", points: [], verify: false },
  });
  return program && (program.program as unknown as Program);
};

export const matchedOf = (path: string, text: string): Program | null => matchedFrom(sourceOf(path, text));

/** All golden programs and examples that compile. */
export const subjects = (): readonly { readonly path: string; readonly program: Program }[] =>
  ["golden/programs", "examples"].flatMap(subjectsIn).flatMap(({ entry }) => {
    const program = matchedFrom(loadedFrom(entry).start);
    return program ? [{ path: entry, program }] : [];
  });

/** Passes that may be left out. */
export const isOptional = ({ optional }: AnyPass): boolean => optional === true;

/** What a pass makes of a program; verified. `options` are those of the pass. */
export const ran = (program: unknown, { name, to, run }: AnyPass, options: unknown = {}): unknown => {
  const result = run(program as never, { options });
  assert.ok(isRight(result), name);
  const verified = verify(to as never, "Program" as never, result.right as never);
  if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
  return result.right;
};

/** What a run prints and logs, and how it ends. */
export interface Told {
  readonly outcome: Outcome;
  readonly printed: string;
}

/** A run on a host in memory, which has no input and no variables. */
export const told = (run: (host: Host) => Outcome): Told => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString("latin1");
    return bytes.length;
  });
  const log: Log = { minimum: INFO, coloured: false, write: (line) => output.write(`${line}\n`) };
  const outcome = run(quietHost({ output, log }));
  return { outcome, printed };
};

/** What each app and test of a program tells. */
export const storyOf = ({ entries }: Program, run: (entry: string, host: Host) => Outcome): readonly Told[] =>
  entries.filter(({ role }) => role !== "main").map((entry) => told((host) => run(entry.function, host)));
