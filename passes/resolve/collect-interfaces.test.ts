// Tests of collect-interfaces.

import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ModuleInterface } from "../../ir/interfaces.ts";
import { type Compiled, compileFiles, recompile } from "./testing.ts";

const LIB = [
  "type Base:",
  "  a: Int",
  "  b: Int = 1",
  "  c: String",
  "interface Named:",
  "  fn name<T>(x: T) -> Self",
];
const MAIN = [
  "requires time",
  'import lib from "./lib"',
  'import { Named } from "./lib"',
  "type Part = lib.Base without a",
  "enum E:",
  "  One",
  "  Two(Int, Part)",
  "impl Named for E:",
  "  fn name<T>(x: T) -> E:",
  "    return self",
  "  fn make() -> E:",
  "    return One",
  "component C(title: String):",
  "  return html.text(title)",
  "config App:",
  "  port: Int = 1",
  "fn f<T>(x: T, y: Int = 1) -> T where T: Named:",
  "  return x",
];

const FILES = { "main.fuse": `${MAIN.join("\n")}\n`, "lib.fuse": `${LIB.join("\n")}\n` };

const interfacesIn = ({ messages, program }: Compiled): readonly ModuleInterface[] => {
  assert.equal(messages, []);
  return (program as { readonly interfaces: readonly ModuleInterface[] }).interfaces;
};
const described = () => interfacesIn(compileFiles("collect-interfaces", FILES));

test("structs and enums, also those that derive from one of another module", () => {
  const [main] = described();
  const fields = main!.structs.map(({ name, fields: all }) => [
    name,
    ...all.map((each) => `${each.name}: ${each.type.text} ${each.hasDefault} ${each.origin}`),
  ]);
  assert.equal(fields, [
    ["Part", "b: Int true lib.fuse:Base", "c: String false lib.fuse:Base"],
    ["App", "port: Int true main.fuse:App"],
  ]);
  assert.equal(
    main!.enums[0]!.variants.map(({ name, payload }) => [name, ...payload.map(({ text }) => text)]),
    [["One"], ["Two", "Int", "Part"]],
  );
});

test("functions, components and methods", () => {
  const [main] = described();
  const functions = main!.functions.map(({ name, kind, self, typeParams, params, result }) =>
    [
      kind,
      self ?? "-",
      `${name}<${typeParams.map((each) => `${each.name}: ${each.bound}`).join(", ")}>`,
      `(${params.map((each) => `${each.name}${each.optional ? "?" : ""}: ${each.type.text}`).join(", ")})`,
      result?.text ?? "-",
    ].join(" "),
  );
  assert.equal(functions, [
    "method instance E.name<T: null> (x: T) E",
    "method associated E.make<> () E",
    "component - C<> (title: String, attrs?: Map<String, String>, children?: List<Html>) Html",
    "function - f<T: lib.fuse:Named> (x: T, y?: Int) T",
  ]);
});

test("interfaces and impls", () => {
  const [main, lib] = described();
  const [named] = lib!.interfaces;
  assert.is(named!.members[0]!.result, named!.self);
  assert.equal(
    main!.impls.map((each) => [each.interface, each.target.key, each.methods.map(({ name }) => name)]),
    [["lib.fuse:Named", "enum main.fuse:E", ["name", "make"]]],
  );
});

test("what a module needs and exports", () => {
  const [main] = described();
  assert.equal(main!.requires, ["time"]);
  assert.equal(
    main!.imports.map(({ module }) => module),
    ["lib.fuse", "lib.fuse"],
  );
  assert.equal(
    main!.exports.map(({ name, kind }) => `${kind} ${name}`),
    ["struct Part", "enum E", "component C", "config App", "function f"],
  );
});

test("interfaces that were known before give the same", () => {
  for (const changed of ["main.fuse", "lib.fuse"])
    assert.equal(interfacesIn(recompile("collect-interfaces", FILES, changed)), described());
});

test.run();
