// Which entries of a program are run, and how that ended in the words of the command line.

import type { Outcome } from "../../runtime/outcome.ts";
import type { Ending, Place, TestEnding } from "../compiler.ts";
import type { Entry } from "./executable.ts";

/** The app that is run: the one named, else the first; a text says why there is none. */
export const appOf = (entries: readonly Entry[], name: string | null): Entry | string => {
  const apps = entries.filter(({ role }) => role === "app");
  const app = name === null ? apps[0] : apps.find((each) => each.name === name);
  return app ?? (name === null ? "no app found" : `app not found: ${name}`);
};

const placeOf = ({ path, at }: { readonly path: string; readonly at: number }): Place | null =>
  path === "" || at < 0 ? null : { path, at };

/** How a run ended. */
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

/** A run that did not begin. */
export const failed = (message: string): Ending => ({
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
