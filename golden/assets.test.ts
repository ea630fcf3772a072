// Imported JSON of any size keeps its content and order.

import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { compile } from "../pipeline/compile.ts";
import { inMemory } from "../pipeline/load/files.ts";
import { load } from "../pipeline/load/load.ts";
import { stateOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";
import { type Program, told } from "./stories.ts";

const main = `import Data from "./data.json"

app "print":
  print(Data)
`;

const compiled = (document: unknown): Program => {
  const texts = new Map([
    ["/p/main.fuse", main],
    ["/p/data.json", JSON.stringify(document)],
  ]);
  const loaded = load("/p/main.fuse", inMemory(texts));
  if (isLeft(loaded)) throw new Error(loaded.left);
  const start = stateOf(loaded.right.program);
  const { program } = compile({
    ...{ stages: standard, options: {}, start, until: "match", points: [], verify: true },
  });
  return program!.program as unknown as Program;
};

/** A document in the text form of values. */
const shown = (document: unknown): string => {
  if (Array.isArray(document)) return `[${document.map(shown).join(", ")}]`;
  if (typeof document === "object" && document !== null) {
    return `{${Object.entries(document)
      .map(([key, value]) => `${key}: ${shown(value)}`)
      .join(", ")}}`;
  }
  return String(document);
};

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const entries = (count: number) => Object.fromEntries(numbers(count).map((i) => [`k${i}`, i]));

const documents: Readonly<Record<string, unknown>> = {
  "a small one": { a: [1, 1.5, "x", null, true], b: {} },
  "a list of many numbers": numbers(9_000),
  "a map of many numbers": entries(9_000),
  "rows of fields": numbers(300).map((i) => ({ id: i, tags: [`t${i}`, null], more: { on: i % 2 === 0 } })),
  "large parts in a small map": { first: entries(100), second: numbers(70), third: [entries(65), 1] },
};

for (const [name, document] of Object.entries(documents)) {
  test(`${name} is printed as it is written`, () => {
    const program = compiled(document);
    const entry = program.entries[0]!.function;
    const { printed, outcome } = told((host) => interpret(program, entry, host));
    assert.equal(outcome, { kind: "ended" });
    assert.is(printed, `${shown(document)}\n`);
  });
}

test.run();
