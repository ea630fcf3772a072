// diagnostics, by example.

import { resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { error } from "../../ir/diagnostic.ts";
import { span } from "../../ir/framework/span.ts";
import { painter } from "./colour.ts";
import { reportDiagnostics } from "./diagnostics.ts";
import { createReporter } from "./reporter.ts";

const shown = (
  source: string,
  { json = false, colour = false, code = null as string | null } = {},
): string => {
  let text = "";
  const reporter = createReporter({ json, paint: painter(colour), write: (more) => (text += more) });
  const at = source.indexOf("total");
  reportDiagnostics(reporter, [error("src/a.fuse", span(at, at + 5), "unknown identifier total", code)], {
    folder: "/home",
    sources: new Map([["src/a.fuse", source]]),
  });
  return text;
};

const PATH = resolve("/home/src/a.fuse");

test("text shows place, source line and caret", () => {
  assert.is(
    shown("x\n  print(total)\n"),
    `error: unknown identifier total (${PATH}:2:9)\n    print(total)\n          ^\n`,
  );
});

test("tabs stay in the padding, wide characters are one space each", () => {
  assert.is(
    shown("\t'😀' total"),
    `error: unknown identifier total (${PATH}:1:6)\n  \t'😀' total\n  \t    ^\n`,
  );
});

test("label and caret are coloured, a code stands in brackets", () => {
  assert.is(
    shown("total", { colour: true, code: "FUSE_X" }),
    `\u001b[31;1merror:\u001b[0m [FUSE_X] unknown identifier total (${PATH}:1:1)\n  total\n  \u001b[31;1m^\u001b[0m\n`,
  );
});

test("JSON has sorted members", () => {
  assert.is(
    shown("é total", { json: true }),
    `{"column":3,"kind":"diagnostic","level":"error","line":1,"message":"unknown identifier total","path":${JSON.stringify(PATH)},"span_end":8,"span_start":3}\n`,
  );
});

test("without the source only the message is left", () => {
  let text = "";
  const reporter = createReporter({ json: false, paint: painter(false), write: (more) => (text += more) });
  reportDiagnostics(reporter, [error("gone.fuse", 0, "no")], { folder: "/home", sources: new Map() });
  assert.is(text, "error: no\n");
});

test.run();
