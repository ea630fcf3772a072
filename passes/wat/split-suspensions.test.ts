// split-suspensions, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { NodeOf } from "../../ir/framework/language.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";
import { splitSuspensions } from "./split-suspensions.ts";
import type { End, Stmt, SuspendingFn } from "./suspension/nodes.ts";
import { moduleOf } from "./testing.ts";

const nap = ["fn nap(n: Int) -> Int:", "  time.sleep(n)", "  return n"];

/** The function `run` with such a body, behind the pass. */
const split = (...body: readonly string[]): NodeOf<ResumableGrammar, "Function"> => {
  const lines = ["requires time", ...nap, "fn run(n: Int) -> Int:", ...body.map((line) => `  ${line}`)];
  const program = moduleOf([...lines, 'app "a":', "  print(run(1))"], [splitSuspensions]) as unknown;
  return (program as NodeOf<ResumableGrammar, "Program">).functions.find(({ name }) => name === "run")!;
};

const endText = (end: End): string => {
  switch (end.kind) {
    case "Go":
      return `go ${end.state}`;
    case "Branch":
      return `if ${end.whenTrue} else ${end.whenFalse}`;
    case "Leave":
      return `leave with ${end.value?.kind ?? "nothing"}`;
    case "Wait":
      return `wait for ${end.on.kind}, then ${end.next}`;
  }
};

const stmtText = (node: Stmt): string =>
  node.kind === "Let" ? `${node.local.name} = ${node.value.kind}` : node.kind;

/** Each state on a line, and what outlasts a wait. */
const outline = (fn: NodeOf<ResumableGrammar, "Function">): readonly string[] => {
  const { states, kept } = fn as SuspendingFn;
  const lines = states.map(
    ({ number, statements, end }) => `${number}: ${[...statements.map(stmtText), endText(end)].join("; ")}`,
  );
  return [...lines, `kept: ${kept.map(({ name }) => name).join(" ")}`];
};

test("a function that does not wait stays as it is", () => {
  assert.is(split("return n + 1").kind, "Function");
});

test("a state ends with a wait, and the next one begins with what that gave", () => {
  assert.equal(outline(split("let a = nap(n)", "let b = nap(2)", "return a + b + n")), [
    "0: wait for Call, then 1",
    "1: a = Arrived; wait for Call, then 2",
    "2: b = Arrived; value = Prim; leave with Prim",
    "kept: a n",
  ]);
});

test("what a call gives may be returned as it is", () => {
  assert.equal(outline(split("return nap(n)")), [
    "0: wait for Call, then 1",
    "1: leave with Arrived",
    "kept: ",
  ]);
});

test("tasks are waited for, and asked for their results behind that", () => {
  const states = outline(split("let t = spawn:", "  nap(n)", "return await t"));
  assert.match(states[0]!, "t = Spawn; wait for TaskEnd, then 1");
  assert.match(states[1]!, "1: value = Outcome; ");
  assert.match(states.at(-1)!, "kept: t");
});

test("a branch is taken apart only if something in it waits", () => {
  assert.equal(outline(split("var a = 0", "if n > 1:", "  a = nap(n)", "return a")), [
    "0: a = Int; value = Prim; if 1 else 3",
    "1: wait for Call, then 4",
    "4: Assign; go 3",
    "3: leave with Local",
    "kept: n a",
  ]);
  const [first] = outline(split("var a = 0", "if n > 1:", "  a = 2", "return nap(a)"));
  assert.is(first, "0: a = Int; value = Prim; If; wait for Call, then 1");
});

test("loops go round by states, out of branches as well", () => {
  const states = outline(
    split("var i = 0", "while i < n:", "  i = i + nap(1)", "  if i == 5:", "    break", "return i"),
  );
  assert.equal(states, [
    "0: i = Int; go 1",
    "1: value = Prim; if 2 else 4",
    "2: wait for Call, then 5",
    "5: value = Arrived; Assign; value = Prim; If; go 3",
    "3: go 1",
    "4: leave with Local",
    "kept: i n",
  ]);
});

test("loops in which nothing waits stay loops", () => {
  const states = outline(split("var i = 0", "while i < n:", "  i = i + 1", "return nap(i)"));
  assert.is(states[0], "0: i = Int; Loop; wait for Call, then 1");
});

test.run();
