// Tests of resolve-types.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { compile, compiled, compileFiles, messagesOf } from "./testing.ts";

const NAME = "resolve-types";

const typeOf = (type: string): string => {
  const text = compiled(NAME, `fn f(x: ${type}):`, "  return", "type P:", "  a: Int", "enum E:", "  V");
  return /\(Param x \(Type :(\S+)\) -\)/.exec(text)![1]!;
};

const says = (type: string, ...messages: readonly string[]) =>
  assert.equal(messagesOf(NAME, `fn f(x: ${type}):`, "  return", "type P:", "  a: Int"), messages, type);

test("type expressions become types", () => {
  assert.is(typeOf("List<P?>"), "List<P?>");
  assert.is(typeOf("Int??"), "Int?");
  assert.is(typeOf("Map<String, E>"), "Map<String,E>");
  assert.is(typeOf("Int!P!E"), "Int!P!E");
  assert.is(typeOf("http.error"), "http.error");
  assert.is(typeOf("Int(1..5)"), "Int(...)");
});

test("names that are no types", () => {
  says("Zork", '1:9 unknown type "Zork"');
  says("Strin", '1:9 unknown type "Strin"; did you mean "String"?');
  says("f", '1:9 "f" is a function, not a type');
  says("List", "1:9 the type List needs 1 type argument");
  says("Self", "1:9 Self is a type only inside an interface or an impl");
  says("gone.X", '1:9 unknown type "gone.X": there is no module "gone"');
});

const LIB = [
  "type P:",
  "  a: Int",
  "config C:",
  "  a: Int = 1",
  "interface I:",
  "  fn m()",
  "fn f():",
  "  return",
];

/** What is said about a type in a module that imports another as `lib` and from it the type `P`. */
const saysWith = (imports: string, type: string, ...messages: readonly string[]) => {
  const main = `${imports}\nfn f(x: ${type}):\n  return\n`;
  const files = { "main.fuse": main, "lib.fuse": `${LIB.join("\n")}\n` };
  assert.equal(compileFiles(NAME, files).messages, messages, type);
};

test("types of other modules", () => {
  const ALIAS = 'import lib from "./lib"';
  saysWith('import { P, C } from "./lib"', "Map<C, P?>");
  saysWith(ALIAS, "lib.C");
  saysWith(ALIAS, "P", '2:9 unknown type "P"; write lib.P');
  saysWith(ALIAS, "lib", '2:9 "lib" is a module, no type: write lib.NAME');
  saysWith(ALIAS, "lib.f", '2:9 "f" is a function, not a type');
  saysWith(ALIAS, "lib.Q", '2:9 unknown type "lib.Q": the module "lib" declares no "Q"');
  saysWith(ALIAS, "lib.P.Q", '2:9 "lib.P.Q" names no type: one of another module is written Alias.Name');
  saysWith(
    ALIAS,
    "List<lib.I>",
    '2:14 FUSE_INTERFACE_NOT_A_TYPE "I" is an interface, not a type: write a type parameter with "where T: I"',
  );
  saysWith('import http from "./lib"', "http.P");
  saysWith(
    'import http from "./lib"',
    "http.error",
    '2:9 unknown type "http.error": the module "http" declares no "error"',
  );
});

test("a name below std is looked up as declared", () => {
  const says = (type: string, ...messages: readonly string[]) =>
    assert.equal(
      messagesOf(NAME, "type std.Error.Teapot:", "  a: Int", `fn f(x: ${type}):`, "  return"),
      messages,
    );
  says("std.Error.Teapot");
  says("std.Error.Kettle", '3:9 unknown type "std.Error.Kettle"');
});

test("type parameters and Self", () => {
  const text = compiled(
    NAME,
    ...["interface I:", "  fn m<T>(x: T) -> Self", "type P:", "  a: Int"],
    ...["impl I for P:", "  fn m<T>(x: T) -> Self:", "    let y: T = x", "    return self"],
  );
  assert.ok(text.includes("(Member m <T> [(Param x (Type :T) -)] (Type :Self))"));
  assert.ok(text.includes("[(Param x (Type :T) -)] (Type :P) (Block [(Let y (Type :T)"));
  assert.ok(text.includes("(Impl main.fuse:impl0 main.fuse:I I :P P [(Fn"));
});

test("targets of impls", () => {
  const says = (head: string, ...messages: readonly string[]) =>
    assert.equal(
      messagesOf(
        NAME,
        `impl ${head}:`,
        "  fn m(x: Zork):",
        "    return",
        "interface I:",
        "  fn m()",
        "enum E:",
        "  A",
      ),
      messages,
    );
  const ZORK = '2:11 unknown type "Zork"';
  says("I for E", ZORK);
  says("E for E", '1:6 "E" is an enum, not an interface', ZORK);
  says("J for E", '1:6 unknown interface "J"', ZORK);
  says(
    "I for Int",
    "1:12 an impl is for a type or enum that a module declares, not for the built-in type Int",
  );
  says("I for F", '1:12 unknown type "F"');
  says(
    "I for I",
    '1:12 FUSE_INTERFACE_NOT_A_TYPE "I" is an interface: an impl is for a type or enum that a module declares',
  );
});

test("parameters of routes", () => {
  const route = (path: string): readonly string[] => [
    'service S at "/":',
    `  post "${path}" body Int -> Int:`,
    "    return 1",
  ];
  assert.ok(
    compiled(NAME, ...route("/{id: Id}")).includes(
      '(Route post "/{id: Id}" [(Param id (Type :Id) -)] (Param body (Type :Int) -) (Type :Int)',
    ),
  );
  const says = (path: string, message: string) => assert.equal(messagesOf(NAME, ...route(path)), [message]);
  says("/{id: Zork}", '2:8 the parameter "id" of the path: unknown type "Zork"');
  says("/{id}", '2:8 the parameter "id" has no type: a parameter is a whole segment {name: Type}');
});

test("type arguments", () => {
  says("List<Int, Int>", "1:9 the type List needs 1 type argument, found 2");
  says("P<Int>", '1:9 "P" takes no type arguments: only List, Map, Option and Result do');
  says("Map<String, Int!>", "1:21 a result type needs an explicit error domain: T!E");
});

test("a type that was diagnosed is unknown", () => {
  const { text } = compile(NAME, "fn f(x: Zork?, y: Int(5..1)):", "  return");
  assert.ok(text.includes("(Param x (Type :_) -) (Param y (Type :_) -)"));
});

test.run();
