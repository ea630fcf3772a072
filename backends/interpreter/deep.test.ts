import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { INT, result } from "../../ir/types.ts";
import { runDeep } from "./deep.ts";
import { needsDeepStack } from "./depth.ts";
import type { Expr, Program } from "./program.ts";
import * as b from "./testing.ts";

/** `1 + 1 + …` with so many operators. */
const sum = (operators: number): Expr => {
  let node = b.int(1);
  for (let i = 0; i < operators; i++) node = b.prim("int.add", node, b.int(1));
  return node;
};

/** Tells a number as the message of a failure, for a worker writes to the true standard output. */
const tell = (node: Expr) => b.do_(b.prim("fail", b.text("told"), b.prim("int.text", node)));

/** `down(n)` is n calls of itself deep, in some branches and operators each time. */
const down = b.fn(
  "down",
  { params: 1, recursive: true },
  b.if_(b.prim("int.eq", b.local(0), b.int(1)), [b.return_(b.int(1))]),
  b.if_(b.bool(true), [
    b.if_(b.bool(true), [
      b.return_(b.prim("int.add", b.int(1), b.call("down", b.prim("int.sub", b.local(0), b.int(1))))),
    ]),
  ]),
);
const calling = (depth: number): Program =>
  b.program([down, b.fn("main", {}, tell(b.call("down", b.int(depth))))]);

const chain = (functions: number): Program =>
  b.program([
    b.fn("f0", {}, b.return_(b.int(1))),
    ...Array.from({ length: functions }, (_, i) => b.fn(`f${i + 1}`, {}, b.return_(b.call(`f${i}`)))),
  ]);

test("recursion, deep expressions and long chains of calls need a deep stack", () => {
  const plain = (node: Expr) => b.program([b.fn("main", {}, b.do_(node))]);
  assert.not(needsDeepStack(plain(sum(100))));
  assert.ok(needsDeepStack(plain(sum(5_000))));
  assert.ok(needsDeepStack(calling(1)));
  assert.not(needsDeepStack(chain(20)));
  assert.ok(needsDeepStack(chain(2_000)));
  const held = b.program([
    b.fn("deep", {}, b.return_(sum(690))),
    b.fn("main", {}, b.do_(b.callValue(b.functionValue("deep")))),
  ]);
  assert.ok(needsDeepStack(held));
});

test("what is said to fit does fit the default stack", () => {
  const fits = (make: (size: number) => Program) => {
    let size = 1;
    while (!needsDeepStack(make(size * 2))) size *= 2;
    return b.codeOf(b.runMain(make(size)).outcome);
  };
  assert.is(
    fits((size) => b.program([b.fn("main", {}, tell(sum(size)))])),
    "told",
  );
  assert.is(
    fits((size) => b.program([...chain(size).functions, b.fn("main", {}, tell(b.call(`f${size}`)))])),
    "told",
  );
});

test("a raised error gives the calls that it left back to the count", () => {
  const half = b.fn(
    "half",
    { params: 1, recursive: true },
    b.if_(b.prim("int.eq", b.local(0), b.int(0)), [b.do_(b.prim("raise", b.int(0)))]),
    b.return_(b.call("half", b.prim("int.sub", b.local(0), b.int(1)))),
  );
  const attempt = b.fn("attempt", { result: result(INT, INT) }, b.return_(b.call("half", b.int(40))));
  const again = b.loop(
    b.prim("int.lt", b.local(0), b.int(400)),
    [b.do_(b.call("attempt"))],
    [b.assign(0, b.prim("int.add", b.local(0), b.int(1)))],
  );
  const main = b.fn("main", {}, b.let_(0, b.int(0)), again, b.print(b.local(0)));
  assert.is(b.runMain(b.program([half, attempt, main])).printed, "400\n");
});

const folder = mkdtempSync(join(tmpdir(), "fuse-deep-"));
const worker = join(folder, "worker.mjs");

test.before(async () => {
  await build({
    entryPoints: ["backends/interpreter/worker.ts"],
    outfile: worker,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
});
test.after(() => rmSync(folder, { recursive: true }));

test("ten thousand calls may be active, one more is a panic where it is called", async () => {
  const last = await runDeep(worker, calling(10_000), "main", {});
  assert.equal(last, { kind: "failure", code: "told", message: "10000", path: "main.fuse", at: 0 });
  const beyond = await runDeep(worker, calling(10_001), "main", {});
  assert.equal(beyond, {
    kind: "panic",
    message: "calls deeper than 10000 levels",
    path: "down.fuse",
    at: 0,
  });
});

test("a sum of a thousand operators is handed over and evaluated", async () => {
  const tree = b.program([b.fn("main", {}, tell(sum(1_000)))]);
  assert.is(((await runDeep(worker, tree, "main", {})) as { message: string }).message, "1001");
});

test("a worker that dies is a panic", async () => {
  assert.is((await runDeep(join(folder, "none.mjs"), chain(1), "f0", {})).kind, "panic");
});

test.run();
