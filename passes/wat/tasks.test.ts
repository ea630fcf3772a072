// Tasks and waits: functions go on where they waited, with all that they had.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { failure, functionText, moduleOf, printed, story } from "./testing.ts";

const nap = [
  "requires time",
  "",
  "fn nap<T>(value: T, ms: Int = 1) -> T:",
  "  time.sleep(ms)",
  "  return value",
  "",
];

test("a function that may wait begins in any of its states", () => {
  const lines = [...nap, "fn run() -> Int:", "  return nap(1)", "", 'app "a":', "  print(run())"];
  const text = functionText("run", moduleOf(lines));
  assert.ok(text.some((line) => line.includes("(br_table $state.0 $state.1")));
  const prompt = functionText(
    "run",
    moduleOf(["fn run() -> Int:", "  return 1", 'app "a":', "  print(run())"]),
  );
  assert.not.ok(prompt.some((line) => line.includes("state")));
});

test("tasks run while others wait, and are awaited in any order", async () => {
  const lines = await printed(
    [
      ...nap,
      "fn say(text: String, ms: Int) -> String:",
      "  let t = nap(text, ms=ms)",
      "  print(t)",
      "  return t",
      "",
    ],
    "let a = spawn:",
    '  say("slow", 20)',
    "let b = spawn:",
    '  say("quick", 10)',
    'print("${await a} ${await b} ${await a}")',
  );
  assert.equal(lines, ["quick", "slow", "slow quick slow"]);
});

test("waits in nested loops and branches keep what is live", async () => {
  const lines = await printed(
    nap,
    "var sum = 0",
    'var text = ""',
    "for row in [[1, 2], [3], []]:",
    "  for x in row:",
    "    if nap(x) == 2:",
    "      sum = sum + nap(10)",
    "      continue",
    "    match x:",
    "      3:",
    '        text = text + nap("three")',
    "      _:",
    "        sum = sum + nap(x)",
    "  while nap(sum) < 12:",
    "    sum = sum + 1",
    "    if sum == 5:",
    "      break",
    'print("${sum} ${text}")',
  );
  assert.equal(lines, ["12 three"]);
});

test("as many states as a function has", async () => {
  const body = Array.from({ length: 60 }, (_, i) => `  sum = sum + nap(${i})`);
  const lines = await printed(
    nap,
    "var sum = 0",
    "for i in 1..3:",
    ...body,
    "  if i == 2:",
    "    break",
    "print(sum)",
  );
  assert.equal(lines, ["3540"]);
});

test("results of every representation come back, from waits and from tasks", async () => {
  const lines = await printed(
    [
      ...nap,
      ...["type P:", "  x: Int", "", "enum E:", "  Dot", "  Many(List<P>)", ""],
      ...["fn maybe(n: Int) -> Int?:", "  if nap(n) > 0:", "    return n", "  return null", ""],
      ...["fn risky(n: Int) -> P!E:", "  if n == 0:", "    return null ?! E.Dot", "  return P(x=nap(n))", ""],
    ],
    ...["let a = spawn:", "  maybe(0)", "let b = spawn:", "  maybe(3)"],
    ...["let c = spawn:", "  risky(0)", "let d = spawn:", "  risky(5)"],
    ...["let e = spawn:", "  [nap(1.5), 2.5]", "let f = spawn:", "  nap(E.Many([P(x=1)]))"],
    ...["let g = spawn:", "  let unused = nap(1)"],
    'print("${await a} ${await b} ${await c} ${await d} ${await e} ${await f} ${await g}")',
    'print("${maybe(4)} ${risky(6)} ${nap(true)} ${nap({"k": nap(1)})} ${await c} ${await f}")',
  );
  assert.equal(lines, [
    "null 3 Err(E.Dot) Ok(<P>) [1.5, 2.5] E.Many([<P>]) ()",
    "4 Ok(<P>) true {k: 1} Err(E.Dot) E.Many([<P>])",
  ]);
});

test("function values wait like functions", async () => {
  const lines = await printed(
    [...nap, "fn twice(n: Int, by: Int = 2) -> Int:", "  return nap(n) * nap(by)", ""],
    "let f = twice",
    "print(f(f(3)))",
    "print(f(f(3, 5)))",
    "let nothing = []",
    "let any = nothing + [twice]",
    "print(any[0](4))",
  );
  assert.equal(lines, ["12", "30", "8"]);
});

test("a function may wait at every depth", async () => {
  const lines = await printed(
    [
      ...[
        ...nap,
        "fn down(n: Int) -> Int:",
        "  if n == 0:",
        "    return nap(0)",
        "  return 1 + down(n - 1)",
        "",
      ],
      ...["fn tasks(n: Int) -> Int:", "  if n == 0:", "    return 0", "  let t = spawn:", "    tasks(n - 1)"],
      ...["  return 1 + await t", ""],
    ],
    "print(down(500))",
    "print(tasks(500))",
  );
  assert.equal(lines, ["500", "500"]);
});

test("failures and panics come out where a task is awaited", async () => {
  const checked = [...nap, "fn checked(n: Int) -> Int:", "  assert(nap(n) < 5)", "  return 10 / n", ""];
  const body = (n: number) => ["let t = spawn:", `  checked(${n})`, 'print("before")', "print(await t)"];
  assert.is(await failure(checked, ...body(9)), "assert failed: assertion failed");
  assert.is(await failure(checked, ...body(0)), "division by zero");
  assert.equal(await printed(checked, ...body(2)), ["before", "5"]);
  const twice = ["let t = spawn:", "  let u = spawn:", "    checked(9)", "  await u", "print(await t)"];
  assert.is(await failure(checked, ...twice), "assert failed: assertion failed");
  assert.is(await failure(nap, "time.sleep(-1)"), "time.sleep takes no negative time, got -1");
});

test("a task that nobody awaits is dropped at the end", async () => {
  const { printed, outcome } = await story(
    ...nap,
    'app "a":',
    "  let t = spawn:",
    "    nap(1, ms=1000)",
    '  print("end")',
    "  if nap(1) == 2:",
    "    print(await t)",
  );
  assert.equal([printed, outcome.kind], [["end"], "ended"]);
});

test.run();
