// flag-usage, by example.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { span } from "../../ir/framework/span.ts";
import { type Declared, usageOf } from "./flag-usage.ts";

/** Parameters are given by their texts, each with that of its default without parentheses. */
const usage = (...parameters: readonly (readonly [text: string, given?: string])[]): string => {
  const source = parameters.map(([text]) => text).join(", ");
  const declared = parameters.map(([text, given]): Declared => {
    const start = source.indexOf(text);
    const value = given === undefined ? -1 : text.lastIndexOf(given);
    const end = start + (value < 0 ? text.length : value + given!.length);
    return {
      name: text.slice(0, text.indexOf(":")),
      at: span(start, end),
      default: value < 0 ? null : span(start + value, end),
      optional: text.endsWith("?"),
    };
  });
  return usageOf(source, declared);
};

test("parameters are shown as they are declared", () => {
  assert.is(
    usage(["name: String(1..12)"], ["dry_run: Bool = false", "false"], ["note: String?"]),
    [
      "Arguments:",
      "  --name     String(1..12)  required",
      "  --dry_run  Bool           default false",
      "  --note     String?        optional",
      "  --help     print this help",
    ].join("\n"),
  );
});

test("what stands on several lines or in parentheses is shown on one line", () => {
  assert.match(
    usage(['a: List<String> =\n  ["x",\n  "y"]', '["x",\n  "y"]']),
    'List<String>  default ["x", "y"]',
  );
  assert.match(usage(["n: Int = ( (1 + 2))", "1 + 2"]), "Int  default ((1 + 2))");
  assert.match(usage(['s: String(regex("a=b")) = "="', '"="']), 'String(regex("a=b"))  default "="');
});

test.run();
