// A pipeline of two stages over the framework's small languages, for the tests of the pipeline.

import { both, left, right } from "fp-ts/These";
import { error } from "../ir/diagnostic.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import { pass } from "../ir/framework/pass.ts";
import { rewrite } from "../ir/framework/rewrite.ts";
import { span } from "../ir/framework/span.ts";
import { desugar as removeSugar, Small, Smaller, type SmallGrammar } from "../ir/framework/testing.ts";
import type { State } from "./compiler.ts";
import type { Stage } from "./stage.ts";

type Program = NodeOf<SmallGrammar, "Program">;

/** `let x = n` for each name. */
export const programOf = (...names: readonly string[]): Program => ({
  kind: "Program",
  at: 0,
  body: {
    kind: "Block",
    at: 0,
    body: names.map((name, i) => ({
      kind: "Let",
      at: span(i, i + 1),
      name,
      value: { kind: "Interp", at: i, parts: [{ kind: "Int", at: i, value: BigInt(i) }] },
    })),
  },
});

export const stateOf = (program: Program): State => ({
  language: Small,
  program: { ...program, modules: [] },
  diagnostics: [],
  stopped: false,
});

const named = (program: Program, name: string) =>
  program.body.body.filter((each) => each.kind === "Let" && each.name === name);

/** Finds fault with the name `bad` and goes on, with `worse` and gives up. */
export const checkNames = pass({
  name: "check-names",
  purpose: "Reports names that are bad.",
  from: Small,
  to: Small,
  run: (program) => {
    const report = (name: string) => named(program, name).map(({ at }) => error("a", at, `${name} name`));
    if (named(program, "worse").length > 0) return left(report("worse"));
    return named(program, "bad").length > 0 ? both(report("bad"), program) : right(program);
  },
});

const uppercase = rewrite(Small, Small, {
  Stmt: { Let: (n, to) => ({ kind: "Let", at: n.at, name: n.name.toUpperCase(), value: to.Expr(n.value) }) },
});

export const shout = pass({
  name: "shout",
  purpose: "Writes names in capitals.",
  from: Small,
  to: Small,
  optional: true,
  run: (program) => right(uppercase.Program(program)),
});

export const desugar = pass({
  name: "desugar",
  purpose: "Removes sugar.",
  from: Small,
  to: Smaller,
  afterErrors: "stop",
  run: (program) => right(removeSugar.Program(program)),
});

/** `first`: check-names, shout; `second`: desugar. */
export const stages: readonly Stage[] = [
  { boundary: "first", truth: "names are good", passes: [checkNames, shout], runs: ["ast"] },
  { boundary: "second", truth: "sugar is gone", passes: [desugar], gate: true, runs: ["ast"] },
  { boundary: "third", truth: "nothing yet", passes: [], behind: "first", runs: [] },
];
