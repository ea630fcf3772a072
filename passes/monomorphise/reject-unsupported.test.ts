// reject-unsupported, by example.

import { isLeft } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import { startOf } from "../../ir/framework/span.ts";
import { passesOfStages, programOf } from "../testing.ts";
import { rejectUnsupported } from "./reject-unsupported.ts";

/** What the pass says of a program that is right. */
const messagesOf = (...lines: readonly string[]): readonly string[] => {
  const source = `${lines.join("\n")}\n`;
  const show = ({ at, message }: Diagnostic): string => {
    const before = source.slice(0, startOf(at)).split("\n");
    return `${before.length}:${before.at(-1)!.length + 1} ${message}`;
  };
  let program: unknown = programOf({ "main.fuse": source });
  for (const pass of passesOfStages("parse", "link", "desugar", "resolve", "typecheck")) {
    const outcome = pass.run(program as never, { options: {} });
    if (isLeft(outcome) || "left" in outcome) throw new Error(JSON.stringify(outcome.left));
    program = outcome.right;
  }
  const outcome = rejectUnsupported.run(program as never, { options: {} });
  return "left" in outcome ? outcome.left.map(show) : [];
};

const rejects = (subject: string, place: string, ...lines: readonly string[]): void =>
  assert.equal(messagesOf(...lines), [`${place} ${subject} cannot be run by this version of fuse`]);

test("each construct that cannot run is named at its place", () => {
  rejects("components", "1:11", "component C:", '  return p(): "x"');
  rejects("services", "1:9", 'service S at "/":', '  get "/" -> Int:', "    return 1");
  rejects("configs", "1:8", "config C:", "  port: Int = 1");
  rejects("migrations", "2:11", "requires db", 'migration "a":', "  let x = 1");
  rejects("HTML", "2:10", "fn f() -> Html:", "  return p():", '    "b"');
  rejects("transactions", "3:3", "requires db", "fn f():", "  transaction:", "    let x = 1");
  rejects('"db.exec"', "3:3", "requires db", "fn f():", '  db.exec("x")');
  rejects('"html"', "2:11", "fn f():", "  let h = html");
});

test("interfaces and required capabilities need nothing to run", () => {
  assert.equal(
    messagesOf("requires db", "interface I:", "  fn m()", "fn f<T>(x: T) where T: I:", "  x.m()"),
    [],
  );
});

test.run();
