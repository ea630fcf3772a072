// Readers of types, as they are derived.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { lowered, printed } from "./testing.ts";

const programOf = (type: string, ...declarations: readonly string[]): readonly string[] => [
  ...declarations,
  "fn read(text: String) -> Bool:",
  `  match json.decode<${type}>(text):`,
  ...["    Ok(value):", "      return true", "    Err(error):", "      return false"],
  ...['app "a":', '  print(read("1"))'],
];

/** The names of the functions that read. */
const readersOf = (...lines: readonly string[]): readonly string[] =>
  lowered(...lines)
    .functions.map(({ name }) => name)
    .filter((name) => /^read[ <]/.test(name));

test("a field is told by its key, and refused where it does not satisfy its type", () => {
  const text = printed(
    "derive-decoders",
    "read<Line>",
    ...programOf("Line", "type Line:", "  qty: Int(1..9)", "  note: String?"),
  );
  for (const part of [
    '(Prim :Int scan.field [(Text :String "qty note")])',
    "(Prim :Int? scan.int [])",
    "(Prim :Bool int.le ",
    "(Prim :Bool scan.null [])",
    "(Prim :String? scan.text [])",
    "(Prim :Unit scan.refuse [])",
  ])
    assert.ok(text.includes(part), `${part} in ${text}`);
});

test("a default that is a literal is filled in", () => {
  const of = (value: string): string =>
    printed("derive-decoders", "read<Line>", ...programOf("Line", "type Line:", `  name: String = ${value}`));
  assert.ok(of('"none"').includes('(Text :String "none")'));
  assert.not(of('"no" + "ne"').includes('"no"'));
});

test("every type that can be read has a reader of its own", () => {
  assert.equal(
    readersOf(
      ...programOf("Tree", "enum Kind:", "  Leaf", "  Node(List<Tree>)", "type Tree:", "  kind: Kind"),
    ),
    ["read text<struct main.fuse:Tree>", "read<Tree>", "read<Kind>", "read<List<Tree>>"],
  );
});

test("a type with a predicate has none, nor what consists of it; nor has an option as a whole", () => {
  const even = ["fn even(n: Int) -> Bool:", "  return n % 2 == 0"];
  assert.equal(readersOf(...programOf("List<Even>", ...even, "type Even:", "  n: Int(predicate(even))")), []);
  assert.equal(readersOf(...programOf("Int?")), []);
});

test.run();
