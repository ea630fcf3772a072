// Assignments into values of unknown type: what they do, and how they fail at each kind of step (03, 4.1).

import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { memoryHost } from "../backends/interpreter/testing.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import type { MatchedGrammar } from "../ir/matched.ts";
import { compile } from "../pipeline/compile.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";

const before = [
  "type T:",
  "  n: Int",
  "  xs: List<Int>",
  "fn say(text: String) -> String:",
  "  print(text)",
  "  return text",
  'app "a":',
  "  let none = []",
  "  var all = none + none",
  '  all = [null, 7, [1, 2], {"k": [1], "nil": null}, T(n=1, xs=[5])]',
  "  var u = all[0]",
];

/** What is printed, then the failure's code, of statements on a `u` of unknown type. */
const run = (...statements: readonly string[]): string => {
  const source = [...before, ...statements.map((line) => `  ${line}`)];
  const { program, diagnostics } = compile({
    ...{ stages: standard, options: {}, start: sourceOf("a.fuse", source.join("\n")) },
    ...{ until: "match", points: [], verify: true },
  });
  if (program === null) throw new Error(JSON.stringify(diagnostics));
  const tree = program.program as unknown as NodeOf<MatchedGrammar, "Program">;
  const { host, written } = memoryHost();
  const outcome = interpret(tree, tree.entries[0]!.function, host);
  return `${written()}${outcome.kind === "failure" ? outcome.code : outcome.kind}`;
};

const TARGET = "runtime_invalid_assignment_target";

test("parts of a value of unknown type are replaced in place", () => {
  assert.is(
    run("all[2][0] = 9", 'all[3]["k"][0] = 8', 'all[3]["new"] = 7', "print(all)"),
    "[null, 7, [9, 2], {k: [8], nil: null, new: 7}, <T>]\nended",
  );
  assert.is(
    run("all[4].n = 2", "all[4].xs[0] = 3", "print(all[4].n, all[4].xs)", "print(all[4].xs)"),
    "2\n[3]\nended",
  );
});

test("each step fails by its code", () => {
  const examples: readonly (readonly [string, string])[] = [
    ["all[9][0] = 1", "runtime_index_bounds"],
    ["all[2][2] = 1", "runtime_index_bounds"],
    ["all[2][-1] = 1", "runtime_index_bounds"],
    ['all[2]["k"] = 1', "runtime_invalid_index"],
    ["all[3][0] = 1", "runtime_invalid_index"],
    ['all[3]["no"][0] = 1', TARGET],
    ['all[3]["k"]["x"] = 1', "runtime_invalid_index"],
    ["all[3].k = 1", TARGET],
    ["all[4].other = 1", TARGET],
    ["all[4].o = 1", TARGET],
    ["all[4][0] = 1", TARGET],
    ["all[1].n = 1", TARGET],
    ["all[1][0] = 1", TARGET],
    ["u.n = 1", TARGET],
    ["u[0] = 1", TARGET],
    ["u?.n = 1", "runtime_null_access"],
    ["u?[0] = 1", "runtime_null_access"],
    [`all[3]["nil"]?.n = 1`, "runtime_null_access"],
    [`all[3]["nil"].n = 1`, TARGET],
    [`all[3]["no"]?.n = 1`, TARGET],
    ["all[0]?.n.n = 1", "runtime_null_access"],
    ["all[4].n = true", "runtime_type_error"],
    ["all[4].xs = [1, null]", "runtime_type_error"],
  ];
  for (const [statement, code] of examples) assert.is(run(statement), code, statement);
});

test("the value comes first, then the indices, then the walk", () => {
  const order = 'all[1][say("first")].f[say("second")] = say("value")';
  assert.is(run(order), `value\nfirst\nsecond\n${TARGET}`);
});

test("a value may be stored into itself, and be its own index", () => {
  assert.is(
    run("all[2][0] = all", "print(all[2])"),
    "[[null, 7, [1, 2], {k: [1], nil: null}, <T>], 2]\nended",
  );
  assert.is(run("u = all[2]", "u[u[0]] = u", "print(u)"), "[1, [1, 2]]\nended");
  assert.is(run("u = all[3]", 'u["k"][0] = u', "print(u)"), "{k: [{k: [1], nil: null}], nil: null}\nended");
});

test("a copy keeps what it has", () => {
  const lines = [
    "u = all[3]",
    "var v = u",
    'u["k"] = 1',
    'v["k"][0] = 2',
    "print(u, v)",
    "print(v)",
    "print(all[3])",
  ];
  assert.is(run(...lines), "{k: 1, nil: null}\n{k: [2], nil: null}\n{k: [1], nil: null}\nended");
});

test.run();
