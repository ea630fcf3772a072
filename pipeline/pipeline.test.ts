// The pipeline on a small example: order, diagnostics, dumps, verification and pipeline files.

import { type Either, isLeft } from "fp-ts/Either";
import { right } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { pass } from "../ir/framework/pass.ts";
import { Small, Smaller } from "../ir/framework/testing.ts";
import { type CompileRequest, compile } from "./compile.ts";
import { applyConfig, decodeConfig } from "./config.ts";
import { diffDump, jsonDump, readDump, textDump } from "./dump.ts";
import { listing } from "./listing.ts";
import { checkOrder } from "./order.ts";
import { passOfPlugin } from "./plugin.ts";
import { allPoints, behind, namesOf, pointOf } from "./points.ts";
import type { Stage } from "./stage.ts";
import { programOf, stages, stateOf } from "./testing.ts";

const run = (names: readonly string[], more: Partial<CompileRequest> = {}) =>
  compile({
    stages,
    options: {},
    start: stateOf(programOf(...names)),
    until: "second",
    points: [],
    verify: false,
    ...more,
  });

const passNames = (list: readonly Stage[]) =>
  list.map((stage) => stage.passes.map(({ name }) => name).join(" "));
const value = <A>(either: Either<unknown, A>): A => {
  if (isLeft(either)) throw new Error(JSON.stringify(either.left));
  return either.right;
};

test("a program goes through the passes in order", () => {
  const { program, timings, diagnostics } = run(["a"]);
  assert.is(program?.language.name, "Smaller");
  assert.equal(
    timings.map(({ name }) => name),
    ["check-names", "shout", "desugar"],
  );
  assert.equal(diagnostics, []);
});

test("a fault that can be lived with lets later passes run, up to one that wants a right program", () => {
  const { program, timings, diagnostics } = run(["bad", "bad"]);
  assert.is(program, null);
  assert.equal(
    diagnostics.map(({ message }) => message),
    ["bad name", "bad name"],
  );
  assert.ok(timings.some(({ name }) => name === "shout"));
});

test("a fault that cannot ends the run there", () => {
  assert.equal(
    run(["worse"]).timings.map(({ name }) => name),
    ["check-names"],
  );
});

test("points are shown in pipeline order, each once, as far as passes were complete", () => {
  const points = ["second", "shout", "first", "shout:before"].map((name) => pointOf(stages, name)!);
  const names = (shown: ReturnType<typeof run>) =>
    shown.shown.map(({ point }) => `${point.pass} ${point.at}`);
  assert.equal(names(run(["a"], { points })), ["shout before", "shout after", "first after", "second after"]);
  assert.equal(names(run(["bad"], { points })), []);
});

test("points that do not exist have no name", () => {
  assert.is(pointOf(stages, "nope"), null);
  assert.is(pointOf(stages, "first:before"), null);
  assert.equal(namesOf(stages), ["check-names", "shout", "first", "desugar", "second", "third"]);
  assert.equal(
    allPoints(stages).map(({ pass }) => pass),
    ["check-names", "shout", "first", "desugar", "second"],
  );
});

test("verification names the pass that gave a wrong program", () => {
  const broken = pass({
    name: "break-it",
    purpose: "Makes a form that the language lacks.",
    from: Smaller,
    to: Smaller,
    run: (program) => right({ ...program, more: 1 }),
  });
  const [first, second] = stages;
  const with_ = [first!, { ...second!, passes: [...second!.passes, broken] }];
  const start = { ...stateOf(programOf("a")), program: programOf("a") };
  assert.throws(() => run([], { start, stages: with_, verify: true }), /break-it gave no Smaller program/);
});

test("the order check names pass and languages", () => {
  const [first, second] = stages;
  const fault = checkOrder([second!, first!], "Small");
  assert.equal(isLeft(fault) && fault.left, {
    pass: "check-names",
    takes: "Small",
    behind: "second",
    gets: "Smaller",
  });
});

test("a text dump has a title, a diff only what changed, a JSON dump can be taken up", () => {
  const [shown] = run(["a"], { points: [pointOf(stages, "shout")!] }).shown;
  const { point, before, state } = shown!;
  assert.ok(textDump(point, { ...state, program: programOf("A") }).startsWith("=== shout Small\n(Program"));
  const lines = diffDump(
    point,
    { ...before!, program: programOf("a") },
    { ...state, program: programOf("A") },
  );
  assert.match(lines, /^-.*Let a /m);
  assert.match(lines, /^\+.*Let A /m);
  assert.is(diffDump(point, state, state), "=== shout\n");
  const dumped = jsonDump(point, { ...state, program: programOf("A") });
  assert.equal(value(readDump(dumped, "shout", Small)).program, programOf("A"));
});

test("a dump that cannot be used says why", () => {
  const why = (text: string, name = "shout") => {
    const read = readDump(text, name, Small);
    return isLeft(read) ? read.left : "fine";
  };
  assert.is(why("nonsense"), "it is no file of JSON dumps");
  assert.is(why("{}"), "it is no file of JSON dumps");
  const line = { at: "after", fuse: "0.0.0", language: "Small", pass: "shout", program: [] };
  assert.is(why(JSON.stringify(line), "other"), "it holds no dump behind other");
  assert.match(why(JSON.stringify(line)), /^it was made by fuse 0.0.0, this is fuse /);
});

test("what lies behind a pass is left to do", () => {
  assert.equal(passNames(behind(stages, "check-names")), ["shout", "desugar", ""]);
  assert.equal(passNames(behind(stages, "first")), ["", "desugar", ""]);
});

test("the listing shows stages and passes with their sentences", () => {
  assert.match(listing(stages), /^first names are good\n {2}check-names +Reports names that are bad\./);
});

// ---- Pipeline files -------------------------------------------------------------------------------------

const configure = (config: object) => {
  const decoded = decodeConfig(JSON.stringify(config));
  return isLeft(decoded) ? decoded : applyConfig(stages, decoded.right, [], "Small");
};
const codeOf = (config: object) => {
  const applied = configure(config);
  return isLeft(applied) ? applied.left.code : "fine";
};

test("a pipeline file disables, moves and repeats passes", () => {
  const of = (config: object) => passNames(value(configure(config)).stages);
  assert.equal(of({}), ["check-names shout", "desugar", ""]);
  assert.equal(of({ disable: ["shout"] }), ["check-names", "desugar", ""]);
  assert.equal(of({ move: [{ pass: "shout", before: "check-names" }] }), [
    "shout check-names",
    "desugar",
    "",
  ]);
  assert.equal(of({ repeat: [{ pass: "shout", after: "first" }] }), [
    "check-names shout shout",
    "desugar",
    "",
  ]);
});

test("what is wrong with a pipeline file has a code", () => {
  const parse = decodeConfig("{");
  assert.is(isLeft(parse) && parse.left.code, "FUSE_PIPELINE_PARSE_FAILED");
  assert.is(codeOf([]), "FUSE_PIPELINE_PARSE_FAILED");
  assert.is(codeOf({ disabled: [] }), "FUSE_PIPELINE_PARSE_FAILED");
  assert.is(codeOf({ disable: "x" }), "FUSE_PIPELINE_PARSE_FAILED");
  assert.is(codeOf({ move: [{ pass: "shout" }] }), "FUSE_PIPELINE_PARSE_FAILED");
  assert.is(
    codeOf({ move: [{ pass: "shout", after: "first", before: "first" }] }),
    "FUSE_PIPELINE_PARSE_FAILED",
  );
  assert.is(codeOf({ disable: ["nope"] }), "FUSE_PIPELINE_UNKNOWN_PASS");
  assert.is(codeOf({ options: { nope: {} } }), "FUSE_PIPELINE_UNKNOWN_PASS");
  assert.is(codeOf({ disable: ["first"] }), "FUSE_PIPELINE_MISSING_PASS");
  assert.is(codeOf({ disable: ["desugar"] }), "FUSE_PIPELINE_MISSING_PASS");
  assert.is(codeOf({ move: [{ pass: "shout", after: "desugar" }] }), "FUSE_PIPELINE_INVALID_ORDER");
  assert.is(codeOf({ move: [{ pass: "desugar", after: "first" }] }), "FUSE_PIPELINE_MISSING_PASS");
});

test("a plugin gives a pass, or a reason why not", () => {
  const why = (module: unknown) => {
    const made = passOfPlugin(module);
    return isLeft(made) ? made.left : made.right.name;
  };
  assert.is(why({}), "its default export is no function");
  assert.is(why({ default: () => ({ name: "x" }) }), "purpose of its pass is not string");
  assert.is(
    why({
      default: ({ languages, right }: { languages: Record<string, unknown>; right: unknown }) => ({
        name: "count-calls",
        purpose: "Counts.",
        from: languages.Core,
        to: languages.Core,
        run: right,
      }),
    }),
    "count-calls",
  );
});

test("a plugin that fails or gives no result is a defect of its own name", () => {
  const running = (run: () => unknown) => {
    const made = passOfPlugin({
      default: ({ languages: { Core } }: { readonly languages: Record<string, unknown> }) => ({
        name: "mine",
        purpose: "Fails.",
        from: Core,
        to: Core,
        run,
      }),
    });
    return () => value(made).run({} as never, { options: undefined });
  };
  const boom = () => {
    throw new Error("boom");
  };
  assert.throws(running(boom), /^the plugin pass mine failed: boom$/);
  assert.throws(
    running(() => "text"),
    /^the plugin pass mine gave neither/,
  );
});

test.run();
