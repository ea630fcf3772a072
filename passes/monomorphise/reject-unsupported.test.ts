// Tests of reject-unsupported.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compiled, messagesOf } from "./testing.ts";

const NAME = "reject-unsupported";

const rejects = (subject: string, place: string, ...lines: readonly string[]) =>
  assert.equal(messagesOf(NAME, ...lines), [
    `${place} ${subject} cannot be compiled by this version of fuse`,
  ]);

test("each construct that cannot run is named at its place", () => {
  rejects("components", "1:11", "component C:", '  return p(): "x"');
  rejects("interfaces", "1:11", "interface I:", "  fn f() -> Int");
  rejects("services", "1:9", 'service S at "/":', '  get "/" -> Int:', "    return 1");
  rejects("configs", "1:8", "config C:", "  port: Int = 1");
  rejects("imports", "1:1", 'import a from "./a"');
  rejects("required capabilities", "1:10", "requires db, time");
  rejects("generic functions", "1:6", "fn f<T>(x: T):", "  return");
  rejects("type arguments of calls", "2:5", "fn f():", "  g<Int>(1)");
  rejects("HTML blocks", "2:10", "fn f() -> Html:", "  return p():", "    if a:", '      br(): "b"');
  rejects("tasks (spawn)", "2:11", "fn f():", "  let t = spawn:", "    1");
  rejects("transactions", "2:3", "fn f():", "  transaction:", "    return");
});

test("a program of the slice goes on", () => {
  assert.ok(compiled(NAME, "fn f(n: Int):", "  f(n=1)").includes("(Call (Name f) [(Arg n= (Int 1))])"));
});

test.run();
