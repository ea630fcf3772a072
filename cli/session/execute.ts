// Running a compiled program: its apps and tests on the interpreter.

import { isLeft } from "fp-ts/Either";
import { interpret, type Outcome } from "../../backends/interpreter/interpret.ts";
import { dump, undump } from "../../ir/framework/dump.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { Matched, type MatchedGrammar } from "../../ir/matched.ts";
import { processHost } from "../../runtime/host.ts";
import type { Ending, Place, TestEnding } from "../compiler.ts";

export type MatchedProgram = NodeOf<MatchedGrammar, "Program">;

/** A program as plain data that no depth is too great for. */
export const packed = (program: MatchedProgram): readonly unknown[] => dump(Matched, "Program", program);

export const unpacked = (rows: unknown): MatchedProgram => {
  const program = undump(Matched, "Program", rows);
  if (isLeft(program)) throw new Error(`a program was lost between threads: ${program.left.message}`);
  return program.right;
};

/** Runs functions that take no parameters, one after another, each from a fresh start. */
export const runAll = (program: MatchedProgram, functions: readonly string[]): readonly Outcome[] => {
  const host = processHost(process.env);
  return functions.map((id) => interpret(program, id, host));
};

/** The app that is run: the one named, else the first; a text says why there is none. */
export const appOf = ({ entries }: MatchedProgram, name: string | null): { readonly id: string } | string => {
  const apps = entries.filter(({ role }) => role === "app");
  const app = name === null ? apps[0] : apps.find((each) => each.name.name === name);
  if (app) return { id: app.function };
  return name === null ? "no app found" : `app not found: ${name}`;
};

const placeOf = ({ path, at }: { readonly path: string; readonly at: number }): Place | null =>
  path === "" || at < 0 ? null : { path, at };

/** How a run ended, in the words of the command line. */
export const endingOf = (outcome: Outcome): Ending => {
  switch (outcome.kind) {
    case "ended":
      return { kind: "done" };
    case "failure":
      return {
        kind: "failed",
        message: outcome.message,
        code: outcome.code,
        envelope: null,
        place: placeOf(outcome),
      };
    case "uncaught": {
      const { message, envelope } = outcome;
      return { kind: "failed", message, code: "runtime_error", envelope, place: null };
    }
    case "panic":
      return { kind: "panicked", message: outcome.message, place: placeOf(outcome) };
  }
};

export const failed = (message: string): Ending => ({
  kind: "failed",
  message,
  code: "runtime_error",
  envelope: null,
  place: null,
});

/** A test, by its name and function. */
export interface Test {
  readonly name: string;
  readonly function: string;
}

const byCodePoint = (a: Test, b: Test): number =>
  Buffer.compare(Buffer.from(a.name, "utf8"), Buffer.from(b.name, "utf8"));

/** The tests whose name contains `filter`, in order of names; a text says why nothing is run. */
export const testsOf = ({ entries }: MatchedProgram, filter: string | null): readonly Test[] | string => {
  const tests = entries
    .filter(({ role }) => role === "test")
    .map((entry) => ({ name: entry.name.name, function: entry.function }));
  if (tests.some(({ name }) => name.trim() === "")) return "a test has no name";
  const names = new Set<string>();
  for (const { name } of tests) {
    if (names.has(name)) return `there are two tests named ${name}`;
    names.add(name);
  }
  return tests.filter(({ name }) => filter === null || name.includes(filter)).sort(byCodePoint);
};

/** What became of each test. */
export const reportOf = (tests: readonly Test[], outcomes: readonly Outcome[]): TestEnding => ({
  kind: "report",
  results: tests.map(({ name }, i) => ({ name, failure: failureOf(outcomes[i]!) })),
});

const failureOf = (outcome: Outcome): string | null => {
  if (outcome.kind === "ended") return null;
  return outcome.kind === "uncaught" ? (outcome.envelope ?? outcome.message) : outcome.message;
};
