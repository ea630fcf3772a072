// Which entries of a program are run, and how that ended in the words of the command line.

import type { Outcome } from "../../runtime/outcome.ts";
import type { Ending, Place, TestEnding } from "../compiler.ts";
import { problem } from "../problem.ts";
import type { Entry } from "./executable.ts";

/** The app that is run: the one named, else the first; the ending of the run if there is none. */
export const appOf = (entries: readonly Entry[], name: string | null): Entry | Ending => {
  const apps = entries.filter(({ role }) => role === "app");
  const app = name === null ? apps[0] : apps.find((each) => each.name === name);
  return app ?? failed(name === null ? "no app found" : `app not found: ${name}`);
};

/** The entry that program arguments go to. */
export const mainOf = (entries: readonly Entry[]): Entry | Ending =>
  entries.find(({ role }) => role === "main") ?? { kind: "problem", problem: WITHOUT_MAIN };

const WITHOUT_MAIN = problem(
  "the program takes no arguments: its entry module has no `fn main`",
  "wrapper_runtime_setup",
);

const placeOf = ({ path, at }: { readonly path: string; readonly at: number }): Place | null =>
  path === "" || at < 0 ? null : { path, at };

/** The failure that binding program arguments ends with: its message is the envelope (04, 6.2). */
const INVALID_FLAGS = "invalid_flags";

/** How a run ended. */
export const endingOf = (outcome: Outcome): Ending => {
  switch (outcome.kind) {
    case "ended":
      return { kind: "done" };
    case "failure":
      if (outcome.code === INVALID_FLAGS) return { kind: "rejected", envelope: outcome.message };
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

/** A run that did not begin. */
const failed = (message: string): Ending => ({
  kind: "failed",
  message,
  code: "runtime_error",
  envelope: null,
  place: null,
});

const byCodePoint = (a: Entry, b: Entry): number =>
  Buffer.compare(Buffer.from(a.name, "utf8"), Buffer.from(b.name, "utf8"));

/** The tests whose name contains `filter`, in order of names; a text says why nothing is run. */
export const testsOf = (entries: readonly Entry[], filter: string | null): readonly Entry[] | string => {
  const tests = entries.filter(({ role }) => role === "test");
  if (tests.some(({ name }) => name.trim() === "")) return "a test has no name";
  const names = new Set<string>();
  for (const { name } of tests) {
    if (names.has(name)) return `there are two tests named ${name}`;
    names.add(name);
  }
  return tests.filter(({ name }) => filter === null || name.includes(filter)).sort(byCodePoint);
};

/** What became of each test. */
export const reportOf = (tests: readonly Entry[], outcomes: readonly Outcome[]): TestEnding => ({
  kind: "report",
  results: tests.map(({ name }, i) => ({ name, failure: failureOf(outcomes[i]!) })),
});

const failureOf = (outcome: Outcome): string | null => {
  if (outcome.kind === "ended") return null;
  return outcome.kind === "uncaught" ? (outcome.envelope ?? outcome.message) : outcome.message;
};
