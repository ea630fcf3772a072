// Typed decoding against a model of 03, 15.3: random types, documents that fit and such that do not, on all backends.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { document, HIGH, type Json, LOW, type Type, type } from "./arbitrary/typed-documents.ts";
import { expected } from "./decoding-model.ts";
import { matchedOf, stagesBehind, ways } from "./fuzz/ways.ts";

/** The text of a type, and the declarations that it needs. */
const written = (type: Type, declared: string[]): string => {
  const textOf = (of: Type): string => written(of, declared);
  const declare = (head: string, lines: readonly string[]): string => {
    const name = `T${declared.length}`;
    declared.push(`${head} ${name}:\n${lines.map((line) => `  ${line}\n`).join("")}`);
    return name;
  };
  switch (type.kind) {
    case "Refined":
      return `${type.base}(${LOW}..${HIGH}${type.even ? ", predicate(even)" : ""})`;
    case "Option":
    case "List":
      return `${type.kind}<${textOf(type.of)}>`;
    case "Map":
      return `Map<String, ${textOf(type.of)}>`;
    case "Result":
      return `Result<${textOf(type.of)}, ${textOf(type.error)}>`;
    case "Struct":
      return declare(
        "type",
        type.fields.map(
          ({ name, type, default: given }) =>
            `${name}: ${textOf(type)}${given === undefined ? "" : ` = ${JSON.stringify(given)}`}`,
        ),
      );
    case "Enum":
      return declare(
        "enum",
        type.variants.map(({ name, payload }) =>
          payload.length === 0 ? name : `${name}(${payload.map(textOf).join(", ")})`,
        ),
      );
    default:
      return type.kind;
  }
};

/** It prints what each document is decoded to, and tests that this is read back from its JSON as the same. */
const programOf = (type: Type, documents: readonly Json[]): string => {
  const declared: string[] = [];
  const wanted = written(type, declared);
  const lines = documents.map((each) => `  print(told(${JSON.stringify(JSON.stringify(each))}))\n`);
  return `
${declared.join("\n")}
fn even(n: Int) -> Bool:
  return n % 2 == 0

fn told(text: String) -> String:
  match json.decode<${wanted}>(text):
    Ok(value):
      let written = json.encode(value)
      match json.decode<${wanted}>(written):
        Ok(again):
          assert(json.encode(again) == written, "another value is read back")
        Err(error):
          assert(false, "its own JSON is invalid")
      return written
    Err(error):
      var all = ""
      for each in error.fields:
        if all != "":
          all = all + ", "
        all = all + each.path + " " + each.code
      return all

app "decode":
${lines.join("")}`;
};

const world = type.chain((of) =>
  fc.record({
    of: fc.constant(of),
    documents: fc.tuple(
      ...Array.from({ length: 4 }, () => document(of, 0)),
      ...Array.from({ length: 8 }, () => document(of, 12)),
    ),
  }),
);

test("what a document is decoded to, and all problems in their order, are those of the model", () =>
  fc.assert(
    fc.asyncProperty(world, async ({ of, documents }) => {
      const text = programOf(of, documents);
      const matched = matchedOf(text);
      if (matched === null) throw new Error(`the program is wrong:\n${text}`);
      for (const { name, tell } of ways) {
        const [ending] = await tell(matched, stagesBehind);
        assert.is(ending!.outcome.kind, "ended", `${name}: ${JSON.stringify(ending!.outcome)}`);
        assert.is(ending!.left, 0, `${name} leaves objects`);
        const lines = Buffer.from(ending!.printed, "latin1").toString().split("\n").slice(0, -1);
        assert.equal(
          lines,
          documents.map((each) => expected(of, each)),
          `${name}:\n${text}`,
        );
      }
    }),
    { numRuns: 30 },
  ));

test.run();
