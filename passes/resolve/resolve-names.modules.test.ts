// Tests of resolve-names where names come from other modules.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileFiles } from "./testing.ts";

const lib = [
  ...["type T:", "  a: Int", "enum E:", "  V", "  W(Int)", "interface I:", "  fn m() -> Int"],
  ...["impl I for T:", "  fn m() -> Int:", "    return 1", "config C:", "  port: Int = 1"],
  ...["fn f() -> Int:", "  return 1", "component Box:", "  children", 'service S at "/":'],
  ...['  get "/" -> Int:', "    return 1"],
].join("\n");

const compile = (name: string, ...lines: readonly string[]) =>
  compileFiles(name, { "main.fuse": `${lines.join("\n")}\n`, "lib.fuse": `${lib}\n`, "note.md": "hello" });

const ALIAS = ['import lib from "./lib"', "fn g():"];

test("members of an alias are what the module exports", () => {
  const { messages, text } = compile(
    "resolve-names",
    ...[
      ...ALIAS,
      "  lib.f()",
      "  lib.C.port",
      "  lib.E.W(1)",
      "  lib.T.m()",
      "  lib.Box()",
      "  let h = lib.f",
    ],
  );
  assert.equal(messages, []);
  assert.ok(text.includes("(Do (Call (FunctionName lib.fuse:f) [] []))"));
  assert.ok(text.includes("(Do (Member port (ConfigName lib.fuse:C)))"));
  assert.ok(text.includes("(Call (Member W (TypeName :E))"));
  assert.ok(text.includes("(Call (Member m (TypeName :T))"));
  assert.ok(text.includes("(Call (FunctionName lib.fuse:Box) [] [])"));
  assert.ok(text.includes("(Let h#0 - (FunctionName lib.fuse:f))"));
});

test("types and configs of an alias are constructed", () => {
  const { messages, text } = compile(
    "mark-struct-literals",
    ...[...ALIAS, "  lib.T(a=1)", "  lib.C(port=2)"],
  );
  assert.equal(messages, []);
  assert.ok(text.includes("(StructLiteral lib.fuse:T [(FieldValue a (Int 1))])"));
  assert.ok(text.includes("(StructLiteral lib.fuse:C [(FieldValue port (Int 2))])"));
});

test("names imported by name are like those of the module", () => {
  const { messages, text } = compile(
    "resolve-names",
    ...[
      'import { f, E, C } from "./lib"',
      "fn g(e: E):",
      "  f()",
      "  C.port",
      "  E.V",
      "  match e:",
      "    E.V -> 1",
    ],
  );
  assert.equal(messages, []);
  assert.ok(text.includes("(FunctionName lib.fuse:f)"));
  assert.ok(text.includes("(ConfigName lib.fuse:C)"));
  assert.ok(text.includes("(VariantPattern lib.fuse:E V [])"));
});

test("patterns name variants and types of an alias", () => {
  const { text } = compile(
    "resolve-names",
    ...[...ALIAS, "  match 1:", "    lib.E.W(x) -> x", "    lib.T(a=y) -> y", "    lib.C(port=z) -> z"],
  );
  assert.ok(text.includes("(VariantPattern lib.fuse:E W [(BarePattern x x#0)])"));
  assert.ok(text.includes("(StructPattern lib.fuse:T lib.T "));
  assert.ok(text.includes("(StructPattern lib.fuse:C lib.C "));
});

test("an asset is a value", () => {
  const { messages, text } = compile("resolve-names", 'import Note from "./note.md"', "fn g():", "  Note");
  assert.equal(messages, []);
  assert.ok(text.includes("(Do (AssetName note.md))"));
});

test("a local hides an alias", () => {
  const { text } = compile("resolve-names", 'import lib from "./lib"', "fn g(lib: Int):", "  lib.f");
  assert.ok(text.includes("(Do (Member f (Local lib#0)))"));
});

test("what is wrong with the members of an alias is said at the member", () => {
  const { messages } = compile(
    "mark-struct-literals",
    ...[
      ...ALIAS,
      "  lib",
      "  lib.g()",
      "  lib.T",
      "  lib.I",
      "  lib.S",
      "  lib.T(1)",
      "  lib.G(a=1)",
      "  nope.f()",
      "  f()",
    ],
  );
  assert.equal(messages, [
    '3:3 "lib" is a module, not a value: write lib.NAME',
    '4:7 the module "lib" has no "g"',
    '5:7 "T" is a type, not a value',
    '6:7 FUSE_INTERFACE_DYNAMIC_USE "I" is an interface, not a value: call its members on a value of a type with an impl',
    '7:7 "S" is a service, not a value',
    '8:7 "T" is a type, not a value; what is constructed has its fields named: f=…',
    '9:3 the module "lib" has no "G"',
    '10:3 unknown identifier "nope"',
    '11:3 unknown identifier "f"; write lib.f',
  ]);
});

test("attributes of a component from another module are checked for names given twice", () => {
  const { messages } = compile("check-html", ...[...ALIAS, '  lib.Box(id="a", id="b")']);
  assert.equal(messages, ['3:19 duplicate attribute "id"']);
});

test.run();
